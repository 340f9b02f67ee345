import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { type PlatformDetails, useApproveDeployment } from '../api.ts';
import styles from './Console.module.css';
import { said } from '../said.ts';
import { Moment } from './Moment.tsx';

type Deployment = PlatformDetails['deployments'][number];

/** Where in a platform Roundtable is installed; those that wait come first. */
export function DeploymentsSection({ platform }: { readonly platform: PlatformDetails }) {
  const { t } = useTranslation('administration');
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="deployments">
      <h2 id="deployments">{t('deployments.heading')}</h2>
      {platform.deployments.length === 0 ? (
        <p className={cx(layout['muted'])}>{t('deployments.none')}</p>
      ) : (
        <Table
          label={t('deployments.table')}
          columns={columnsOf(t, platform.id)}
          rows={platform.deployments}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}

interface ApproveDeploymentProps {
  readonly platformId: string;
  readonly deploymentId: string;
}

export function ApproveDeployment({ platformId, deploymentId }: ApproveDeploymentProps) {
  const { t } = useTranslation('administration');
  const approve = useApproveDeployment(platformId);
  const done = () => said(t('deployments.approved', { id: deploymentId }));
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <div className={cx(layout['row'])}>
        <Badge tone="warn">{t('deployments.states.pending')}</Badge>
        <Button
          aria-label={t('deployments.approveOne', { id: deploymentId })}
          isPending={approve.isPending}
          onPress={() => approve.mutate(deploymentId, { onSuccess: done })}
        >
          {t(approve.isPending ? 'platform.working' : 'deployments.approve')}
        </Button>
      </div>
      {approve.error !== null && <Problem error={approve.error} />}
    </div>
  );
}

const columnsOf = (t: TFunction<'administration'>, platformId: string): Column<Deployment>[] => [
  {
    key: 'id',
    title: t('deployments.id'),
    cell: ({ deploymentId }) => <span className={cx(styles['code'])}>{deploymentId}</span>,
  },
  {
    key: 'firstSeen',
    title: t('deployments.firstSeen'),
    cell: ({ firstSeenAt }) => <Moment iso={firstSeenAt} />,
  },
  {
    key: 'status',
    title: t('deployments.status'),
    cell: ({ deploymentId, status }) =>
      status === 'approved' ? (
        <Badge tone="good">{t('deployments.states.approved')}</Badge>
      ) : (
        <ApproveDeployment platformId={platformId} deploymentId={deploymentId} />
      ),
  },
];
