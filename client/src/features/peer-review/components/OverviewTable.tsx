import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Column, Table } from '../../../ui/Table.tsx';
import type { OverviewRow } from '../api.ts';

const SYNC_TONES: Record<OverviewRow['sync']['state'], Tone> = {
  none: 'neutral',
  waiting: 'info',
  sent: 'good',
  failed: 'bad',
  noColumn: 'warn',
  notTakenBack: 'warn',
};

/** One row per learner: where each of them is. */
export function OverviewTable({ rows }: { readonly rows: OverviewRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={t('peerReview.staff.table.caption')}
      columns={columnsOf(t, format)}
      rows={rows}
      rowKey={(row) => row.memberId}
    />
  );
}

function columnsOf(t: TFunction, format: Format): Column<OverviewRow>[] {
  const of = ({ done, of }: OverviewRow['given']) =>
    of === 0 ? t('common.none') : t('peerReview.staff.table.of', { done, of });
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      cell: ({ name }) =>
        name ?? <span className={cx(layout['muted'])}>{t('peerReview.staff.table.unnamed')}</span>,
    },
    {
      key: 'submitted',
      title: t('peerReview.staff.table.submitted'),
      cell: ({ submittedAt }) =>
        submittedAt === null ? (
          <span className={cx(layout['muted'])}>{t('peerReview.staff.table.notSubmitted')}</span>
        ) : (
          <span className={cx(layout['oneLine'])}>{format.shortMoment(submittedAt)}</span>
        ),
    },
    { key: 'given', title: t('peerReview.staff.table.given'), cell: ({ given }) => of(given) },
    { key: 'received', title: t('peerReview.staff.table.received'), cell: ({ received }) => of(received) },
    {
      key: 'grade',
      title: t('peerReview.staff.table.grade'),
      cell: ({ grade }) =>
        grade === null || grade.value === null
          ? t('common.none')
          : t('peerReview.staff.table.gradeOf', {
              value: format.number(grade.value),
              maximum: format.number(grade.maximum),
            }),
    },
    {
      key: 'sync',
      title: t('peerReview.staff.table.sync'),
      cell: ({ sync }) =>
        sync.state === 'none' ? (
          t('peerReview.staff.sync.none')
        ) : (
          <Badge tone={SYNC_TONES[sync.state]}>{t(`peerReview.staff.sync.${sync.state}`)}</Badge>
        ),
    },
  ];
}
