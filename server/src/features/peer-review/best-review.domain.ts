/**
 * One review of a work, by criterion in percent of the criterion's points; the criteria in one order. Null where one does
 * not apply: it is compared with nothing.
 */
export interface ComparedReview {
  readonly reviewId: string;
  readonly percents: readonly (number | null)[];
}

/** From "very lax" to "very strict" (Moodle's words and numbers). */
const COMPARISONS = { veryLax: 9, lax: 7, fair: 5, strict: 3, veryStrict: 1 } as const;
export type Strictness = keyof typeof COMPARISONS;

const LEAST_VARIANCE = 0.01;
const PLACES = 1e4;

/**
 * How well each review of one work agrees with the best of them, 0 to 100: Moodle's "comparison with the best
 * assessment" (`reference/algorithms.md` §2). The best is the one nearest to the mean of all; where several are equally
 * near, the nearest of them counts.
 *
 * @param weights of the criteria, not below 0.
 */
export function compareWithBest(
  reviews: readonly ComparedReview[],
  weights: readonly number[],
  strictness: Strictness,
): Map<string, number> {
  const moments = weights.map((_, dimension) =>
    momentsOf(reviews.flatMap(({ percents }) => percents[dimension] ?? [])),
  );
  const distance = (percents: readonly (number | null)[], from: readonly (number | null)[]): number => {
    let total = 0;
    let sum = 0;
    weights.forEach((weight, dimension) => {
      const [one, other] = [percents[dimension] ?? null, from[dimension] ?? null];
      if (one === null || other === null) return;
      sum += weight;
      const apart = Math.abs(one - other);
      const variance = Math.max(moments[dimension]?.variance ?? 0, LEAST_VARIANCE);
      total += (weight * apart ** 3) / (COMPARISONS[strictness] * variance);
    });
    return sum === 0 ? 0 : Math.round((total / sum) * PLACES) / PLACES;
  };
  const mean = moments.map((moment) => moment.mean);
  const fromMean = reviews.map(({ percents }) => distance(percents, mean));
  const least = Math.min(...fromMean);
  const best = reviews.filter((_, index) => fromMean[index] === least);
  return new Map(
    reviews.map(({ reviewId, percents }) => {
      const apart = Math.min(...best.map((one) => distance(percents, one.percents)));
      return [reviewId, Math.min(100, Math.max(0, 100 - apart))];
    }),
  );
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}
