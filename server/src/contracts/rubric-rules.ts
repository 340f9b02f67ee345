/**
 * What ratings by a rubric come to: the same rules in the form and on the server (spec/peer-review.md item 6). The grade of
 * a review is the weighted share of the criteria that apply (`reference/algorithms.md` §2).
 */

export interface Level {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly points: number;
}

export type CriterionKind =
  | { readonly type: 'points' }
  | {
      readonly type: 'scale';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      /** What its ends mean. */
      readonly lowLabel: string;
      readonly highLabel: string;
    }
  | { readonly type: 'levels'; readonly levels: readonly Level[] }
  | { readonly type: 'yesNo' }
  | { readonly type: 'comment' };

export interface JudgedCriterion {
  readonly id: string;
  /** The most that it gives: of levels the best one's, of a scale its upper end's; 0 for a comment alone. */
  readonly points: number;
  /** Absent: points from 0 to `points`. */
  readonly kind?: CriterionKind | undefined;
  /** What it counts beside the others; absent: as much as its points. */
  readonly weight?: number | undefined;
  readonly mayNotApply?: boolean | undefined;
  readonly comment?:
    | { readonly need: 'optional' | 'required'; readonly minimum: number; readonly prompts: boolean }
    | undefined;
}

export interface GivenRating {
  readonly criterionId: string;
  /** In the criterion's points; null while undecided, where it does not apply, and of a comment alone. */
  readonly points: number | null;
  /** Id of the chosen level. */
  readonly level?: string | undefined;
  /** On a scale. */
  readonly value?: number | undefined;
  readonly notApplicable?: boolean | undefined;
  readonly comment?: string | undefined;
}

export type RatingFault =
  'RATING_MISSING' | 'RATING_OUT_OF_RANGE' | 'CRITERION_COMMENT_MISSING' | 'CRITERION_COMMENT_SHORT';

export interface Total {
  readonly points: number;
  readonly maximum: number;
}

export type RatedRubric<Rating> =
  | ({ readonly type: 'rated'; readonly ratings: Rating[] } & Total)
  | { readonly type: 'refuse'; readonly reason: RatingFault; readonly criterionId: string }
  /** Everything was said not to apply, so there is nothing to make a grade of. */
  | { readonly type: 'refuse'; readonly reason: 'NOTHING_RATED'; readonly criterionId: string };

/** Binary fractions such as a third of 10 are kept to this many digits, so that they compare equal. */
const DIGITS = 12;
const NEARLY = 1e-9;

const POINTS: CriterionKind = { type: 'points' };
export const kindOf = ({ kind }: Pick<JudgedCriterion, 'kind'>): CriterionKind => kind ?? POINTS;

/** What a criterion counts beside the others. */
export const weightOf = (criterion: JudgedCriterion): number =>
  kindOf(criterion).type === 'comment' ? 0 : (criterion.weight ?? criterion.points);

/** The most that a rubric gives where every criterion applies. */
export const maximumOf = (criteria: readonly JudgedCriterion[]): number =>
  criteria.reduce((sum, criterion) => sum + weightOf(criterion), 0);

/** What a choice gives in its criterion's points; null where nothing is chosen. */
export function pointsOf(criterion: JudgedCriterion, rating: GivenRating): number | null {
  if (rating.notApplicable) return null;
  const kind = kindOf(criterion);
  switch (kind.type) {
    case 'points':
    case 'yesNo':
      return rating.points;
    case 'scale':
      return rating.value === undefined
        ? null
        : tidy(((rating.value - kind.min) / (kind.max - kind.min)) * criterion.points);
    case 'levels':
      return kind.levels.find(({ id }) => id === rating.level)?.points ?? null;
    case 'comment':
      return null;
  }
}

const tidy = (value: number): number => Number(value.toPrecision(DIGITS));

/** Only what the criterion's kind has a place for, with the points that the choice gives. */
export function normalRating(criterion: JudgedCriterion, rating: GivenRating): GivenRating {
  const { level, value, notApplicable } = rating;
  const { type } = kindOf(criterion);
  const comment = criterion.comment ? (rating.comment ?? '').trim() : '';
  return {
    criterionId: criterion.id,
    points: pointsOf(criterion, rating),
    ...(notApplicable && { notApplicable: true }),
    ...(!notApplicable && type === 'levels' && level !== undefined && { level }),
    ...(!notApplicable && type === 'scale' && value !== undefined && { value }),
    ...(comment !== '' && { comment }),
  };
}

/** What is wrong with a rating; null for one that may be submitted. @param asksComments staff need not write them */
export function faultOf(
  criterion: JudgedCriterion,
  rating: GivenRating | undefined,
  asksComments = true,
): RatingFault | null {
  return choiceFault(criterion, rating) ?? (asksComments ? commentFault(criterion, rating) : null);
}

function choiceFault(criterion: JudgedCriterion, rating: GivenRating | undefined): RatingFault | null {
  const kind = kindOf(criterion);
  if (rating?.notApplicable) return criterion.mayNotApply ? null : 'RATING_OUT_OF_RANGE';
  if (kind.type === 'comment') return null;
  if (kind.type === 'levels' && rating?.level !== undefined)
    return kind.levels.some(({ id }) => id === rating.level) ? null : 'RATING_OUT_OF_RANGE';
  if (kind.type === 'scale' && rating?.value !== undefined)
    return isOnScale(kind, rating.value) ? null : 'RATING_OUT_OF_RANGE';
  const points = rating && pointsOf(criterion, rating);
  if (points === null || points === undefined) return 'RATING_MISSING';
  const isFine =
    kind.type === 'yesNo'
      ? points === 0 || points === criterion.points
      : points >= 0 && points <= criterion.points;
  return isFine ? null : 'RATING_OUT_OF_RANGE';
}

const isOnScale = (
  { min, max, step }: Extract<CriterionKind, { readonly type: 'scale' }>,
  value: number,
): boolean => {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < NEARLY;
};

function commentFault(criterion: JudgedCriterion, rating: GivenRating | undefined): RatingFault | null {
  const { comment } = criterion;
  // What does not apply needs no words.
  if (comment?.need !== 'required' || rating?.notApplicable) return null;
  const length = (rating?.comment ?? '').trim().length;
  if (length === 0) return 'CRITERION_COMMENT_MISSING';
  return length < comment.minimum ? 'CRITERION_COMMENT_SHORT' : null;
}

/** What ratings come to: of a criterion that does not apply, neither points nor maximum count. */
export function totalOf(criteria: readonly JudgedCriterion[], ratings: readonly GivenRating[]): Total {
  const given = new Map(ratings.map(({ criterionId, points }) => [criterionId, points]));
  let points = 0;
  let maximum = 0;
  for (const criterion of criteria) {
    const own = given.get(criterion.id) ?? null;
    const weight = weightOf(criterion);
    if (own === null || weight === 0) continue;
    // Without a weight of its own no digit of the sum changes.
    points += weight === criterion.points ? own : tidy((own / criterion.points) * weight);
    maximum += weight;
  }
  return { points, maximum };
}

/** One rating for every criterion of the rubric, in its order; what is wrong first is refused. */
export function rateRubric(
  criteria: readonly JudgedCriterion[],
  given: readonly GivenRating[],
  { asksComments }: { readonly asksComments: boolean },
): RatedRubric<GivenRating> {
  const byCriterion = new Map(given.map((rating) => [rating.criterionId, rating]));
  const known = new Set(criteria.map(({ id }) => id));
  const stranger = given.find(
    ({ criterionId }, index) =>
      !known.has(criterionId) || given.findIndex((other) => other.criterionId === criterionId) !== index,
  );
  if (stranger) return { type: 'refuse', reason: 'RATING_OUT_OF_RANGE', criterionId: stranger.criterionId };
  const ratings: GivenRating[] = [];
  for (const criterion of criteria) {
    const rating = byCriterion.get(criterion.id);
    const reason = faultOf(criterion, rating, asksComments);
    if (reason) return { type: 'refuse', reason, criterionId: criterion.id };
    ratings.push(normalRating(criterion, rating ?? { criterionId: criterion.id, points: null }));
  }
  const total = totalOf(criteria, ratings);
  if (total.maximum === 0)
    return { type: 'refuse', reason: 'NOTHING_RATED', criterionId: criteria[0]?.id ?? '' };
  return { type: 'rated', ratings, ...total };
}

/** Whether two say the same by the rubric, in whatever order. */
export const sameRatings = (a: readonly GivenRating[], b: readonly GivenRating[]): boolean =>
  a.length === b.length && a.every((rating) => b.some((other) => sameRating(rating, other)));

const sameRating = (a: GivenRating, b: GivenRating): boolean =>
  a.criterionId === b.criterionId &&
  a.points === b.points &&
  a.level === b.level &&
  a.value === b.value &&
  Boolean(a.notApplicable) === Boolean(b.notApplicable) &&
  (a.comment ?? '') === (b.comment ?? '');
