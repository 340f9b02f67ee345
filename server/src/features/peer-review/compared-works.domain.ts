import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { weightOf } from '../../contracts/rubric-rules.ts';
import type { ComparedReview } from './best-review.domain.ts';

/** The reviews of one work, ready to be compared with the best of them. */
export interface ComparedWork {
  readonly reviews: readonly ComparedReview[];
  readonly weights: readonly number[];
}

interface Judged {
  readonly review: { readonly id: string };
  readonly criteria: readonly Criterion[];
  readonly ratings: readonly Rating[];
}

/** Reviews of one work by criterion, in percent: where the rubric was changed in between, each by its own. */
export function comparedWork(judged: readonly Judged[]): ComparedWork {
  const all = new Map(judged.flatMap(({ criteria }) => criteria.map((one) => [one.id, one] as const)));
  const counted = [...all.values()].filter((criterion) => weightOf(criterion) > 0);
  const reviews = judged.map(({ review, criteria, ratings }) => {
    const own = new Map(criteria.map((criterion) => [criterion.id, criterion]));
    const given = new Map(ratings.map(({ criterionId, points }) => [criterionId, points]));
    const percents = counted.map(({ id }) => {
      const points = given.get(id) ?? null;
      const most = own.get(id)?.points ?? 0;
      return points === null || most === 0 ? null : (points / most) * 100;
    });
    return { reviewId: review.id, percents };
  });
  return { reviews, weights: counted.map(weightOf) };
}
