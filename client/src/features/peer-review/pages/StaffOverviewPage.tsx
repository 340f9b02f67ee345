import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { PublicationPanel } from '../../activity/components/PublicationPanel.tsx';
import { PlacementNotices } from '../../activity/components/PlacementNotices.tsx';
import { RosterStatus } from '../../course/components/RosterStatus.tsx';
import { DisputesSummary } from '../../disputes/components/DisputesSummary.tsx';
import { SyncSummary } from '../../gradebook/components/SyncSummary.tsx';
import { useStaffOverview } from '../staff-api.ts';
import { Counts } from '../components/Counts.tsx';
import { LearnersSection } from '../components/LearnersSection.tsx';
import { PhasePanel } from '../components/PhasePanel.tsx';

export default function StaffOverviewPage() {
  const { t } = useTranslation();
  const { can } = useSession();
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
        <PageHeading title={overview.title} />
        <div className={cx(layout['row'])}>
          <Badge tone={overview.phase === 'released' ? 'good' : 'info'}>
            {t(`peerReview.staff.phase.${overview.phase}`)}
          </Badge>
          {can.rehearse && <Link to={`/activities/${activityId}/rehearsal`}>{t('rehearsal.link')}</Link>}
        </div>
      </div>
      <PublicationPanel activityId={activityId} title={overview.title} />
      <PlacementNotices activityId={activityId} />
      <Counts counts={overview.counts} />
      <PhasePanel overview={overview} />
      {overview.phase === 'released' && <SyncSummary activityId={activityId} />}
      {overview.phase === 'released' && <DisputesSummary activityId={activityId} />}
      <RosterStatus />
      <LearnersSection query={query} overview={overview} />
    </div>
  );
}
