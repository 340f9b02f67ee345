/** One finished review as it counts: `points` of `maximum`, in the version that was the newest when grades were made. */
export interface ReviewInput {
  readonly reviewId: string;
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
}

/** Sorted by `reviewId`, so that the same reviews are the same inputs. */
export interface MedianInputs {
  readonly reviews: readonly ReviewInput[];
}

export interface MedianParameters {
  /** Points of the gradebook column: the maximum of the grade. */
  readonly points: number;
  /** Digits after the point that the grade is rounded to. */
  readonly decimals: number;
}

export interface MedianResult {
  readonly value: number;
  /** Percentages of the reviews, ascending. */
  readonly reviewScores: readonly number[];
  readonly median: number;
}

/**
 * Every formula that ever made a grade, by name and version. A version is never changed: a better formula is a new
 * one, and the old stays, so that each entry of the ledger can be replayed (spec/gradebook.md item 2).
 */
const FORMULAS = {
  'peer-review.median@1': medianOfReviews,
} as const satisfies Record<string, (inputs: MedianInputs, parameters: MedianParameters) => MedianResult>;

export type FormulaId = keyof typeof FORMULAS;

/** A formula with all it needs: what an entry of the ledger keeps. */
export interface Calculation {
  readonly formula: FormulaId;
  readonly parameters: MedianParameters;
  readonly inputs: MedianInputs;
}

/** Computes, the first time or again: the same calculation gives the same result to the last digit. */
export const calculate = ({ formula, parameters, inputs }: Calculation): MedianResult =>
  FORMULAS[formula](inputs, parameters);

/**
 * The median of the reviews' percentages, the mean of the middle two when their number is even, as a share of the
 * column's points. @param inputs at least one review.
 */
function medianOfReviews({ reviews }: MedianInputs, { points, decimals }: MedianParameters): MedianResult {
  const reviewScores = reviews.map((review) => (review.points / review.maximum) * 100).sort((a, b) => a - b);
  const lower = reviewScores[Math.floor((reviewScores.length - 1) / 2)] ?? Number.NaN;
  const upper = reviewScores[Math.floor(reviewScores.length / 2)] ?? Number.NaN;
  const median = (lower + upper) / 2;
  return { value: roundHalfUp((median / 100) * points, decimals), reviewScores, median };
}

/** Rounds as people do: 1.005 to two digits is 1.01, although its nearest binary number is a little smaller. */
function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Fifteen digits are what a decimal number survives in binary; the noise is behind them.
  return Math.round(Number((value * factor).toPrecision(15))) / factor;
}
