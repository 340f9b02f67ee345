import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { Table } from '../../../ui/Table.tsx';
import { GroupExtensions } from '../components/GroupExtensions.tsx';
import { LaterDates } from '../components/LaterDates.tsx';
import { type ExtendedLearner, useExtensions } from '../timeline-api.ts';

/** Who has more time than others in an activity, and why. */
export default function ExtensionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '' } = useParams();
  const query = useExtensions(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const linkOf = ({ memberId, name }: ExtendedLearner) => (
    <Link to={`/activities/${activityId}/learners/${memberId}`}>{name ?? t('timeline.unnamed')}</Link>
  );
  const rows = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <div>
          <Link to={`/activities/${activityId}`}>{t('timeline.list.back')}</Link>
        </div>
        <PageHeading title={t('timeline.list.title')} />
        <p className={cx(layout['muted'])}>{t('timeline.list.text')}</p>
      </div>
      <GroupExtensions activityId={activityId} />
      <h2>{t('timeline.list.learners')}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t('timeline.list.empty.title')}>{t('timeline.list.empty.text')}</EmptyState>
      ) : (
        <Table
          label={t('timeline.list.title')}
          rows={rows}
          rowKey={({ memberId }) => memberId}
          columns={[
            {
              key: 'name',
              title: t('timeline.list.learner'),
              cell: linkOf,
            },
            {
              key: 'dates',
              title: t('timeline.own'),
              cell: datesOf,
            },
            {
              key: 'reason',
              title: t('timeline.reason'),
              cell: ({ reason }) => (reason === '' ? t('common.none') : reason),
            },
            {
              key: 'given',
              title: t('timeline.list.given'),
              cell: ({ changedAt }) => format.moment(changedAt),
            },
          ]}
        />
      )}
      <LoadMore query={query} />
    </div>
  );
}

const datesOf = ({ steps }: ExtendedLearner) => <LaterDates steps={steps} />;
