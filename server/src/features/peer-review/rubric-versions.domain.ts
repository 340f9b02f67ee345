import type { Criterion } from '../../contracts/rubric.ts';
import { kindOf, type CriterionKind } from '../../contracts/rubric-rules.ts';
import { fingerprint } from '../../core/ids.ts';
import type { Review, ReviewContent } from './peer-review.domain.ts';

/** A rubric by which reviews were written and that has been changed since. */
export interface FormerRubric {
  readonly rubricId: string;
  readonly criteria: readonly Criterion[];
  readonly at: Date;
}

/** The same for the same rubric, whatever it was made from and in whatever order its fields were written. */
export const rubricIdOf = (criteria: readonly Criterion[]): string => fingerprint(criteria.map(plain));

const plain = (criterion: Criterion): unknown => {
  const { id, title, description, points, weight, mayNotApply, comment } = criterion;
  const asked = comment && [comment.need, comment.minimum, comment.prompts];
  const counts = [weight ?? null, mayNotApply ?? false, asked ?? null];
  return [id, title, description, points, plainKind(kindOf(criterion)), ...counts];
};

function plainKind(kind: CriterionKind): unknown {
  switch (kind.type) {
    case 'scale':
      return [kind.type, kind.min, kind.max, kind.step, kind.lowLabel, kind.highLabel];
    case 'levels':
      return [
        kind.type,
        ...kind.levels.map(({ id, name, description, points }) => [id, name, description, points]),
      ];
    default:
      return [kind.type];
  }
}

/** Whether some of these reviews say what they say by another rubric than today's, or may do so. */
export function needFormer(reviews: readonly Review[], current: readonly Criterion[]): boolean {
  const written = reviews.filter(({ version }) => version > 0);
  if (written.length === 0) return false;
  const currentId = rubricIdOf(current);
  return written.some(({ rubricId }) => rubricId !== currentId);
}

/**
 * The rubric by which a review was written. What is older than rubrics' versions was written by the first.
 *
 * @param former by their time, the oldest first
 */
export const rubricOf = (
  { rubricId }: Pick<Review, 'rubricId'>,
  current: readonly Criterion[],
  former: readonly FormerRubric[],
): readonly Criterion[] => {
  if (rubricId === undefined || rubricId === null) return former[0]?.criteria ?? current;
  return former.find((one) => one.rubricId === rubricId)?.criteria ?? current;
};

/** Something said by a criterion that the rubric has no more. */
export interface FormerComment {
  readonly title: string | null;
  readonly comment: string;
}

/** What somebody wrote in a draft by criteria that are gone: it must not be lost unseen. */
export function formerComments(
  { ratings }: ReviewContent,
  current: readonly Criterion[],
  former: readonly FormerRubric[],
): FormerComment[] {
  const known = new Set(current.map(({ id }) => id));
  const titles = new Map(former.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title])));
  return ratings.flatMap(({ criterionId, comment }) =>
    comment === undefined || known.has(criterionId)
      ? []
      : [{ title: titles.get(criterionId) ?? null, comment }],
  );
}
