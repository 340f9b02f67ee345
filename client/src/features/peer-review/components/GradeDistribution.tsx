import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { OverviewRow } from '../staff-api.ts';

interface GradeDistributionProps {
  readonly rows: readonly OverviewRow[];
  /** Loads what is missing; undefined when every row is here. */
  readonly loadAll: (() => void) | undefined;
}

/** How the released grades are distributed; of a part of them it would mislead. */
export function GradeDistribution({ rows, loadAll }: GradeDistributionProps) {
  const { t } = useTranslation();
  const maximum = rows.find(({ grade }) => grade !== null)?.grade?.maximum;
  if (maximum === undefined) return null;
  if (loadAll !== undefined) {
    return (
      <div>
        <Button onPress={loadAll}>{t('peerReview.staff.distribution.load')}</Button>
      </div>
    );
  }
  return (
    <div className={cx(layout['measure'])}>
      <Histogram
        title={t('peerReview.staff.distribution.title')}
        countTitle={t('peerReview.staff.counts.learners')}
        valueTitle={t('peerReview.setUp.criterion.pointsShort')}
        values={rows.flatMap(({ grade }) => grade?.value ?? [])}
        domain={[0, maximum]}
      />
    </div>
  );
}
