import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { usePlenaries } from '../api.ts';

/** The ways to plenaries: for staff all, for learners those that have a date. */
export function PlenaryLinks({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = usePlenaries(activityId);
  // What learners do not see yet is nothing to load a page for.
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="plenaries" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="plenaries">{t('plenary.title')}</h2>
      <p className={cx(layout['muted'])}>{t('plenary.intro')}</p>
      <ul className={cx(layout['bullets'])}>
        {data.items.map(({ n, title, opensAt, isOpen }) => (
          <li key={n}>
            {isOpen || data.can.open ? (
              <Link to={`/group-work/${activityId}/plenaries/${n}`}>{title}</Link>
            ) : (
              <span>{title}</span>
            )}{' '}
            {opensAt !== null && !isOpen && (
              <span className={cx(layout['muted'], layout['small'])}>
                {t('plenary.from', { when: format.moment(opensAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
