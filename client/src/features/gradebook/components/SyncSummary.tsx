import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useGradebookStatus } from '../reconciliation-api.ts';
import { Whereabouts } from './Whereabouts.tsx';

/** An activity's grades on their way to the course gradebook, in one line, and the way to the comparison. */
export function SyncSummary({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useGradebookStatus(activityId);
  // The page has enough to say without it.
  if (data === undefined) return null;
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="gradebook">
      <h2 id="gradebook">{t('reconciliation.summary.title')}</h2>
      <div className={cx(layout['row'])}>
        <Whereabouts counts={data.counts} />
        <ButtonLink to={`/activities/${activityId}/gradebook`}>{t('reconciliation.summary.open')}</ButtonLink>
      </div>
    </section>
  );
}
