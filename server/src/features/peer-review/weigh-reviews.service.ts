import type { PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { combineWeighed } from '../gradebook/index.ts';
import { compareWithBest } from './best-review.domain.ts';
import { comparedWork, type ComparedWork } from './compared-works.domain.ts';
import { needFormer, rubricOf } from './rubric-versions.domain.ts';
import { listFormer } from './rubric-versions.service.ts';
import type { Review, StaffGrade } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { CombinedWork } from './spot-checks.domain.ts';
import { percentOf, weighReviews, type WeighedWorks } from './weigh-reviews.domain.ts';

/** What staff have given works of an activity, by the rubric. */
export type FindStaffGrades = (scope: CourseScope, activityId: string) => Promise<readonly StaffGrade[]>;

export type WeighReviewsService = ReturnType<typeof createWeighReviewsService>;

/** What comes of every work's reviews, by the method. */
export function combinedWorks(
  { works }: WeighedWorks,
  method: PeerReviewSettings['workMethod'],
): CombinedWork[] {
  return [...works.values()].map(({ authorId, reviews, weights, margin, isKnown }) => {
    const scores = reviews.map(percentOf);
    return {
      authorId,
      reviews: scores.length,
      percent: combineWeighed(
        scores,
        method,
        weights,
        reviews.map(({ weight }) => weight),
      ),
      margin,
      spread: Math.max(...scores) - Math.min(...scores),
      isKnown,
    };
  });
}

/** Works looked up at once. */
const CHUNK = 500;

/** Compares reviews with each other: what they weigh, and how well they agree. */
export function createWeighReviewsService({
  reviews,
  rubrics,
}: Pick<PeerReviewStores, 'reviews' | 'rubrics'>) {
  let findStaffGrades: FindStaffGrades | null = null;

  /** What each review of these authors' works gave by criterion, in percent; by the rubric it was written by. */
  async function compared(
    scope: CourseScope,
    activityId: string,
    authorIds: readonly string[],
    current: PeerReviewSettings['criteria'],
  ): Promise<ComparedWork[]> {
    const received = await reviews.listSubmittedByAuthors(scope, activityId, authorIds);
    const [ratings, former] = await Promise.all([
      reviews.findRatings(scope, received),
      needFormer(received, current) ? listFormer(rubrics, scope, activityId, current) : [],
    ]);
    const judged = received.map((review) => ({
      review,
      criteria: rubricOf(review, current, former),
      ratings: ratings.get(review.id) ?? [],
    }));
    return [...groupBy(judged, ({ review }) => review.authorId).values()].map(comparedWork);
  }

  return {
    /** Registers where marks of staff come from; before the first run. */
    useStaffGrades(find: FindStaffGrades): void {
      findStaffGrades = find;
    },

    /** Authors whose works staff have marked. */
    async listMarked(scope: CourseScope, activityId: string): Promise<ReadonlySet<string>> {
      const found = (await findStaffGrades?.(scope, activityId)) ?? [];
      return new Set(found.map(({ memberId }) => memberId));
    },

    /** Weighs every review of the activity: two round trips. */
    async weigh(
      scope: CourseScope,
      activityId: string,
      method: PeerReviewSettings['workMethod'],
    ): Promise<WeighedWorks> {
      const [given, staffGrades] = await Promise.all([
        reviews.listGiven(scope, activityId),
        findStaffGrades?.(scope, activityId) ?? [],
      ]);
      return weighReviews(given, staffGrades, method);
    },

    /** How well each submitted one of these reviews agrees with the best review of its work, 0 to 100. */
    async agreements(
      scope: CourseScope,
      activityId: string,
      given: readonly Review[],
      { criteria, agreement }: Pick<PeerReviewSettings, 'criteria' | 'agreement'>,
    ): Promise<ReadonlyMap<string, number>> {
      const found = new Map<string, number>();
      if (!agreement) return found;
      const submitted = given.filter(({ version }) => version > 0);
      const authors = [...new Set(submitted.map(({ authorId }) => authorId))];
      for (let start = 0; start < authors.length; start += CHUNK) {
        const works = await compared(scope, activityId, authors.slice(start, start + CHUNK), criteria);
        for (const { reviews: compare, weights } of works)
          for (const [id, percent] of compareWithBest(compare, weights, agreement.strictness))
            found.set(id, percent);
      }
      return found;
    },
  };
}
