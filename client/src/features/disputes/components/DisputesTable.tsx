import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { StaffDispute } from '../api.ts';
import { StateBadge } from './StateBadge.tsx';

interface DisputesTableProps {
  readonly disputes: readonly StaffDispute[];
  readonly remainder: { readonly total: number; readonly loadAll: () => void } | undefined;
}

/** All disputes of an activity, to sort, to filter by their state, and to save as CSV; each leads to itself. */
export function DisputesTable({ disputes, remainder }: DisputesTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const unnamed = t('peerReview.staff.table.unnamed');
  const nameOf = ({ member }: StaffDispute): string => member.name ?? unnamed;
  const aboutOf = ({ target }: StaffDispute): string =>
    target.kind === 'grade'
      ? t('disputes.table.grade')
      : t('disputes.table.review', { pseudonym: target.pseudonym });
  const takerOf = ({ takenBy }: StaffDispute): string => (takenBy === null ? '' : (takenBy.name ?? unnamed));
  const linkOf = (dispute: StaffDispute) => (
    <Link to={`?dispute=${dispute.id}`} aria-label={t('disputes.table.open', { name: nameOf(dispute) })}>
      <bdi>{nameOf(dispute)}</bdi>
    </Link>
  );
  const badgesOf = ({ state, isOverdue }: StaffDispute) => (
    <span className={cx(layout['row'])}>
      <StateBadge state={state} />
      {isOverdue && <Badge tone="warn">{t('disputes.overdue')}</Badge>}
    </span>
  );
  const takerCell = (dispute: StaffDispute) => <bdi>{takerOf(dispute)}</bdi>;
  return (
    <DataTable
      label={t('disputes.title')}
      exportName={t('disputes.title')}
      rows={disputes}
      rowKey={({ id }) => id}
      remainder={remainder}
      columns={[
        {
          key: 'learner',
          title: t('disputes.table.learner'),
          share: 2,
          cell: linkOf,
          value: nameOf,
        },
        {
          key: 'state',
          title: t('disputes.table.state'),
          share: 2,
          cell: badgesOf,
          value: ({ state }) => t(`disputes.state.${state}`),
          isFilter: true,
        },
        { key: 'about', title: t('disputes.table.about'), cell: aboutOf, value: aboutOf, isFilter: true },
        {
          key: 'sent',
          title: t('disputes.table.sent'),
          cell: ({ openedAt }) => format.moment(openedAt),
          value: ({ openedAt }) => openedAt,
        },
        {
          key: 'answerBy',
          title: t('disputes.table.answerBy'),
          cell: ({ answerBy }) => format.moment(answerBy),
          value: ({ answerBy }) => answerBy,
        },
        {
          key: 'by',
          title: t('disputes.table.by'),
          cell: takerCell,
          value: takerOf,
          isFilter: true,
        },
      ]}
    />
  );
}
