import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { OverviewRow } from '../api.ts';

const SYNC_TONES: Record<OverviewRow['sync']['state'], Tone> = {
  none: 'neutral',
  waiting: 'info',
  sent: 'good',
  failed: 'bad',
  noColumn: 'warn',
};

interface OverviewTableProps {
  /** The activity's title, for the name of the exported file. */
  readonly title: string;
  readonly rows: readonly OverviewRow[];
  /** What has not been loaded yet. */
  readonly remainder: { readonly total: number; readonly loadAll: () => void } | undefined;
}

/** One row per learner: where each of them is. */
export function OverviewTable({ title, rows, remainder }: OverviewTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('peerReview.staff.table.caption')}
      columns={columnsOf(t, format)}
      rows={rows}
      rowKey={(row) => row.memberId}
      exportName={title}
      remainder={remainder}
    />
  );
}

function columnsOf(t: TFunction, format: Format): DataColumn<OverviewRow>[] {
  const of = ({ done, of }: OverviewRow['given']) =>
    of === 0 ? t('common.none') : t('peerReview.staff.table.of', { done, of });
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      share: 2,
      value: ({ name }) => name,
      cell: ({ memberId, name }) => (
        <Link to={`learners/${memberId}`} relative="path">
          {name ?? t('peerReview.staff.table.unnamed')}
        </Link>
      ),
    },
    {
      key: 'submitted',
      title: t('peerReview.staff.table.submitted'),
      value: ({ submittedAt }) => submittedAt,
      cell: ({ submittedAt }) =>
        submittedAt === null ? (
          <span className={cx(layout['muted'])}>{t('peerReview.staff.table.notSubmitted')}</span>
        ) : (
          format.shortMoment(submittedAt)
        ),
    },
    {
      key: 'given',
      title: t('peerReview.staff.table.given'),
      value: ({ given }) => given.done,
      cell: ({ given }) => of(given),
    },
    {
      key: 'received',
      title: t('peerReview.staff.table.received'),
      value: ({ received }) => received.done,
      cell: ({ received }) => of(received),
    },
    {
      key: 'grade',
      title: t('peerReview.staff.table.grade'),
      isNumber: true,
      value: ({ grade }) => grade?.value ?? null,
      cell: ({ grade }) =>
        grade === null
          ? t('common.none')
          : t('peerReview.staff.table.gradeOf', {
              value: format.number(grade.value),
              maximum: format.number(grade.maximum),
            }),
    },
    {
      key: 'sync',
      title: t('peerReview.staff.table.sync'),
      isFilter: true,
      value: ({ sync }) => t(`peerReview.staff.sync.${sync.state}`),
      cell: ({ sync }) =>
        sync.state === 'none' ? (
          t('peerReview.staff.sync.none')
        ) : (
          <Badge tone={SYNC_TONES[sync.state]}>{t(`peerReview.staff.sync.${sync.state}`)}</Badge>
        ),
    },
  ];
}
