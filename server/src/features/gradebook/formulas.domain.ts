import type { Overrides } from './grade-overrides.domain.ts';
import {
  deductLate,
  grade,
  type GradeParameters,
  type HandedIn,
  type LatePolicy,
  type Outcome,
  override,
  type Part,
  type PointsParameters,
  round,
} from './grade-policies.domain.ts';

/** One finished review as it counts: `points` of `maximum`, in the version that was the newest when grades were made. */
export interface ReviewInput {
  readonly reviewId: string;
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
}

/** Sorted by `reviewId`, so that the same reviews are the same inputs. */
export interface ReviewsInputs {
  readonly reviews: readonly ReviewInput[];
}

export interface SubmissionInputs extends ReviewsInputs {
  /** Null when nothing was handed in. */
  readonly handedIn: HandedIn | null;
}

export interface ReviewingInputs {
  /** The reviews one has to write, sorted by `reviewId`; version 0 is not submitted. */
  readonly given: readonly { readonly reviewId: string; readonly version: number }[];
  /** Whether more may still be submitted. */
  readonly open: boolean;
}

export interface AnswersInputs {
  /** The attempt that stands, as it was scored by the version that was answered; null when nothing was answered. */
  readonly attempt: {
    readonly answerId: string;
    readonly version: number;
    readonly attempt: number;
    readonly points: number;
    readonly possible: number;
  } | null;
}

export interface SubmissionParameters extends GradeParameters {
  readonly late: LatePolicy | null;
}

export interface TotalParameters extends SubmissionParameters {
  /** Percent each part counts; together 100, or more where that is extra credit. */
  readonly weights: { readonly work: number; readonly reviewing: number };
}

/** What each formula takes. */
interface Formulas {
  'peer-review.median@1': { inputs: ReviewsInputs; parameters: PointsParameters };
  'peer-review.submission@1': { inputs: SubmissionInputs; parameters: SubmissionParameters };
  'peer-review.reviewing-completion@1': { inputs: ReviewingInputs; parameters: GradeParameters };
  'peer-review.total@1': { inputs: SubmissionInputs & ReviewingInputs; parameters: TotalParameters };
  'questionnaire.score@1': { inputs: AnswersInputs; parameters: GradeParameters };
  'gradebook.withdrawn@1': { inputs: Readonly<Record<string, never>>; parameters: PointsParameters };
}

export type FormulaId = keyof Formulas;

/** A formula with its parameters: the same for all members of a column. */
export type FormulaWith = {
  [F in FormulaId]: { readonly formula: F; readonly parameters: Formulas[F]['parameters'] };
}[FormulaId];

export type Inputs = Formulas[FormulaId]['inputs'];

interface CalculationOf<F extends FormulaId> {
  readonly formula: F;
  readonly parameters: Formulas[F]['parameters'];
  readonly inputs: Formulas[F]['inputs'];
  readonly overrides: Overrides | null;
}

/** A formula with all it needs: what an entry of the ledger keeps. */
export type Calculation = { [F in FormulaId]: CalculationOf<F> }[FormulaId];

/**
 * Every formula that ever made a grade, by name and version. A version is never changed: a better formula is a new
 * one, and the old stays, so that each entry of the ledger can be replayed (spec/gradebook.md item 2). What a formula
 * is built from (`grade-policies.domain.ts`) is part of its version.
 */
const FORMULAS: {
  readonly [F in FormulaId]: (
    inputs: Formulas[F]['inputs'],
    parameters: Formulas[F]['parameters'],
    overrides: Overrides | null,
  ) => Outcome;
} = {
  'peer-review.median@1': medianOfReviews,
  'peer-review.submission@1': (inputs, parameters, overrides) =>
    override(grade(submission(inputs, parameters, overrides), parameters), overrides),
  'peer-review.reviewing-completion@1': (inputs, parameters, overrides) =>
    override(grade(reviewing(inputs), parameters), overrides),
  'peer-review.total@1': (inputs, parameters, overrides) =>
    override(grade(total(inputs, parameters, overrides), parameters), overrides),
  'questionnaire.score@1': (inputs, parameters, overrides) =>
    override(grade(answered(inputs), parameters), overrides),
  'gradebook.withdrawn@1': () => ({ value: null, because: 'withdrawn', steps: [{ type: 'withdrawn' }] }),
};

/** All formulas by their names: the suites must have used each (`test/checks/replay.mjs`). */
export const FORMULA_IDS = Object.keys(FORMULAS) as FormulaId[];

/** Computes, the first time or again: the same calculation gives the same result to the last digit. */
export const calculate = <F extends FormulaId>(calculation: CalculationOf<F>): Outcome =>
  FORMULAS[calculation.formula](calculation.inputs, calculation.parameters, calculation.overrides);

/** The median alone, as it was before there were policies. */
function medianOfReviews(
  { reviews }: ReviewsInputs,
  { points, decimals }: PointsParameters,
  overrides: Overrides | null,
): Outcome {
  const part = medianPart(reviews);
  if (part.percent === null) return override({ value: null, because: part.because, steps: [] }, overrides);
  const value = round((part.percent / 100) * points, { decimals, rounding: 'nearest' });
  return override({ value, because: null, steps: part.steps }, overrides);
}

/** The median of the reviews' percentages, the mean of the middle two when their number is even. */
function medianPart(reviews: readonly ReviewInput[]): Part {
  if (reviews.length === 0) return { percent: null, because: 'noReviews', steps: [] };
  const scores = reviews.map((review) => (review.points / review.maximum) * 100).sort((a, b) => a - b);
  const lower = scores[Math.floor((scores.length - 1) / 2)] ?? Number.NaN;
  const upper = scores[Math.floor(scores.length / 2)] ?? Number.NaN;
  const percent = (lower + upper) / 2;
  return { percent, steps: [{ type: 'work', percent, scores }] };
}

/** The work's reviews, less what lateness takes off. */
const submission = (
  { reviews, handedIn }: SubmissionInputs,
  { late }: SubmissionParameters,
  overrides: Overrides | null,
): Part => deductLate(medianPart(reviews), handedIn, late, Boolean(overrides?.waiver));

/** The share of one's reviews that are submitted, once they all are or no more can be. */
function reviewing({ given, open }: ReviewingInputs): Part {
  const done = given.filter(({ version }) => version > 0).length;
  const of = given.length;
  if (of === 0) return { percent: null, because: 'noReviews', steps: [] };
  const percent = (done / of) * 100;
  const steps = [{ type: 'reviewing', done, of, percent } as const];
  return done < of && open ? { percent: null, because: 'reviewingOpen', steps } : { percent, steps };
}

/** The share of the points that could be had; none where there was nothing to be had. */
function answered({ attempt }: AnswersInputs): Part {
  if (attempt === null || attempt.possible === 0) return { percent: null, because: 'noAnswers', steps: [] };
  const { points, possible } = attempt;
  const percent = (points / possible) * 100;
  return { percent, steps: [{ type: 'answers', points, possible, percent }] };
}

/** The weighted sum of both, the work's part first; who had nothing to review is judged by the work alone. */
function total(
  inputs: SubmissionInputs & ReviewingInputs,
  parameters: TotalParameters,
  overrides: Overrides | null,
): Part {
  const { weights } = parameters;
  const own = submission(inputs, parameters, overrides);
  if (own.percent === null) return own;
  if (inputs.given.length === 0) return { ...own, steps: [...own.steps, { type: 'workAlone' }] };
  const given = reviewing(inputs);
  const steps = [...own.steps, ...given.steps];
  if (given.percent === null) return { ...given, steps };
  const percent = (own.percent * weights.work) / 100 + (given.percent * weights.reviewing) / 100;
  return { percent, steps: [...steps, { type: 'weighted', ...weights, percent }] };
}
