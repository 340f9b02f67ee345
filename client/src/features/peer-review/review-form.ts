import { isBlank, plainTextOf, type RichText } from '../../../../server/src/contracts/plain-text.ts';
import { COMMENT_MAX } from '../../../../server/src/contracts/limits.ts';
import type { Criterion, Rating, ReviewerReview } from './api.ts';

/** A review as the form holds it: points by criterion id, absent while not rated. */
export interface ReviewForm {
  readonly points: Readonly<Record<string, number>>;
  readonly comment: RichText;
}

export const toReviewForm = ({
  ratings,
  comment,
}: Pick<ReviewerReview, 'ratings' | 'comment'>): ReviewForm => ({
  points: Object.fromEntries(ratings.map(({ criterionId, points }) => [criterionId, points])),
  comment,
});

/** The ratings to send, in the rubric's order; what is not rated, or no number, is left out. */
export const toRatings = ({ points }: ReviewForm, criteria: Criterion[]): Rating[] =>
  criteria.flatMap(({ id }) => {
    const given = points[id];
    return given === undefined || Number.isNaN(given) ? [] : [{ criterionId: id, points: given }];
  });

export interface ReviewProblems {
  /** Ids of criteria without points or with points outside the rubric. */
  readonly criteria: ReadonlySet<string>;
  readonly comment: 'missing' | 'tooLong' | null;
}

/** What keeps a review from being submitted. */
export function findProblems(form: ReviewForm, criteria: Criterion[]): ReviewProblems {
  const isGood = ({ id, points }: Criterion) => {
    const given = form.points[id];
    return given !== undefined && given >= 0 && given <= points;
  };
  return {
    criteria: new Set(criteria.filter((criterion) => !isGood(criterion)).map(({ id }) => id)),
    comment: problemOfComment(form.comment),
  };
}

function problemOfComment(comment: RichText): ReviewProblems['comment'] {
  if (isBlank(comment)) return 'missing';
  return plainTextOf(comment).length > COMMENT_MAX ? 'tooLong' : null;
}

export const countProblems = ({ criteria, comment }: ReviewProblems): number =>
  criteria.size + (comment === null ? 0 : 1);

/** How far one press moves a slider: fine where there are few points. */
export const sliderStep = (points: number): number => (Number.isInteger(points) && points > 5 ? 1 : 0.5);
