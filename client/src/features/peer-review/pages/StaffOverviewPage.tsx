import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { pathElsewhere } from '../../activity/path-to.ts';
import { PublicationPanel } from '../../activity/components/PublicationPanel.tsx';
import { PlacementNotices } from '../../activity/components/PlacementNotices.tsx';
import { RosterStatus } from '../../course/components/RosterStatus.tsx';
import { DisputesSummary } from '../../disputes/components/DisputesSummary.tsx';
import { SyncSummary } from '../../gradebook/components/SyncSummary.tsx';
import { useStaffOverview } from '../staff-api.ts';
import { Counts } from '../components/Counts.tsx';
import { LearnersSection } from '../components/LearnersSection.tsx';
import { PhasePanel } from '../components/PhasePanel.tsx';
import { SpotChecks } from '../components/SpotChecks.tsx';
import { ToJudge } from '../components/ToJudge.tsx';

export default function StaffOverviewPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { activityId = '' } = useParams();
  const state: unknown = useLocation().state;
  const query = useStaffOverview(activityId);
  const overview = query.data?.pages[0];
  if (query.isError && overview === undefined) {
    const elsewhere = pathElsewhere(query.error, activityId);
    if (elsewhere !== null) return <Navigate to={elsewhere} replace state={state} />;
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
          {!overview.comparing && (
            <Link to={`/activities/${activityId}/examples`}>{t('calibration.staffTitle')}</Link>
          )}
          {overview.comparing && overview.phase !== 'submission' && (
            <Link to={`/activities/${activityId}/comparisons`}>{t('comparative.staff.title')}</Link>
          )}
          <Link to={`/activities/${activityId}/conflicts`}>{t('exclusions.link')}</Link>
          {can.rehearse && <Link to={`/activities/${activityId}/pre-flight`}>{t('preFlight.link')}</Link>}
          {can.rehearse && <Link to={`/activities/${activityId}/rehearsal`}>{t('rehearsal.link')}</Link>}
        </div>
      </div>
      <PublicationPanel activityId={activityId} title={overview.title} />
      <PlacementNotices activityId={activityId} />
      <Counts counts={overview.counts} />
      <PhasePanel overview={overview} />
      {overview.phase === 'released' && <SyncSummary activityId={activityId} />}
      {overview.phase === 'released' && <DisputesSummary activityId={activityId} />}
      {overview.phase !== 'submission' && !overview.comparing && (
        <>
          <ToJudge activityId={activityId} memberId={null} />
          <SpotChecks activityId={activityId} title={overview.title} />
        </>
      )}
      <RosterStatus />
      <LearnersSection query={query} overview={overview} />
    </div>
  );
}
