import type { z } from 'zod';
import { COMMENT_MAX, DRAFT_RATINGS_MAX } from '../../../../server/src/contracts/limits.ts';
import type {
  Choice,
  ComparisonView,
  Side,
  SubmitComparison,
} from '../../../../server/src/contracts/peer-review-comparative.ts';
import { isBlank, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';

/** A comparison as the form holds it: choices by criterion id, absent while nothing was chosen. */
export interface ComparisonForm {
  readonly choices: Readonly<Record<string, Side>>;
  readonly leftComment: RichText;
  readonly rightComment: RichText;
}

export type ComparisonBody = Omit<z.input<typeof SubmitComparison.body>, 'promised'>;

export const toComparisonForm = ({
  choices,
  leftComment,
  rightComment,
}: Pick<ComparisonView, 'choices' | 'leftComment' | 'rightComment'>): ComparisonForm => ({
  choices: Object.fromEntries(choices.map(({ criterionId, better }) => [criterionId, better])),
  leftComment,
  rightComment,
});

type Criteria = Pick<ComparisonView, 'criteria'>['criteria'];

/** The choices to send, in the rubric's order. */
export const toChoices = ({ choices }: ComparisonForm, criteria: Criteria): Choice[] =>
  criteria.flatMap(({ id }) => {
    const better = choices[id];
    return better ? [{ criterionId: id, better }] : [];
  });

/** What to keep while one chooses: also by criteria that the rubric has no more. */
export function toDraftChoices(form: ComparisonForm, criteria: Criteria): Choice[] {
  const known = new Set(criteria.map(({ id }) => id));
  const former = Object.entries(form.choices)
    .filter(([criterionId]) => !known.has(criterionId))
    .map(([criterionId, better]) => ({ criterionId, better }));
  return [...toChoices(form, criteria), ...former].slice(0, DRAFT_RATINGS_MAX);
}

type CommentProblem = 'missing' | 'tooLong' | null;

export interface ComparisonProblems {
  /** Criteria without a choice. */
  readonly open: ReadonlySet<string>;
  readonly left: CommentProblem;
  readonly right: CommentProblem;
}

/** What keeps a comparison from being submitted. */
export const findComparisonProblems = (form: ComparisonForm, criteria: Criteria): ComparisonProblems => ({
  open: new Set(criteria.filter(({ id }) => form.choices[id] === undefined).map(({ id }) => id)),
  left: problemOf(form.leftComment),
  right: problemOf(form.rightComment),
});

function problemOf(comment: RichText): CommentProblem {
  if (isBlank(comment)) return 'missing';
  return plainTextOf(comment).length > COMMENT_MAX ? 'tooLong' : null;
}

export const countComparisonProblems = ({ open, left, right }: ComparisonProblems): number =>
  open.size + [left, right].filter((problem) => problem !== null).length;
