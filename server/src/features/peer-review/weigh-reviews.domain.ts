import type { ReviewMethod } from '../../contracts/peer-review-settings.ts';
import { groupBy } from '../../core/group-by.ts';
import type { GivenReview, StaffGrade } from './peer-review.domain.ts';
import { type Report, reportsOf } from './reports.domain.ts';
import { estimateByMean, estimateWorks, type Weighing } from './work-estimates.domain.ts';

/** The reviews of one work, weighed. */
export interface WeighedWork {
  readonly authorId: string;
  /** By their ids. */
  readonly reviews: readonly GivenReview[];
  readonly weights: Weighing | null;
  readonly margin: number | null;
  /** Whether staff have looked at it. */
  readonly isKnown: boolean;
}

/** All works of an activity that were reviewed, by their authors. */
export interface WeighedWorks {
  /** `mean`: reviewers count the same, as was asked for or because nothing tells them apart. */
  readonly by: 'reliability' | 'mean';
  readonly works: ReadonlyMap<string, WeighedWork>;
}

export const percentOf = ({ points, maximum }: Pick<GivenReview, 'points' | 'maximum'>): number =>
  (points / maximum) * 100;

const isOnScale = ({ points, maximum }: GivenReview): boolean =>
  points >= 0 && points <= maximum && maximum > 0 && Number.isFinite(maximum);

/**
 * Weighs the reviews of an activity against each other.
 *
 * @param given sorted by their ids: the same reviews give the same weights.
 */
export function weighReviews(
  given: readonly GivenReview[],
  staffGrades: readonly StaffGrade[],
  method: ReviewMethod,
): WeighedWorks {
  // What staff have set aside says nothing: neither of its work nor of who else is right.
  const counted = given.filter(({ weight }) => weight > 0);
  const byAuthor = groupBy(counted, ({ authorId }) => authorId);
  const numbers = new Map([...byAuthor.keys()].map((authorId, number) => [authorId, number]));
  const reviewers = new Map<string, number>();
  // The ledger refuses all else, and says so; here it must not spoil what is made of the others.
  const reports = counted.filter(isOnScale).map((review): Report => {
    const reviewer = reviewers.get(review.reviewerId) ?? reviewers.size;
    reviewers.set(review.reviewerId, reviewer);
    return { work: numbers.get(review.authorId) ?? 0, reviewer, value: percentOf(review) };
  });
  const known = new Map(
    staffGrades.flatMap(({ memberId, percent }): [number, number][] => {
      const work = numbers.get(memberId);
      return work === undefined ? [] : [[work, percent]];
    }),
  );
  const all = reportsOf(byAuthor.size, reviewers.size, reports, known);
  const estimates = method === 'reliability' ? estimateWorks(all) : estimateByMean(all);
  const works = [...byAuthor].map(([authorId, reviews]): [string, WeighedWork] => {
    const work = numbers.get(authorId) ?? 0;
    const weights = estimates.weighing(work);
    return [
      authorId,
      { authorId, reviews, weights, margin: estimates.margin(work), isKnown: known.has(work) },
    ];
  });
  return { by: estimates.by, works: new Map(works) };
}
