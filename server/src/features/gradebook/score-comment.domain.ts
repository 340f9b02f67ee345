import type { GradeStep } from '../../contracts/gradebook.ts';
import { type Calculation, calculate } from './formulas.domain.ts';

/** The longest comment that is sent (spec/gradebook.md item 8). */
const COMMENT_MAX = 1_000;

const format = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false });
const number = (value: number): string => format.format(value);
const days = (count: number): string => (count === 1 ? '1 day' : `${number(count)} days`);

/**
 * How a grade came about, as the plain sentences that go to the gradebook beside it: made of numbers only, so no
 * reviewer and no reason of staff can be in it.
 */
export function scoreComment(calculation: Calculation): string {
  const { value, steps } = calculate(calculation);
  const points = `${number(value ?? 0)} of ${number(calculation.parameters.points)} points`;
  const sentences = steps.map(sentenceOf);
  if (value !== null) sentences.push(`Grade: ${points}.`);
  else if (sentences.length === 0) sentences.push('There is no grade.');
  return sentences.join(' ').slice(0, COMMENT_MAX);
}

function sentenceOf(step: GradeStep): string {
  switch (step.type) {
    case 'work': {
      const count = step.scores.length;
      const reviews = count === 1 ? '1 review' : `median of ${number(count)} reviews`;
      return `Your work: ${reviews}, ${number(step.percent)} %.`;
    }
    case 'late':
      return `Late by ${days(step.days)}: −${number(step.taken)} %.`;
    case 'lateWaived':
      return `Late by ${days(step.days)}: nothing is taken off.`;
    case 'reviewing':
      return `Your reviews: ${number(step.done)} of ${number(step.of)} written, ${number(step.percent)} %.`;
    case 'weighted':
      return `Together, with ${number(step.work)} % for the work and ${number(step.reviewing)} % for the reviews: ${number(step.percent)} %.`;
    case 'workAlone':
      return 'You had nothing to review, so your work counts for all.';
    case 'answers':
      return `Your answers: ${number(step.points)} of ${number(step.possible)} points, ${number(step.percent)} %.`;
    case 'raised':
      return `Raised to the lowest grade there is: ${number(step.percent)} %.`;
    case 'capped':
      return `Limited to the highest grade there is: ${number(step.percent)} %.`;
    case 'set':
      return 'The grade was set by your instructor.';
    case 'excused':
      return 'You are excused: there is no grade.';
    case 'withdrawn':
      return 'The grade was taken back.';
  }
}
