import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { type ComparingReviewer, useComparingReviewers } from '../comparison-api.ts';
import { numberColumn } from './number-column.tsx';
import { reviewerColumn } from './reviewer-column.tsx';

/** How far each reviewer chose what all others find better. */
export function ReviewerAgreement({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useComparingReviewers(activityId);
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton />;
  const { reviewers, title } = query.data;
  return (
    <div className={cx(layout['stack'])}>
      <h2>{t('comparative.staff.agreement.title')}</h2>
      <p className={cx(layout['prose'])}>{t('comparative.staff.agreement.hint')}</p>
      <div className={cx(layout['measure'])}>
        <Histogram
          title={t('comparative.staff.agreement.plot')}
          countTitle={t('staffView.say.reviewers')}
          valueTitle={t('comparative.staff.agreement.agreed')}
          values={reviewers.map(({ agreement }) => agreement)}
          domain={[0, 100]}
        />
      </div>
      <DataTable
        label={t('comparative.staff.agreement.title')}
        columns={columnsOf(activityId, t, format)}
        rows={reviewers}
        rowKey={({ id }) => id}
        exportName={`${title} – ${t('comparative.staff.agreement.title')}`}
      />
    </div>
  );
}

function columnsOf(activityId: string, t: TFunction, format: Format): DataColumn<ComparingReviewer>[] {
  const column = (key: 'made' | 'agreement' | 'expected' | 'first', title: string) =>
    numberColumn<ComparingReviewer>(key, title, (row) => row[key], 0, t, format);
  return [
    reviewerColumn(activityId, t),
    column('made', t('comparative.staff.title')),
    column('agreement', t('comparative.staff.agreement.agreed')),
    column('expected', t('comparative.staff.agreement.expected')),
    column('first', t('comparative.staff.agreement.first')),
  ];
}
