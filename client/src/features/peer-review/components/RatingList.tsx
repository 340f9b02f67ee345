import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Criterion, Rating } from '../api.ts';
import { givenText } from '../rating-texts.ts';
import styles from './RatingList.module.css';

interface RatingListProps {
  /** The rubric by which it was rated. */
  readonly criteria: readonly Criterion[];
  readonly ratings: readonly Rating[];
}

/** What somebody gave by each criterion, what that means, and what they said of it. */
export default function RatingList({ criteria, ratings }: RatingListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const given = new Map(ratings.map((rating) => [rating.criterionId, rating]));
  // Where works are compared, there are comments alone.
  if (criteria.length === 0) return null;
  return (
    <dl className={cx(styles['ratings'])}>
      {criteria.map((criterion) => {
        const rating = given.get(criterion.id);
        const meaning = meaningOf(criterion, rating);
        const text = givenText(criterion, rating, t, format);
        const comment = rating?.comment ?? '';
        return (
          <div key={criterion.id} className={cx(styles['rating'])}>
            <dt>{criterion.title}</dt>
            {text !== '' && <dd className={cx(styles['given'])}>{text}</dd>}
            {meaning !== '' && (
              <dd className={cx(layout['muted'], layout['small'], styles['wide'])}>{meaning}</dd>
            )}
            {comment !== '' && (
              <dd className={cx(layout['prose'], styles['wide'], styles['comment'])}>{comment}</dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

const meaningOf = (criterion: Criterion, rating: Rating | undefined): string => {
  const kind = kindOf(criterion);
  return kind.type === 'levels'
    ? (kind.levels.find(({ id }) => id === rating?.level)?.description ?? '')
    : '';
};
