import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { isStaff, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { PlacementNotices } from '../../activity/components/PlacementNotices.tsx';
import { PublicationPanel } from '../../activity/components/PublicationPanel.tsx';
import StateNote from '../../activity/components/StateNote.tsx';
import { GroupsTable } from '../../group-standings/components/GroupsTable.tsx';
import { PresentationLinks } from '../../presentations/components/PresentationLinks.tsx';
import { PlenaryLinks } from '../../scenarios/components/PlenaryLinks.tsx';
import { type Project, useProject } from '../api.ts';
import { GradesPanel } from '../components/GradesPanel.tsx';
import { LeftGroups } from '../components/LeftGroups.tsx';
import { OwnGroup } from '../components/OwnGroup.tsx';
import { OwnResult } from '../components/OwnResult.tsx';

/** A project: what it is about, and how far groups are. */
export default function GroupWorkPage() {
  const { activityId = '' } = useParams();
  const session = useSession();
  const query = useProject(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    if (query.error instanceof ApiError && query.error.code === 'ACTIVITY_NOT_OPEN')
      return <StateNote state="notOpen" activityId={activityId} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  return <Open project={query.data} isForStaff={isStaff(session)} mayRehearse={session.can.rehearse} />;
}

interface OpenProps {
  readonly project: Project;
  readonly isForStaff: boolean;
  readonly mayRehearse: boolean;
}

function Open({ project, isForStaff, mayRehearse }: OpenProps) {
  const { t } = useTranslation();
  const { id, title, brief, can } = project;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={title} />
      {isForStaff && (
        <>
          <PublicationPanel activityId={id} title={title} />
          <PlacementNotices activityId={id} />
          <p className={cx(layout['row'])}>
            {can.edit && <Link to={`/group-work/${id}/settings`}>{t('groupWork.setUp.edit')}</Link>}
            {project.team.scenarios && <Link to={`/group-work/${id}/scenarios`}>{t('scenarios.all')}</Link>}
            {project.team.charter && (
              <Link to={`/group-work/${id}/charters`}>{t('teamCharter.overview.link')}</Link>
            )}
            {project.team.retrospective && (
              <Link to={`/group-work/${id}/lessons`}>{t('retrospective.lessons.all')}</Link>
            )}
            <Link to={`/group-work/${id}/places`}>{t('outsidePlaces.all')}</Link>
            <Link to={`/activities/${id}/extensions`}>{t('timeline.list.link')}</Link>
            {mayRehearse && <Link to={`/activities/${id}/rehearsal`}>{t('rehearsal.link')}</Link>}
          </p>
        </>
      )}
      {!isForStaff && project.state === 'closed' && <StateNote state="closed" />}
      {!isBlank(brief) && (
        <section aria-labelledby="brief" className={cx(layout['stack'], layout['tight'])}>
          <h2 id="brief">{t('groupWork.brief')}</h2>
          <RichTextView document={brief} headingLevel={3} />
        </section>
      )}
      {can.listGroups && <GroupsTable project={project} />}
      <PlenaryLinks activityId={id} />
      <PresentationLinks activityId={id} />
      {isForStaff ? <GradesPanel activityId={id} /> : <OwnResult activityId={id} />}
      {!isForStaff &&
        project.groups.map((group) => <OwnGroup key={group.groupId} project={project} group={group} />)}
      {project.left.length > 0 && <LeftGroups project={project} />}
      {!isForStaff && project.groups.length === 0 && (
        <EmptyState title={t('groupWork.noGroup.title')}>{t('groupWork.noGroup.text')}</EmptyState>
      )}
    </div>
  );
}
