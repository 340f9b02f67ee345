import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Criterion } from '../api.ts';
import { levelText } from '../rating-texts.ts';
import styles from './Rubric.module.css';

/** The criteria of a rubric with what each can give. */
export default function RubricList({ criteria }: { readonly criteria: readonly Criterion[] }) {
  return (
    <ul className={cx(styles['criteria'])}>
      {criteria.map((criterion) => (
        <li key={criterion.id}>
          <strong>{criterion.title}</strong>
          {' · '}
          <Worth criterion={criterion} />
          {criterion.description !== '' && (
            <p className={cx(layout['muted'], layout['prose'])}>{criterion.description}</p>
          )}
          <Levels criterion={criterion} />
        </li>
      ))}
    </ul>
  );
}

function Worth({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, weight } = criterion;
  const kind = kindOf(criterion);
  if (kind.type === 'comment') return t('rubric.commentOnly');
  const worth = t('peerReview.learner.rubricPoints', { count: points, points: format.number(points) });
  return weight === undefined || weight === points
    ? worth
    : t('rubric.worthWeighted', { points: worth, weight: format.number(weight) });
}

function Levels({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = kindOf(criterion);
  if (kind.type !== 'levels') return null;
  return (
    <ul className={cx(styles['levels'])}>
      {kind.levels.map((level) => (
        <li key={level.id}>
          {levelText(level, t, format)}
          {level.description !== '' && (
            <span className={cx(layout['muted'])}>
              {' – '}
              {level.description}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
