import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Badge } from '../../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useFormat } from '../../../app/context.ts';
import { SyncSummary } from '../../gradebook/components/SyncSummary.tsx';
import { type StaffOverview, useStaffOverview } from '../api.ts';
import { Counts } from '../components/Counts.tsx';
import { OverviewTable } from '../components/OverviewTable.tsx';
import { PhasePanel } from '../components/PhasePanel.tsx';

export default function StaffOverviewPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useStaffOverview(activityId);
  const overview = query.data?.pages[0];
  if (query.isError && overview === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (overview === undefined) return <PageSkeleton />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={overview.title}
          aside={
            overview.can.edit && (
              <ButtonLink to={`/activities/${activityId}/settings`}>
                {t('peerReview.staff.settings')}
              </ButtonLink>
            )
          }
        />
        <div>
          <Badge tone={overview.phase === 'released' ? 'good' : 'info'}>
            {t(`peerReview.staff.phase.${overview.phase}`)}
          </Badge>
        </div>
      </div>
      <Counts counts={overview.counts} />
      <PhasePanel overview={overview} />
      {overview.phase === 'released' && <SyncSummary activityId={activityId} />}
      <Learners query={query} overview={overview} pages={query.data?.pages ?? []} />
    </div>
  );
}

interface LearnersProps {
  readonly query: ReturnType<typeof useStaffOverview>;
  readonly overview: StaffOverview;
  readonly pages: StaffOverview[];
}

function Learners({ query, overview, pages }: LearnersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = pages.flatMap((page) => page.rows);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="learners">
      <h2 id="learners">{t('peerReview.staff.table.title')}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t('peerReview.staff.empty.title')}>{t('peerReview.staff.empty.text')}</EmptyState>
      ) : (
        <>
          <OverviewTable overview={overview} rows={rows} />
          <p className={cx(layout['muted'], layout['small'])}>
            {t('peerReview.staff.table.shown', { count: rows.length })}
            {' · '}
            {t('common.timeZone', { zone: format.zone })}
          </p>
        </>
      )}
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t(query.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </section>
  );
}
