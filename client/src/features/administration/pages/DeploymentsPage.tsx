import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import type { Column } from '../../../ui/Table.tsx';
import { type PendingDeployment, usePendingDeployments } from '../api.ts';
import styles from '../components/Console.module.css';
import { ConsolePage } from '../components/ConsolePage.tsx';
import { ApproveDeployment } from '../components/DeploymentsSection.tsx';
import { Moment } from '../components/Moment.tsx';
import { PagedTable } from '../components/PagedTable.tsx';

/** Deployments of all platforms that wait for a word. */
export function DeploymentsPage() {
  const { t } = useTranslation('administration');
  return (
    <ConsolePage title={t('deployments.title')} intro={t('deployments.intro')}>
      <PagedTable
        list={usePendingDeployments()}
        label={t('deployments.table')}
        columns={columnsOf(t)}
        rowKey={({ key }) => key}
        empty={{ title: t('deployments.empty.title'), text: t('deployments.empty.text') }}
      />
    </ConsolePage>
  );
}

const columnsOf = (t: TFunction<'administration'>): Column<PendingDeployment>[] => [
  {
    key: 'id',
    title: t('deployments.id'),
    cell: ({ deploymentId }) => <span className={cx(styles['code'])}>{deploymentId}</span>,
  },
  {
    key: 'platform',
    title: t('deployments.platform'),
    cell: ({ platformId, platformName }) => (
      <Link to={`/platforms/${platformId}`}>{platformName ?? platformId}</Link>
    ),
  },
  {
    key: 'firstSeen',
    title: t('deployments.firstSeen'),
    cell: ({ firstSeenAt }) => <Moment iso={firstSeenAt} />,
  },
  { key: 'action', title: t('deployments.action'), cell: (row) => <ApproveDeployment {...row} /> },
];
