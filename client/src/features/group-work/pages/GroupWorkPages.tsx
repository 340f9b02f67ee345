import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { isStaff, useSession } from '../../../app/context.ts';
import { NotFoundPage } from '../../../app/Landing.tsx';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import GroupWorkPage from './GroupWorkPage.tsx';

const SettingsPage = lazy(() => import('./SettingsPage.tsx'));
const WorksPage = lazy(() => import('./WorksPage.tsx'));
const FactorsPage = lazy(() => import('./FactorsPage.tsx'));
const GroupPage = lazy(() => import('../../group-standings/pages/GroupPage.tsx'));
const DeliverablePage = lazy(() => import('./DeliverablePage.tsx'));
const ContributionsPage = lazy(() => import('../../contributions/pages/ContributionsPage.tsx'));
const DynamicsPage = lazy(() => import('../../team-dynamics/pages/DynamicsPage.tsx'));
const RetrospectivePage = lazy(() => import('../../retrospectives/pages/RetrospectivePage.tsx'));
const LessonsPage = lazy(() => import('../../retrospectives/pages/LessonsPage.tsx'));
const RolesPage = lazy(() => import('../../team-roles/pages/RolesPage.tsx'));
const PresentationsPage = lazy(() => import('../../presentations/pages/PresentationsPage.tsx'));
const PresentationPage = lazy(() => import('../../presentations/pages/PresentationPage.tsx'));
const StagePage = lazy(() => import('../../presentations/pages/StagePage.tsx'));
const PlenaryPage = lazy(() => import('../../scenarios/pages/PlenaryPage.tsx'));
const ScenariosPage = lazy(() => import('../../scenarios/pages/ScenariosPage.tsx'));
const MaterialsPage = lazy(() => import('../../team-roles/pages/MaterialsPage.tsx'));
const CharterPage = lazy(() => import('../../team-charter/pages/CharterPage.tsx'));
const ChartersPage = lazy(() => import('../../team-charter/pages/ChartersPage.tsx'));
const PagesPage = lazy(() => import('../../workspace/pages/PagesPage.tsx'));
const WritingPage = lazy(withTexts(() => import('../../workspace/pages/WritingPage.tsx'), loadWritingTexts));
const VersionsPage = lazy(() => import('../../workspace/pages/VersionsPage.tsx'));
const TaskBoardPage = lazy(() => import('../../task-board/pages/TaskBoardPage.tsx'));
const DecisionLogPage = lazy(() => import('../../decision-log/pages/DecisionLogPage.tsx'));
const FilesPage = lazy(withTexts(() => import('../../group-files/pages/FilesPage.tsx'), loadWritingTexts));
const PlacesPage = lazy(() => import('../../outside-places/pages/PlacesPage.tsx'));
const AllPlacesPage = lazy(() => import('../../outside-places/pages/AllPlacesPage.tsx'));
const MeetingsPage = lazy(() => import('../../meetings/pages/MeetingsPage.tsx'));

/** The pages of group projects. */
export default function GroupWorkPages() {
  const session = useSession();
  return (
    <Routes>
      <Route path=":activityId" element={<GroupWorkPage />} />
      <Route path=":activityId/groups/:groupId/milestones/:n" element={<DeliverablePage />} />
      <Route path=":activityId/groups/:groupId/tasks" element={<TaskBoardPage />} />
      <Route path=":activityId/groups/:groupId/decisions" element={<DecisionLogPage />} />
      <Route path=":activityId/groups/:groupId/meetings" element={<MeetingsPage />} />
      <Route path=":activityId/groups/:groupId/files" element={<FilesPage />} />
      <Route path=":activityId/groups/:groupId/places" element={<PlacesPage />} />
      <Route path=":activityId/groups/:groupId/contributions" element={<ContributionsPage />} />
      <Route path=":activityId/groups/:groupId/charter" element={<CharterPage />} />
      <Route path=":activityId/groups/:groupId/dynamics" element={<DynamicsPage />} />
      <Route path=":activityId/groups/:groupId/retrospective" element={<RetrospectivePage />} />
      <Route path=":activityId/groups/:groupId/roles" element={<RolesPage />} />
      <Route path=":activityId/groups/:groupId/materials" element={<MaterialsPage />} />
      <Route path=":activityId/lessons" element={<LessonsPage />} />
      <Route path=":activityId/charters" element={<ChartersPage />} />
      {isStaff(session) && <Route path=":activityId/places" element={<AllPlacesPage />} />}
      <Route path=":activityId/presentations" element={<PresentationsPage />} />
      {isStaff(session) && <Route path=":activityId/presentations/stage" element={<StagePage />} />}
      <Route path=":activityId/presentations/:slotId" element={<PresentationPage />} />
      <Route path=":activityId/plenaries/:n" element={<PlenaryPage />} />
      {isStaff(session) && <Route path=":activityId/scenarios" element={<ScenariosPage />} />}
      {isStaff(session) && <Route path=":activityId/works" element={<WorksPage />} />}
      {isStaff(session) && <Route path=":activityId/factors" element={<FactorsPage />} />}
      {isStaff(session) && <Route path=":activityId/groups/:groupId" element={<GroupPage />} />}
      {session.can.editActivities && <Route path=":activityId/settings" element={<SettingsPage />} />}
      <Route path=":activityId/groups/:groupId/pages" element={<PagesPage />} />
      <Route path=":activityId/groups/:groupId/pages/:pageId" element={<WritingPage />} />
      <Route path=":activityId/groups/:groupId/pages/:pageId/versions" element={<VersionsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
