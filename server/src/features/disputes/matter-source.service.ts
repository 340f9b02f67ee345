import type { MatterSource } from '../insights/index.ts';
import type { DisputeStore } from './disputes.store.ts';

/** The disputes that wait for an answer, as matters for staff: one topic each. */
export const createDisputeMatters = (
  store: Pick<DisputeStore, 'findWaiting' | 'listWaiting'>,
): MatterSource => ({
  name: 'dispute',
  kind: 'dispute',
  forLearners: false,

  concernOf: ({ subject }) => (subject.kind === 'dispute' ? { topics: [subject.id], memberIds: [] } : null),

  async read(scope, topics) {
    const found = await store.findWaiting(scope, topics);
    return found.map(({ id, activityId, memberId, openedAt, answerBy }) => ({
      id,
      topic: id,
      activityId,
      waitsFor: 'staff',
      code: 'DISPUTE_WAITS',
      params: {},
      about: memberId,
      since: openedAt,
      until: null,
      answerBy,
      // It takes reading: the client leads to the activity's disputes.
      nextAction: null,
    }));
  },

  async listTopics(scope, after, limit) {
    const topics = (await store.listWaiting(scope, after ?? '', limit)).map(({ id }) => id);
    return { topics, next: topics.length === limit ? (topics.at(-1) ?? null) : null };
  },
});
