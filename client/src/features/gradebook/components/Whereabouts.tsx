import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { GradebookStatus } from '../reconciliation-api.ts';

/** How many grades are where, each with a sign: sent, on their way, not sent. */
export function Whereabouts({ counts }: { readonly counts: GradebookStatus['counts'] }) {
  const { t } = useTranslation();
  const { sent, waiting, failed } = counts;
  if (sent + waiting + failed === 0) return <p>{t('reconciliation.summary.none')}</p>;
  return (
    <p className={cx(layout['row'], layout['snug'])}>
      {sent > 0 && <Badge tone="good">{t('reconciliation.summary.sent', { count: sent })}</Badge>}
      {waiting > 0 && <Badge tone="info">{t('reconciliation.summary.waiting', { count: waiting })}</Badge>}
      {failed > 0 && <Badge tone="bad">{t('reconciliation.summary.failed', { count: failed })}</Badge>}
    </p>
  );
}
