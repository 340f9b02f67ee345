import { answered, answeredTogether } from './answer-parts.domain.ts';
import { combineReviews, medianOf } from './combine-reviews.domain.ts';
import { combineWeighed } from './combine-weighed.domain.ts';
import { compared } from './compared-part.domain.ts';
import { reached, reachedAndMarked, rubricMarked } from './discussion-parts.domain.ts';
import type {
  ReviewInput,
  ReviewsInputs,
  SubmissionInputs,
  WeighedInputs,
  DecidedInputs,
  SetInputs,
  ComparedInputs,
  AgreementInputs,
  HelpfulnessInputs,
  HelpfulnessParameters,
  QualityInputs,
  QualityParameters,
  JudgedParameters,
  ReviewingInputs,
  AnswersInputs,
  TeamAnswersInputs,
  TeamParameters,
  MarkedInputs,
  MilestonesInputs,
  GroupMilestonesInputs,
  FactoredMilestonesInputs,
  MilestoneShare,
  SubmissionParameters,
  MethodParameters,
  ComparedParameters,
  AgreementParameters,
  TotalParameters,
} from './formula-inputs.domain.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import {
  deductLate,
  grade,
  type GradeParameters,
  type Outcome,
  override,
  type Part,
  type PointsParameters,
  round,
} from './grade-policies.domain.ts';
import { factoredMilestones, groupMilestones } from './group-parts.domain.ts';
import { agreeing, helping, judged, reviewing, valued } from './reviewing-parts.domain.ts';
import { reviewsAsSet, tellCriteria } from './set-criteria.domain.ts';

/** What each formula takes. */
interface Formulas {
  'peer-review.median@1': { inputs: ReviewsInputs; parameters: PointsParameters };
  'peer-review.submission@1': { inputs: SubmissionInputs; parameters: SubmissionParameters };
  'peer-review.reviewing-completion@1': { inputs: ReviewingInputs; parameters: GradeParameters };
  'peer-review.total@1': { inputs: SubmissionInputs & ReviewingInputs; parameters: TotalParameters };
  'peer-review.submission@2': { inputs: WeighedInputs; parameters: MethodParameters };
  'peer-review.reviewing-agreement@1': { inputs: AgreementInputs; parameters: AgreementParameters };
  'peer-review.total@2': {
    inputs: WeighedInputs & AgreementInputs;
    parameters: TotalParameters & MethodParameters & AgreementParameters;
  };
  'peer-review.submission@3': { inputs: DecidedInputs; parameters: MethodParameters };
  'peer-review.total@3': {
    inputs: DecidedInputs & AgreementInputs;
    parameters: TotalParameters & MethodParameters & AgreementParameters;
  };
  'peer-review.compared@1': { inputs: ComparedInputs; parameters: ComparedParameters };
  'peer-review.compared-total@1': {
    inputs: ComparedInputs & ReviewingInputs;
    parameters: TotalParameters & ComparedParameters;
  };
  'peer-review.reviewing-helpfulness@1': { inputs: HelpfulnessInputs; parameters: HelpfulnessParameters };
  'peer-review.total@4': {
    inputs: DecidedInputs & HelpfulnessInputs;
    parameters: TotalParameters & MethodParameters & HelpfulnessParameters;
  };
  'peer-review.submission@4': { inputs: SetInputs; parameters: MethodParameters };
  'peer-review.total@5': {
    inputs: SetInputs & HelpfulnessInputs;
    parameters: TotalParameters & MethodParameters & JudgedParameters;
  };
  'peer-review.reviewing-judged@1': { inputs: QualityInputs; parameters: QualityParameters };
  'peer-review.total@6': {
    inputs: SetInputs & QualityInputs;
    parameters: TotalParameters & MethodParameters & QualityParameters;
  };
  'questionnaire.score@1': { inputs: AnswersInputs; parameters: GradeParameters };
  'questionnaire.team-score@1': { inputs: TeamAnswersInputs; parameters: TeamParameters };
  'discussion.milestones@1': { inputs: MilestonesInputs; parameters: GradeParameters };
  'discussion.rubric@1': { inputs: MarkedInputs; parameters: GradeParameters };
  'discussion.total@1': { inputs: MilestonesInputs & MarkedInputs; parameters: MilestoneShare };
  'group-work.milestones@1': { inputs: GroupMilestonesInputs; parameters: GradeParameters };
  'group-work.factored@1': { inputs: FactoredMilestonesInputs; parameters: GradeParameters };
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
  'peer-review.submission@1': graded(submission),
  'peer-review.reviewing-completion@1': graded(reviewing),
  'peer-review.total@1': graded(both(submission, reviewing)),
  'peer-review.submission@2': graded(combined),
  'peer-review.reviewing-agreement@1': graded(agreeing),
  'peer-review.total@2': graded(both(combined, agreeing)),
  'peer-review.submission@3': graded(decided),
  'peer-review.total@3': graded(both(decided, agreeing)),
  'peer-review.compared@1': graded(compared),
  'peer-review.compared-total@1': graded(both(compared, reviewing)),
  'peer-review.reviewing-helpfulness@1': graded(helping),
  'peer-review.total@4': graded(both(decided, helping)),
  'peer-review.submission@4': graded(withCriteria),
  'peer-review.total@5': graded(both(withCriteria, judged)),
  'peer-review.reviewing-judged@1': graded(valued),
  'peer-review.total@6': graded(both(withCriteria, valued)),
  'questionnaire.score@1': graded(answered),
  'questionnaire.team-score@1': graded(answeredTogether),
  'discussion.milestones@1': graded(reached),
  'discussion.rubric@1': graded(rubricMarked),
  'discussion.total@1': graded(reachedAndMarked),
  'group-work.milestones@1': graded(groupMilestones),
  'group-work.factored@1': graded(factoredMilestones),
  'gradebook.withdrawn@1': () => ({ value: null, because: 'withdrawn', steps: [{ type: 'withdrawn' }] }),
};

/** All formulas by their names: the suites must have used each (`test/checks/replay.mjs`). */
export const FORMULA_IDS = Object.keys(FORMULAS) as FormulaId[];

/** Computes, the first time or again: the same calculation gives the same result to the last digit. */
export const calculate = <F extends FormulaId>(calculation: CalculationOf<F>): Outcome =>
  FORMULAS[calculation.formula](calculation.inputs, calculation.parameters, calculation.overrides);

/** What a grade is made of, in percent. */
type PartOf<Inputs, Parameters> = (
  inputs: Inputs,
  parameters: Parameters,
  overrides: Overrides | null,
) => Part;

/** A grade from one part, by the column's rules, with what staff have decided. */
function graded<Inputs, Parameters extends GradeParameters>(part: PartOf<Inputs, Parameters>) {
  return (inputs: Inputs, parameters: Parameters, overrides: Overrides | null): Outcome =>
    override(grade(part(inputs, parameters, overrides), parameters), overrides);
}

/** The part of the work and the part of reviewing together. */
function both<Own, OwnParameters, Given extends Pick<ReviewingInputs, 'given'>, GivenParameters>(
  own: PartOf<Own, OwnParameters>,
  given: PartOf<Given, GivenParameters>,
): PartOf<Own & Given, OwnParameters & GivenParameters & TotalParameters> {
  return (inputs, parameters, overrides) =>
    sumOf(own(inputs, parameters, overrides), given(inputs, parameters, overrides), inputs.given, parameters);
}

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
  const percent = medianOf(scores);
  return { percent, steps: [{ type: 'work', percent, scores }] };
}

/** The work's reviews, less what lateness takes off. */
function submission(
  { reviews, handedIn }: SubmissionInputs,
  { late }: SubmissionParameters,
  overrides: Overrides | null,
): Part {
  return deductLate(medianPart(reviews), handedIn, late, Boolean(overrides?.waiver));
}

/** The work's reviews by the chosen method, less what lateness takes off. */
function combined(
  { reviews, weights, margin, handedIn }: WeighedInputs,
  { late, method }: MethodParameters,
  overrides: Overrides | null,
): Part {
  if (reviews.length === 0) return { percent: null, because: 'noReviews', steps: [] };
  const scores = reviews.map(({ points, maximum }) => (points / maximum) * 100);
  const percent = combineReviews(scores, method, weights);
  const interval = margin === null ? null : aroundOf(percent, margin);
  // Where nothing tells reviewers apart, their mean is what was taken.
  const taken = method === 'reliability' && weights === null ? 'mean' : method;
  const sorted = scores.toSorted((a, b) => a - b);
  const steps = [{ type: 'reviews', method: taken, percent, scores: sorted, interval } as const];
  return deductLate({ percent, steps }, handedIn, late, Boolean(overrides?.waiver));
}

/** The same where staff have said of some reviews how much they count. */
function decided(
  { reviews, setAside, weights, margin, handedIn }: DecidedInputs,
  { late, method }: MethodParameters,
  overrides: Overrides | null,
): Part {
  const lessened = reviews.filter(({ weight }) => weight < 1).length;
  const isDecided = setAside.length + lessened > 0;
  const decision = isDecided ? [{ type: 'decided', setAside: setAside.length, lessened } as const] : [];
  if (reviews.length === 0) return { percent: null, because: 'noReviews', steps: decision };
  const scores = reviews.map(({ points, maximum }) => (points / maximum) * 100);
  const counts = reviews.map(({ weight }) => weight);
  const percent = combineWeighed(scores, method, weights, counts);
  const interval = margin === null ? null : aroundOf(percent, margin);
  const taken = method === 'reliability' && weights === null ? 'mean' : method;
  const sorted = scores.toSorted((a, b) => a - b);
  const step = { type: 'reviews', method: taken, percent, scores: sorted, interval } as const;
  const waived = Boolean(overrides?.waiver);
  return deductLate({ percent, steps: [step, ...decision] }, handedIn, late, waived);
}

/** The same where staff have set what criteria get. */
function withCriteria(inputs: SetInputs, parameters: MethodParameters, overrides: Overrides | null): Part {
  return tellCriteria(decided(reviewsAsSet(inputs), parameters, overrides), inputs);
}

const aroundOf = (percent: number, margin: number): { low: number; high: number } => ({
  low: Math.max(0, percent - margin),
  high: Math.min(100, percent + margin),
});

/** The weighted sum of both, the work's part first; who had nothing to review is judged by the work alone. */
function sumOf(own: Part, given: Part, asked: readonly unknown[], { weights }: TotalParameters): Part {
  if (own.percent === null) return own;
  if (asked.length === 0) return { ...own, steps: [...own.steps, { type: 'workAlone' }] };
  const steps = [...own.steps, ...given.steps];
  if (given.percent === null) return { ...given, steps };
  const percent = (own.percent * weights.work) / 100 + (given.percent * weights.reviewing) / 100;
  return { percent, steps: [...steps, { type: 'weighted', ...weights, percent }] };
}
