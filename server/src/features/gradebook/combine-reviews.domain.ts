import type { REVIEW_METHODS } from '../../contracts/limits.ts';

/** How the reviews of a work become one percentage. */
export type ReviewMethod = (typeof REVIEW_METHODS)[number];

/** What each review of a work says beside the others, as it was found when grades were made; shares are of 1. */
export interface ReviewWeights {
  /** In the order of the reviews. */
  readonly shares: readonly number[];
  /** Percentage points by which each reviewer is more generous than others. */
  readonly biases: readonly number[];
  /** What works are like in the mean, and how much that counts. */
  readonly prior: { readonly share: number; readonly mean: number };
}

/** With fewer reviews, nothing is left when the highest and the lowest go. */
const TRIMMED_MIN = 3;

/**
 * The percentage that comes of at least one review.
 *
 * @param scores percentages of the reviews, in the order of the weights.
 * @param weights null: all count the same.
 */
export function combineReviews(
  scores: readonly number[],
  method: ReviewMethod,
  weights: ReviewWeights | null,
): number {
  if (method === 'reliability' && weights) return weighed(scores, weights);
  // In one order, so that the same reviews give the same sum to the last digit.
  const sorted = scores.toSorted((a, b) => a - b);
  if (method === 'median') return medianOf(sorted);
  const isTrimmed = method === 'trimmed' && sorted.length >= TRIMMED_MIN;
  return meanOf(isTrimmed ? sorted.slice(1, -1) : sorted);
}

/** The mean of the middle two when the number is even. */
export function medianOf(sorted: readonly number[]): number {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Rounding may bring a sum above what is summed up: a mean is never outside of its numbers. */
function meanOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.min(Math.max(mean, Math.min(...numbers)), Math.max(...numbers));
}

/** The mean by weights, of what each review says without its reviewer's bias; on the scale. */
function weighed(scores: readonly number[], { shares, biases, prior }: ReviewWeights): number {
  let sum = prior.share * prior.mean;
  let total = prior.share;
  scores.forEach((score, index) => {
    const share = shares[index] ?? 0;
    sum += share * (score - (biases[index] ?? 0));
    total += share;
  });
  return Math.min(100, Math.max(0, sum / total));
}
