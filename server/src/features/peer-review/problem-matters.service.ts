import type { MatterSource } from '../insights/index.ts';
import type { ReviewProblemStore } from './review-problems.store.ts';

/** What reviewers have reported and nobody has answered, as matters for staff: one topic each. */
export const createProblemMatters = (
  store: Pick<ReviewProblemStore, 'findOpen' | 'listOpen'>,
): MatterSource => ({
  name: 'reviewProblem',
  kind: 'work',
  forLearners: false,

  concernOf: ({ subject }) =>
    subject.kind === 'reviewProblem' ? { topics: [subject.id], memberIds: [] } : null,

  async read(scope, topics) {
    const found = await store.findOpen(scope, topics);
    return found.map(({ id, activityId, authorId, kind, reportedAt }) => ({
      id,
      topic: id,
      activityId,
      waitsFor: 'staff',
      code: 'REVIEW_PROBLEM',
      params: { reason: kind },
      about: authorId,
      since: reportedAt,
      until: null,
      // It takes reading: the client leads to what was reported in the activity.
      nextAction: null,
    }));
  },

  async listTopics(scope, after, limit) {
    const topics = (await store.listOpen(scope, after ?? '', limit)).map(({ id }) => id);
    return { topics, next: topics.length === limit ? (topics.at(-1) ?? null) : null };
  },
});
