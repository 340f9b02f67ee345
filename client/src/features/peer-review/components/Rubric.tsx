import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import type { Criterion } from '../api.ts';
import styles from './Rubric.module.css';

/** What reviewers judge by, folded away until one wants to know. */
export function Rubric({ criteria }: { readonly criteria: Criterion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Disclosure title={t('peerReview.learner.rubric')}>
      <ul className={cx(styles['criteria'])}>
        {criteria.map(({ id, title, description, points }) => (
          <li key={id}>
            <strong>{title}</strong>
            {' · '}
            {t('peerReview.learner.rubricPoints', { count: points, points: format.number(points) })}
            {description !== '' && <p className={cx(layout['muted'], layout['prose'])}>{description}</p>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
