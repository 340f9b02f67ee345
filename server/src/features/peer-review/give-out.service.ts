import type { CourseScope } from '../../core/course-scope.ts';
import { allocateGroupWorks, allocateTogether } from './allocate-groups.domain.ts';
import { allocateInPools } from './allocate-reviews.domain.ts';
import type { DrawComparisonsService } from './draw-comparisons.service.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { ReviewPools } from './review-pools.service.ts';
import type { ReviewTogether } from './review-together.service.ts';

export type GiveOutService = ReturnType<typeof createGiveOutService>;

/** What is given out when submissions close, reviews or comparisons, and whether anything has come of it. */
export const createGiveOutService = (
  { reviews, comparisons }: Pick<PeerReviewStores, 'reviews' | 'comparisons'>,
  pools: Pick<ReviewPools, 'poolsOf' | 'apartAt' | 'topicsAt' | 'nearness'>,
  drawing: Pick<DrawComparisonsService, 'draw'>,
  together: Pick<ReviewTogether, 'groupsAt'>,
) => ({
  /** Repeating it adds nothing. @param reviewersOf who has a part in a work, and reviews others. @returns how much there is, and how much lacks */
  async giveOut(
    scope: CourseScope,
    { settings }: PeerReview,
    allocation: NonNullable<PeerReview['allocation']>,
    works: readonly Submission[],
    reviewersOf: (work: Pick<Submission, 'authorId' | 'group'>) => readonly string[],
  ): Promise<{ readonly count: number; readonly shortfall: number }> {
    const { reviewsPerLearner, comparison } = settings;
    const [apart, topics, groups] = await Promise.all([
      pools.apartAt(scope, allocation),
      pools.topicsAt(scope, allocation),
      together.groupsAt(scope, { settings }, works.flatMap(authorsOf), allocation.requestedAt),
    ]);
    if (comparison) return drawing.draw(scope, allocation, works, reviewsPerLearner, reviewersOf, apart);
    if (groups || works.some(({ group }) => group)) {
      const { seed, requestedAt: at } = allocation;
      const learners = works.filter(({ testUser }) => !testUser);
      const { choose } = await pools.nearness(
        scope,
        allocation,
        at,
        learners,
        reviewersOf,
        reviewsPerLearner,
        groups,
      );
      const dealt = groups
        ? allocateTogether(works, groups, reviewsPerLearner, seed, apart, choose)
        : allocateGroupWorks(works, reviewersOf, reviewsPerLearner, seed, apart, choose);
      await reviews.insertMissing(dealt.reviews);
      return { count: dealt.reviews.length, shortfall: dealt.shortfall };
    }
    const among = await pools.poolsOf(scope, allocation, works, reviewsPerLearner);
    const allocated = allocateInPools(among, reviewsPerLearner, allocation.seed, apart, topics);
    await reviews.insertMissing(allocated.reviews);
    return { count: allocated.reviews.length, shortfall: allocated.shortfall };
  },

  /** Whether there is anything to make a grade of, whichever the activity has. */
  async anySubmitted(scope: CourseScope, activityId: string): Promise<boolean> {
    const [reviewed, compared] = await Promise.all([
      reviews.anySubmitted(scope, activityId),
      comparisons.anySubmitted(scope, activityId),
    ]);
    return reviewed || compared;
  },
});
