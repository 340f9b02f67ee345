import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { doInSteps } from '../../core/in-steps.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { Comparison } from './comparison.domain.ts';
import { addComparisons, type Drawing, drawInSteps, worksToCompare } from './draw-comparisons.domain.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { noteAdded } from './note-added.service.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { type Apart, isApart } from './review-exclusions.domain.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.allocate-late' }, requestId: null };

type ReviewersOf = Drawing['reviewersOf'];

export type DrawComparisonsService = ReturnType<typeof createDrawComparisonsService>;

/** Gives out pairs of works to compare, and keeps them balanced while works come and people leave. */
export function createDrawComparisonsService(
  { comparisons, submissions }: Pick<PeerReviewStores, 'comparisons' | 'submissions'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners'>,
  pools: Pick<ReviewPools, 'apart' | 'nearness'>,
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

  /** Which works are near to whom; null: no sections or topics divide them. @param at when; null: now */
  async function nearnessAmong(
    scope: CourseScope,
    allocation: NonNullable<PeerReview['allocation']>,
    at: Date | null,
    works: readonly Submission[],
    reviewersOf: ReviewersOf,
    perReviewer: number,
  ) {
    if (!allocation.sectionSetId && !allocation.outsideSetId) return null;
    const needed = worksToCompare(perReviewer);
    return pools.nearness(scope, allocation, at, works, reviewersOf, needed);
  }

  return {
    /** The comparisons of an allocation: repeating it adds nothing. @returns how many there are, and how many lack */
    async draw(
      scope: CourseScope,
      allocation: NonNullable<PeerReview['allocation']>,
      submitted: readonly Submission[],
      perReviewer: number,
      reviewersOf: ReviewersOf,
      apart: Apart,
    ) {
      const { requestedAt, seed } = allocation;
      const works = submitted.filter(({ testUser }) => !testUser);
      const nearness = await nearnessAmong(scope, allocation, requestedAt, works, reviewersOf, perReviewer);
      const steps = drawInSteps(works, perReviewer, seed, { apart, reviewersOf, nearness });
      const drawn = await doInSteps(steps);
      await comparisons.insertMissing(drawn.comparisons);
      return { count: drawn.comparisons.length, shortfall: drawn.shortfall };
    },

    /**
     * New comparisons while reviews last: for works and people who came after the allocation, and in place of those
     * whose reviewers have left. Repeating it adds nothing.
     */
    async tend(
      scope: CourseScope,
      review: PeerReview,
      allocation: NonNullable<PeerReview['allocation']>,
    ): Promise<void> {
      const now = clock.now();
      const [handedIn, there] = await Promise.all([
        submissions.listUntil(scope, review.id, now),
        comparisons.listAll(scope, review.id),
      ]);
      const taken = there.filter(({ takenAway }) => takenAway);
      const all = there.filter(({ takenAway }) => !takenAway);
      const people = [
        ...new Set([...handedIn.flatMap(authorsOf), ...all.map(({ reviewerId }) => reviewerId)]),
      ];
      const [formerIds, changes, apart] = await Promise.all([
        learnerWorks.findFormerLearners(scope, people),
        activities.findChanges(scope, review.id, people),
        pools.apart(scope, review.id),
      ]);
      const former = new Set(formerIds);
      const mayReview = (memberId: string): boolean =>
        reviewsOpen(withChangesOf(review, changes, memberId), now);
      const reviewersOf: ReviewersOf = (work) => authorsOf(work).filter((id) => !former.has(id));
      const works = handedIn.filter((work) => !work.testUser && reviewersOf(work).length > 0);
      const { reviewsPerLearner } = review.settings;
      const nearness = await nearnessAmong(scope, allocation, null, works, reviewersOf, reviewsPerLearner);
      const kept = await dropUnbegun(
        scope,
        all,
        ({ reviewerId, authorIds }) =>
          former.has(reviewerId) ||
          (mayReview(reviewerId) && authorIds.some((authorId) => isApart(apart, reviewerId, authorId))),
      );
      const made = addComparisons(
        {
          works,
          comparisons: kept,
          taken,
          lasts: ({ state, reviewerId }) => state === 'submitted' || !former.has(reviewerId),
          mayReview,
          reviewersOf,
          apart,
          nearness,
        },
        reviewsPerLearner,
        allocation.seed,
      );
      const [first] = made;
      if (!first && kept.length === all.length) return;
      await comparisons.insertMissing(made);
      const reviewerIds = [...new Set(made.map(({ reviewerId }) => reviewerId))];
      const left = new Set(kept);
      const gone = all.filter((one) => !left.has(one));
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
