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

const reviewsOf = (count: number): string => (count === 1 ? '1 review' : `${number(count)} reviews`);

const METHODS = {
  mean: 'mean',
  median: 'median',
  trimmed: 'mean without the highest and the lowest',
  reliability: 'mean by reliability',
};

function sentenceOf(step: GradeStep): string {
  switch (step.type) {
    case 'work': {
      const count = step.scores.length;
      const reviews = count === 1 ? '1 review' : `median of ${number(count)} reviews`;
      return `Your work: ${reviews}, ${number(step.percent)} %.`;
    }
    case 'reviews': {
      const count = step.scores.length;
      const reviews = count === 1 ? '1 review' : `${METHODS[step.method]} of ${number(count)} reviews`;
      const range = step.interval && `${number(step.interval.low)} to ${number(step.interval.high)} %`;
      const likely = range ? ` Other reviewers would most likely have come to ${range}.` : '';
      return `Your work: ${reviews}, ${number(step.percent)} %.${likely}`;
    }
    case 'decided': {
      const aside = step.setAside > 0 ? [`Staff have set ${reviewsOf(step.setAside)} aside.`] : [];
      const less = step.lessened > 0 ? [`Of ${reviewsOf(step.lessened)} staff have said to count less.`] : [];
      return [...aside, ...less].join(' ');
    }
    case 'criteria': {
      const set = step.criteria.map((one) => `${one.title}: ${number(one.points)} of ${number(one.maximum)}`);
      return `Set by staff: ${set.join('; ')}.`;
    }
    case 'compared': {
      const { chosen, made, percent, interval } = step;
      const range = `${number(interval.low)} to ${number(interval.high)} %`;
      return `Your work was chosen in ${number(chosen)} of ${number(made)} comparisons with other works: ${number(percent)} %, most likely between ${range}.`;
    }
    case 'agreement':
      return `They agree with the best reviews by ${number(step.agreement)} %, which counts ${number(step.counts)} %: ${number(step.percent)} %.`;
    case 'helpfulness':
      return step.helpfulness === null
        ? `Nobody has rated them yet, which will count ${number(step.counts)} %.`
        : `Authors find them helpful by ${number(step.helpfulness)} %, which counts ${number(step.counts)} %: ${number(step.percent)} %.`;
    case 'quality':
      return step.quality === null
        ? `Your instructors have not judged them, which would count ${number(step.counts)} %.`
        : `Your instructors find them good by ${number(step.quality)} %, which counts ${number(step.counts)} %: ${number(step.percent)} %.`;
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
    case 'team':
      return `Your group’s answers: ${number(step.points)} of ${number(step.possible)} points. Together, with ${number(step.weight)} % for the group: ${number(step.percent)} %.`;
    case 'milestones': {
      const met = step.milestones.filter((one) => one.met).length;
      return `Milestones: ${number(met)} of ${number(step.milestones.length)} met, ${number(step.points)} of ${number(step.possible)} points, ${number(step.percent)} %.`;
    }
    case 'marked':
      return `By the rubric: ${number(step.points)} of ${number(step.maximum)} points, ${number(step.percent)} %.`;
    case 'groupMilestones':
      return `${step.milestones.map(milestoneOf).join(' ')} Together ${number(step.points)} of ${number(step.possible)} points, ${number(step.percent)} %.`;
    case 'together':
      return `Together, with ${number(step.milestones)} % for the milestones and ${number(step.rubric)} % for the rubric: ${number(step.percent)} %.`;
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

function milestoneOf(one: Extract<GradeStep, { type: 'groupMilestones' }>['milestones'][number]): string {
  if (one.missed) return `${one.title}: not handed in, 0 of ${number(one.possible)} points.`;
  const late = one.taken > 0 ? `, late -${number(one.taken)}` : '';
  const own =
    one.adjustment === 0 ? '' : `, for you ${one.adjustment > 0 ? '+' : ''}${number(one.adjustment)}`;
  const factor = one.factor
    ? `, contribution × ${number(one.factor.value)} for ${number(one.factor.percent)} % of it`
    : '';
  return `${one.title}: group ${number(one.given)}${factor}${late}${own}, ${number(one.points)} of ${number(one.possible)} points.`;
}
