import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useDisputes } from '../api.ts';

/** How many disputes wait, and the way to them; nothing while nobody has disputed anything. */
export function DisputesSummary({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const first = useDisputes(activityId).data?.pages[0];
  if (first === undefined || first.items.length === 0) return null;
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="disputes">
      <h2 id="disputes">{t('disputes.title')}</h2>
      <div className={cx(layout['row'])}>
        <p>
          {first.waiting === 0
            ? t('disputes.staff.none')
            : t('disputes.staff.waiting', { count: first.waiting })}
        </p>
        <ButtonLink to={`/activities/${activityId}/disputes`}>{t('disputes.staff.open')}</ButtonLink>
      </div>
    </section>
  );
}
