import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { allocateLate } from './allocate-late.domain.ts';
import type { PeerReview, Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

/** Members looked up at once. */
const CHUNK = 500;
const RETRY_MS = 1_000;
const BY: By = { actor: { kind: 'system', job: 'peer-review.allocate-late' }, requestId: null };

export type AllocateLateService = ReturnType<typeof createAllocateLateService>;

/** Brings works that came after the allocation to reviewers, and their authors works to review. */
export function createAllocateLateService(
  { submissions, reviews }: Pick<PeerReviewStores, 'submissions' | 'reviews'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  course: Pick<CourseService, 'findMembers'>,
) {
  /** Works of those who are learners of the course now. */
  async function present(scope: CourseScope, works: readonly Submission[]): Promise<Submission[]> {
    const learners = new Set<string>();
    for (let start = 0; start < works.length; start += CHUNK) {
      const ids = works.slice(start, start + CHUNK).map(({ authorId }) => authorId);
      const members = await course.findMembers(scope, ids);
      for (const member of members) if (countsAsLearner(member)) learners.add(member.id);
    }
    return works.filter(({ authorId }) => learners.has(authorId));
  }

  async function allocateOne(
    scope: CourseScope,
    review: PeerReview,
    seed: string,
    work: Submission,
    others: readonly Submission[],
    mayReview: (memberId: string) => boolean,
  ): Promise<void> {
    const [loads, ofWork, toAuthor] = await Promise.all([
      reviews.countLoads(scope, review.id),
      reviews.listByAuthor(scope, review.id, work.authorId),
      reviews.listByReviewer(scope, review.id, work.authorId),
    ]);
    const made = allocateLate(
      { work, others, ...loads, ofWork, toAuthor, mayReview },
      review.settings.reviewsPerLearner,
      seed,
    );
    if (made.length === 0) return;
    await reviews.insertMissing(made);
    const reviewerIds = made.filter(({ extra }) => extra).map(({ reviewerId }) => reviewerId);
    const authorIds = made.map(({ authorId }) => authorId);
    await activities.updateState(
      scope,
      review.id,
      {},
      {},
      {
        type: 'allocation.added',
        data: {
          activityId: review.id,
          submissionId: work.id,
          reviewerIds,
          lateAuthorId: work.authorId,
          worksForLateAuthor: made.length - reviewerIds.length,
          memberIds: [...new Set([...reviewerIds, ...authorIds, work.authorId])],
        },
      },
      BY,
    );
    eventsWritten();
  }

  return {
    /**
     * Allocates whatever came in after the allocation of an activity and has too few reviews. Repeating it adds nothing.
     *
     * @returns when to try again while the allocation itself is at work; else null.
     */
    async allocateLate(scope: CourseScope, activityId: string): Promise<Date | null> {
      const activity = await activities.find(scope, activityId);
      if (!activity?.allocation) return null;
      const review = peerReviewOf(activity);
      const { seed, requestedAt, doneAt } = activity.allocation;
      if (!doneAt) return new Date(clock.now().getTime() + RETRY_MS);
      const isLate = ({ submittedAt }: Submission): boolean => submittedAt > requestedAt;
      if ((await submissions.countAfter(scope, activityId, requestedAt)) === 0) return null;
      const now = clock.now();
      const works = await present(scope, await submissions.listUntil(scope, activityId, now));
      const authorIds = works.map(({ authorId }) => authorId);
      const changed = await activities.findChanges(scope, activityId, authorIds);
      const mayReview = (memberId: string): boolean =>
        reviewsOpen(withChangesOf(review, changed, memberId), now);
      const late = works.filter(isLate).sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
      for (const work of late) await allocateOne(scope, review, seed, work, works, mayReview);
      return null;
    },
  };
}
