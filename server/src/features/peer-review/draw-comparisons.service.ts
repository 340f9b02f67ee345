import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { Comparison } from './comparison.domain.ts';
import { addComparisons, drawComparisons } from './draw-comparisons.domain.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { noteAdded } from './note-added.service.ts';
import type { PeerReview, Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { type Apart, isApart } from './review-exclusions.domain.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.allocate-late' }, requestId: null };

export type DrawComparisonsService = ReturnType<typeof createDrawComparisonsService>;

/** Gives out pairs of works to compare, and keeps them balanced while works come and people leave. */
export function createDrawComparisonsService(
  { comparisons, submissions }: Pick<PeerReviewStores, 'comparisons' | 'submissions'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners'>,
  pools: Pick<ReviewPools, 'apart'>,
) {
  /** What nobody has begun goes where its reviewer has left, or must not review it. @returns what is left */
  async function dropUnbegun(
    scope: CourseScope,
    all: readonly Comparison[],
    isToDrop: (comparison: Comparison) => boolean,
  ): Promise<Comparison[]> {
    const left: Comparison[] = [];
    for (const one of all) {
      const isDropped =
        one.state === 'toDo' && isToDrop(one) && (await comparisons.removeUnbegun(scope, one.id));
      if (!isDropped) left.push(one);
    }
    return left;
  }

  return {
    /** The comparisons of an allocation: repeating it adds nothing. @returns how many there are, and how many lack */
    async draw(
      scope: CourseScope,
      works: readonly Submission[],
      perReviewer: number,
      seed: string,
      apart: Apart,
    ) {
      const drawn = drawComparisons(works, perReviewer, seed, apart);
      await comparisons.insertMissing(drawn.comparisons);
      return { count: drawn.comparisons.length, shortfall: drawn.shortfall };
    },

    /**
     * New comparisons while reviews last: for works and people who came after the allocation, and in place of those
     * whose reviewers have left. Repeating it adds nothing.
     */
    async tend(scope: CourseScope, review: PeerReview, seed: string): Promise<void> {
      const now = clock.now();
      const [handedIn, all] = await Promise.all([
        submissions.listUntil(scope, review.id, now),
        comparisons.listAll(scope, review.id),
      ]);
      const people = [
        ...new Set([...handedIn.map(({ authorId }) => authorId), ...all.map(({ reviewerId }) => reviewerId)]),
      ];
      const [formerIds, changes, apart] = await Promise.all([
        learnerWorks.findFormerLearners(scope, people),
        activities.findChanges(scope, review.id, people),
        pools.apart(scope, review.id),
      ]);
      const former = new Set(formerIds);
      const mayReview = (memberId: string): boolean =>
        reviewsOpen(withChangesOf(review, changes, memberId), now);
      const kept = await dropUnbegun(
        scope,
        all,
        ({ reviewerId, authorIds }) =>
          former.has(reviewerId) ||
          (mayReview(reviewerId) && authorIds.some((authorId) => isApart(apart, reviewerId, authorId))),
      );
      const made = addComparisons(
        {
          works: handedIn.filter(({ authorId }) => !former.has(authorId)),
          comparisons: kept,
          lasts: ({ state, reviewerId }) => state === 'submitted' || !former.has(reviewerId),
          mayReview,
          apart,
        },
        review.settings.reviewsPerLearner,
        seed,
      );
      const [first] = made;
      if (!first && kept.length === all.length) return;
      await comparisons.insertMissing(made);
      const reviewerIds = [...new Set(made.map(({ reviewerId }) => reviewerId))];
      const gone = all.filter((one) => !kept.includes(one));
      const concerned = [...made, ...gone].flatMap(({ reviewerId, authorIds }) => [reviewerId, ...authorIds]);
      await noteAdded(
        activities,
        scope,
        {
          activityId: review.id,
          submissionId: first?.id ?? `left/${gone[0]?.id}`,
          reviewerIds,
          memberIds: [...new Set(concerned)],
        },
        BY,
      );
      eventsWritten();
    },
  };
}
