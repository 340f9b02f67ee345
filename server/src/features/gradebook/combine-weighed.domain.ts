import { combineReviews, type ReviewMethod, type ReviewWeights } from './combine-reviews.domain.ts';

/** With fewer reviews, nothing is left when the highest and the lowest go. */
const TRIMMED_MIN = 3;

/**
 * The percentage that comes of at least one review where staff have said how much each counts.
 *
 * @param scores percentages of the reviews, in the order of the weights
 * @param weights null: nothing tells the reviewers apart
 * @param counts how much each counts, above 0 and at most 1; where all count in full it is what `combineReviews` gives
 */
export function combineWeighed(
  scores: readonly number[],
  method: ReviewMethod,
  weights: ReviewWeights | null,
  counts: readonly number[],
): number {
  if (counts.every((count) => count === 1)) return combineReviews(scores, method, weights);
  if (method === 'reliability' && weights) {
    const shares = weights.shares.map((share, index) => share * (counts[index] ?? 1));
    return combineReviews(scores, method, { ...weights, shares });
  }
  // In one order, so that the same reviews give the same sum to the last digit.
  const sorted = scores
    .map((score, index) => ({ score, count: counts[index] ?? 1 }))
    .sort((a, b) => a.score - b.score || a.count - b.count);
  if (method === 'median') return medianOf(sorted);
  const isTrimmed = method === 'trimmed' && sorted.length >= TRIMMED_MIN;
  return meanOf(isTrimmed ? sorted.slice(1, -1) : sorted);
}

interface Counted {
  readonly score: number;
  readonly count: number;
}

const totalOf = (sorted: readonly Counted[]): number => sorted.reduce((sum, { count }) => sum + count, 0);

/** Below and above which at most half of the weight lies; the mean of both sides where it parts evenly. */
function medianOf(sorted: readonly Counted[]): number {
  const half = totalOf(sorted) / 2;
  let sum = 0;
  for (const [index, { score, count }] of sorted.entries()) {
    sum += count;
    if (Math.abs(sum - half) < 1e-9) return (score + (sorted[index + 1]?.score ?? score)) / 2;
    if (sum > half) return score;
  }
  return Number.NaN;
}

/** Rounding may bring a sum above what is summed up: a mean is never outside of its numbers. */
function meanOf(sorted: readonly Counted[]): number {
  const mean = sorted.reduce((sum, { score, count }) => sum + score * count, 0) / totalOf(sorted);
  return Math.min(Math.max(mean, sorted[0]?.score ?? mean), sorted.at(-1)?.score ?? mean);
}
