import { isBlank, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import {
  COMMENT_MAX,
  CRITERION_COMMENT_MAX,
  DRAFT_RATINGS_MAX,
} from '../../../../server/src/contracts/limits.ts';
import { faultOf, normalRating, type RatingFault } from '../../../../server/src/contracts/rubric-rules.ts';
import type { InlineComment } from './inline-notes.ts';
import type { Criterion, Rating, ReviewerReview } from './api.ts';

/** A review as the form holds it: ratings by criterion id, absent while nothing was given. */
export interface ReviewForm {
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly comment: RichText;
  /** On places in the work; one that says nothing yet is not kept. */
  readonly inline?: readonly InlineComment[];
}

export const toReviewForm = ({
  ratings,
  comment,
  inline = [],
}: Pick<ReviewerReview, 'ratings' | 'comment'> & Pick<ReviewForm, 'inline'>): ReviewForm => ({
  ratings: Object.fromEntries(ratings.map((rating) => [rating.criterionId, rating])),
  comment,
  inline,
});

/** The comments on places to send: those that say something. */
export function toInline({ inline = [] }: ReviewForm): { inline?: InlineComment[] } {
  const said = inline.filter(({ text }) => text.trim() !== '');
  return said.length === 0 ? {} : { inline: said };
}

/** A number field that was emptied says NaN: nothing is given. */
const withoutNaN = (rating: Rating): Rating => {
  const { value, ...rest } = rating;
  return {
    ...rest,
    points: rest.points === null || Number.isNaN(rest.points) ? null : rest.points,
    ...(value !== undefined && !Number.isNaN(value) && { value }),
  };
};

const saysNothing = ({ points, level, value, notApplicable, comment }: Rating): boolean =>
  points === null && level === undefined && value === undefined && !notApplicable && !comment;

/** The ratings to send, in the rubric's order; what says nothing is left out. */
export const toRatings = ({ ratings }: ReviewForm, criteria: readonly Criterion[]): Rating[] =>
  criteria.flatMap((criterion) => {
    const given = ratings[criterion.id];
    const rating = given && normalRating(criterion, withoutNaN(given));
    return rating && !saysNothing(rating) ? [rating] : [];
  });

/** What to keep while one writes: also what was said by criteria that the rubric has no more. */
export function toDraftRatings(form: ReviewForm, criteria: readonly Criterion[]): Rating[] {
  const known = new Set(criteria.map(({ id }) => id));
  const former = Object.values(form.ratings).filter(({ criterionId }) => !known.has(criterionId));
  return [...toRatings(form, criteria), ...former].slice(0, DRAFT_RATINGS_MAX);
}

export interface ReviewProblems {
  /** What is wrong with the ratings, by criterion. */
  readonly criteria: ReadonlyMap<string, RatingFault | 'COMMENT_TOO_LONG'>;
  readonly comment: 'missing' | 'tooLong' | null;
}

/** What keeps a review from being submitted. @param asksComments whether the comments on criteria must be there */
export function findProblems(
  form: ReviewForm,
  criteria: readonly Criterion[],
  asksComments = true,
): ReviewProblems {
  const problems = criteria.flatMap((criterion): [string, RatingFault | 'COMMENT_TOO_LONG'][] => {
    const given = form.ratings[criterion.id];
    const isTooLong = (given?.comment ?? '').trim().length > CRITERION_COMMENT_MAX;
    const fault = faultOf(criterion, given && withoutNaN(given), asksComments);
    if (fault) return [[criterion.id, fault]];
    return isTooLong ? [[criterion.id, 'COMMENT_TOO_LONG']] : [];
  });
  return { criteria: new Map(problems), comment: problemOfComment(form.comment) };
}

function problemOfComment(comment: RichText): ReviewProblems['comment'] {
  if (isBlank(comment)) return 'missing';
  return plainTextOf(comment).length > COMMENT_MAX ? 'tooLong' : null;
}

export const countProblems = ({ criteria, comment }: ReviewProblems): number =>
  criteria.size + (comment === null ? 0 : 1);

/** How far one press moves a slider: fine where there are few points. */
export const sliderStep = (points: number): number => (Number.isInteger(points) && points > 5 ? 1 : 0.5);
