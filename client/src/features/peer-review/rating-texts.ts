import type { TFunction } from 'i18next';
import { CRITERION_COMMENT_MAX } from '../../../../server/src/contracts/limits.ts';
import { kindOf, pointsOf, type RatingFault } from '../../../../server/src/contracts/rubric-rules.ts';
import type { Format } from '../../i18n/format.ts';
import type { Criterion, Rating } from './api.ts';

/** What was given by a criterion, in words: "Good · 3 of 4", "Yes · 2 of 2", "does not apply". */
export function givenText(
  criterion: Criterion,
  rating: Rating | undefined,
  t: TFunction,
  format: Format,
): string {
  const kind = kindOf(criterion);
  if (rating?.notApplicable) return t('rubric.given.notApplicable');
  if (kind.type === 'comment') return '';
  // What was stored with its points needs no choice: the mean of two marks is on no level.
  const points = rating?.points ?? (rating ? pointsOf(criterion, rating) : null);
  if (points === null) return t('rubric.given.nothing');
  const of = t('rubric.given.points', {
    points: format.number(points),
    maximum: format.number(criterion.points),
  });
  const choice = choiceText(criterion, rating, points, t, format);
  return choice === null ? of : t('rubric.given.choice', { choice, points: of });
}

function choiceText(
  criterion: Criterion,
  rating: Rating | undefined,
  points: number,
  t: TFunction,
  format: Format,
): string | null {
  const kind = kindOf(criterion);
  if (kind.type === 'levels') return kind.levels.find(({ id }) => id === rating?.level)?.name ?? null;
  if (kind.type === 'scale') return rating?.value === undefined ? null : format.number(rating.value);
  if (kind.type !== 'yesNo') return null;
  if (points === 0) return t('rubric.no');
  return points === criterion.points ? t('rubric.yes') : null;
}

/** A level with what it gives. */
export const levelText = (
  { name, points }: { readonly name: string; readonly points: number },
  t: TFunction,
  format: Format,
): string =>
  t('rubric.given.choice', {
    choice: name,
    points: t('peerReview.learner.rubricPoints', { count: points, points: format.number(points) }),
  });

/** What is wrong with a rating, beside the field. */
export function faultText(
  criterion: Criterion,
  fault: RatingFault | 'COMMENT_TOO_LONG',
  t: TFunction,
  format: Format,
): string {
  switch (fault) {
    case 'COMMENT_TOO_LONG':
      return t('peerReview.review.commentTooLong', { max: format.number(CRITERION_COMMENT_MAX) });
    case 'CRITERION_COMMENT_MISSING':
      return t('rubric.fault.comment');
    case 'CRITERION_COMMENT_SHORT':
      return t('rubric.fault.short', { minimum: format.number(criterion.comment?.minimum ?? 0) });
    case 'RATING_MISSING':
    case 'RATING_OUT_OF_RANGE':
      return choiceFault(criterion, t, format);
  }
}

function choiceFault(criterion: Criterion, t: TFunction, format: Format): string {
  const kind = kindOf(criterion);
  switch (kind.type) {
    case 'scale':
      return t('rubric.fault.scale', {
        min: format.number(kind.min),
        max: format.number(kind.max),
        step: format.number(kind.step),
      });
    case 'points':
      return t('peerReview.review.missing', { points: format.number(criterion.points) });
    default:
      return t('rubric.fault.choose');
  }
}
