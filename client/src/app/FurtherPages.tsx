import { lazy, type ReactNode } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { isStaff, useSession } from './context.ts';
import { NotFoundPage } from './Landing.tsx';

const StaffOverviewPage = lazy(() => import('../features/peer-review/pages/StaffOverviewPage.tsx'));
const SettingsPage = lazy(() => import('../features/peer-review/pages/SettingsPage.tsx'));
const SetUpPage = lazy(() => import('../features/activity/pages/SetUpPage.tsx'));
const LearnerWorkPage = lazy(() => import('../features/peer-review/pages/LearnerWorkPage.tsx'));
const DeepLinkingPage = lazy(() => import('../features/activity/pages/DeepLinkingPage.tsx'));
const InboxPage = lazy(() => import('../features/notices/pages/InboxPage.tsx'));
const NoticeSettingsPage = lazy(() => import('../features/notices/pages/NoticeSettingsPage.tsx'));
const GradeHistoryPage = lazy(() => import('../features/gradebook/pages/GradeHistoryPage.tsx'));
const GradebookPage = lazy(() => import('../features/gradebook/pages/GradebookPage.tsx'));
const GroupsPage = lazy(() => import('../features/course/pages/GroupsPage.tsx'));
const GroupSetPage = lazy(() => import('../features/course/pages/GroupSetPage.tsx'));
const MyGroupsPage = lazy(() => import('../features/course/pages/MyGroupsPage.tsx'));
const ObservedActivityPage = lazy(() => import('../features/peer-review/pages/ObservedActivityPage.tsx'));
const ExtensionsPage = lazy(() => import('../features/activity/pages/ExtensionsPage.tsx'));
const RehearsalPage = lazy(() => import('../features/rehearsal/pages/RehearsalPage.tsx'));
const QuestionnairePages = lazy(() => import('../features/questionnaire/pages/QuestionnairePages.tsx'));
const MarkingPage = lazy(() => import('../features/marking/pages/MarkingPage.tsx'));
const DisputesPage = lazy(() => import('../features/disputes/pages/DisputesPage.tsx'));
const TemplatesPage = lazy(() => import('../features/journeys/pages/TemplatesPage.tsx'));
const JourneyPage = lazy(() => import('../features/journeys/pages/JourneyPage.tsx'));
const HomePage = lazy(() => import('../features/insights/pages/HomePage.tsx'));
const QueuePage = lazy(() => import('../features/insights/pages/QueuePage.tsx'));

interface FurtherPagesProps {
  /** The pages that everybody sees, for a rehearsal. */
  readonly pages: ReactNode;
}

/** Every page but those that a learner sees first. */
export default function FurtherPages({ pages }: FurtherPagesProps) {
  const { can } = useSession();
  return (
    <Routes>
      <Route path="activities/:activityId" element={<ActivityPage />} />
      {can.editActivities && (
        <>
          <Route path="activities/:activityId/settings" element={<SettingsPage />} />
          <Route path="journeys/:journeyId" element={<JourneyPage />} />
          <Route path="set-up" element={<SetUpPage />} />
          <Route path="choose" element={<DeepLinkingPage />} />
        </>
      )}
      {can.readWork && (
        <>
          <Route path="templates" element={<TemplatesPage />} />
          <Route path="activities/:activityId/learners/:memberId" element={<LearnerWorkPage />} />
          <Route path="activities/:activityId/marking/:workId?" element={<MarkingPage />} />
          <Route path="activities/:activityId/disputes" element={<DisputesPage />} />
          <Route path="activities/:activityId/extensions" element={<ExtensionsPage />} />
        </>
      )}
      {can.rehearse && (
        <Route path="activities/:activityId/rehearsal" element={<RehearsalPage pages={pages} />} />
      )}
      {can.readGroups && (
        <>
          <Route path="groups" element={<GroupsPage />} />
          <Route path="groups/:setId" element={<GroupSetPage />} />
        </>
      )}
      {can.ownGroups && <Route path="my-groups" element={<MyGroupsPage />} />}
      {can.readQueue && (
        <>
          <Route path="queue" element={<QueuePage />} />
          <Route path="activities/:activityId/gradebook" element={<GradebookPage />} />
          <Route path="activities/:activityId/grades/:columnId/:memberId" element={<GradeHistoryPage />} />
        </>
      )}
      {can.readNotices && (
        <>
          <Route path="home" element={<HomePage />} />
          <Route path="notices" element={<InboxPage />} />
          <Route path="questionnaires/*" element={<QuestionnairePages />} />
          <Route path="notices/settings" element={<NoticeSettingsPage />} />
        </>
      )}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

/** One address for everybody; what stands there depends on the role. */
function ActivityPage() {
  const session = useSession();
  const { activityId = '' } = useParams();
  if (isStaff(session)) return <StaffOverviewPage key={activityId} />;
  return <ObservedActivityPage key={activityId} />;
}
