import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Project } from '../api.ts';

interface RoomPage {
  /** Below the address of the group. */
  readonly path: string;
  readonly name: (t: TFunction) => string;
  /** Whether the project has it. */
  readonly isThere: (project: Project) => boolean;
}

/** What a group has for working together, in the order in which one needs it. */
const ROOM_PAGES: readonly RoomPage[] = [
  { path: 'tasks', name: (t) => t('taskBoard.title'), isThere: () => true },
  { path: 'decisions', name: (t) => t('decisionLog.title'), isThere: () => true },
  { path: 'meetings', name: (t) => t('meetings.title'), isThere: () => true },
  { path: 'places', name: (t) => t('outsidePlaces.title'), isThere: ({ team }) => team.places },
  { path: 'charter', name: (t) => t('teamCharter.title'), isThere: ({ team }) => team.charter },
  { path: 'roles', name: (t) => t('teamRoles.title'), isThere: ({ team }) => team.roles },
  { path: 'materials', name: (t) => t('materials.title'), isThere: ({ team }) => team.materials },
  { path: 'pages', name: (t) => t('workspace.pages.title'), isThere: () => true },
  { path: 'files', name: (t) => t('groupFiles.title'), isThere: () => true },
  { path: 'contributions', name: (t) => t('contributions.title'), isThere: () => true },
  { path: 'dynamics', name: (t) => t('teamDynamics.title'), isThere: ({ team }) => team.dynamics },
  { path: 'retrospective', name: (t) => t('retrospective.title'), isThere: ({ team }) => team.looksBack },
];

interface RoomLinksProps {
  readonly project: Project;
  readonly groupId: string;
  /** Of which group, where a page shows several. */
  readonly groupName: string;
}

/** The ways into the room of one group: for its members, and for staff who look on. */
export function RoomLinks({ project, groupId, groupName }: RoomLinksProps) {
  const { t } = useTranslation();
  const pages = ROOM_PAGES.filter(({ isThere }) => isThere(project));
  return (
    <nav aria-label={t('groupWork.room.label', { name: groupName })} className={cx(layout['row'])}>
      {project.team.discussionId !== null && (
        <Link to={`/discussions/${project.team.discussionId}?group=${groupId}`}>
          {t('groupWork.room.talk')}
        </Link>
      )}
      {pages.map(({ path, name }) => (
        <Link key={path} to={`/group-work/${project.id}/groups/${groupId}/${path}`}>
          {name(t)}
        </Link>
      ))}
    </nav>
  );
}
