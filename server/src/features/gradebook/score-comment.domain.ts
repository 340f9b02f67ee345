import { type Calculation, calculate } from './formulas.domain.ts';

/** The longest comment that is sent (spec/gradebook.md item 8). */
const COMMENT_MAX = 1_000;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });

/**
 * How a grade came about, as the plain sentence that goes to the gradebook beside it: numbers only, so no reviewer can
 * be in it.
 */
export function scoreComment(calculation: Calculation): string {
  const { value, median, reviewScores } = calculate(calculation);
  const reviews =
    reviewScores.length === 1 ? '1 review' : `median of ${number.format(reviewScores.length)} reviews`;
  const points = `${number.format(value)} of ${number.format(calculation.parameters.points)} points`;
  return `Your work: ${reviews}, ${number.format(median)} %. Grade: ${points}.`.slice(0, COMMENT_MAX);
}
