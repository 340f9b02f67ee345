import { lazy, type ReactNode } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { loadGroupWorkTexts, withTexts } from '../i18n/index.ts';
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
const SessionsPage = lazy(() => import('../features/evidence/pages/SessionsPage.tsx'));
const SessionPage = lazy(() => import('../features/evidence/pages/SessionPage.tsx'));
const GroupsPage = lazy(() => import('../features/course/pages/GroupsPage.tsx'));
const FormGroupsPage = lazy(() => import('../features/course/pages/FormGroupsPage.tsx'));
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
const ReviewAnalyticsPage = lazy(() => import('../features/peer-review/pages/ReviewAnalyticsPage.tsx'));
const ReviewNetworkPage = lazy(() => import('../features/peer-review/pages/ReviewNetworkPage.tsx'));
const ReviewProblemsPage = lazy(() => import('../features/peer-review/pages/ReviewProblemsPage.tsx'));
const ConflictsPage = lazy(() => import('../features/peer-review/pages/ConflictsPage.tsx'));
const PreFlightPage = lazy(() => import('../features/peer-review/pages/PreFlightPage.tsx'));
const CalibrationPage = lazy(() => import('../features/peer-review/pages/CalibrationPage.tsx'));
const ExampleReviewPage = lazy(() => import('../features/peer-review/pages/ExampleReviewPage.tsx'));
const ComparisonPage = lazy(() => import('../features/peer-review/pages/ComparisonPage.tsx'));
const ComparisonsPage = lazy(() => import('../features/peer-review/pages/ComparisonsPage.tsx'));
const CommentedWorkPage = lazy(() => import('../features/peer-review/pages/CommentedWorkPage.tsx'));
const SelfAssessmentPage = lazy(() => import('../features/peer-review/pages/SelfAssessmentPage.tsx'));
const RevisionPage = lazy(() => import('../features/peer-review/pages/RevisionPage.tsx'));
const ExamplesPage = lazy(() => import('../features/peer-review/pages/ExamplesPage.tsx'));
const ExamplePage = lazy(() => import('../features/peer-review/pages/ExamplePage.tsx'));
const HomePage = lazy(() => import('../features/insights/pages/HomePage.tsx'));
const DiscussionPages = lazy(() => import('../features/discussion/pages/DiscussionPages.tsx'));
const GroupWorkPages = lazy(
  withTexts(() => import('../features/group-work/pages/GroupWorkPages.tsx'), loadGroupWorkTexts),
);
const ObservedProjectPage = lazy(
  withTexts(() => import('../features/group-work/pages/ObservedProjectPage.tsx'), loadGroupWorkTexts),
);
const CourseLessonsPage = lazy(
  withTexts(() => import('../features/retrospectives/pages/CourseLessonsPage.tsx'), loadGroupWorkTexts),
);
const QueuePage = lazy(() => import('../features/insights/pages/QueuePage.tsx'));

interface FurtherPagesProps {
  /** The pages that everybody sees, for a rehearsal. */
  readonly pages: ReactNode;
}

/** Every page but those that a learner sees first. */
export default function FurtherPages({ pages }: FurtherPagesProps) {
  const { can, member } = useSession();
  return (
    <Routes>
      <Route path="activities/:activityId" element={<ActivityPage />} />
      <Route path="activities/:activityId/calibration" element={<CalibrationPage />} />
      <Route path="activities/:activityId/calibration/:exampleId" element={<ExampleReviewPage />} />
      <Route path="activities/:activityId/comparisons/:comparisonId" element={<ComparisonPage />} />
      <Route path="activities/:activityId/comments" element={<CommentedWorkPage />} />
      <Route path="activities/:activityId/revision" element={<RevisionPage />} />
      <Route path="activities/:activityId/self-assessment" element={<SelfAssessmentPage />} />
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
          <Route path="activities/:activityId/analytics" element={<ReviewAnalyticsPage />} />
          <Route path="activities/:activityId/who-reviews-whom" element={<ReviewNetworkPage />} />
          <Route path="activities/:activityId/comparisons" element={<ComparisonsPage />} />
          <Route path="activities/:activityId/problems" element={<ReviewProblemsPage />} />
          <Route path="activities/:activityId/conflicts" element={<ConflictsPage />} />
          <Route path="activities/:activityId/examples" element={<ExamplesPage />} />
          <Route path="activities/:activityId/examples/:exampleId" element={<ExamplePage />} />
          <Route path="activities/:activityId/disputes" element={<DisputesPage />} />
          <Route path="activities/:activityId/extensions" element={<ExtensionsPage />} />
        </>
      )}
      {can.rehearse && (
        <>
          <Route path="activities/:activityId/pre-flight" element={<PreFlightPage />} />
          <Route path="activities/:activityId/rehearsal" element={<RehearsalPage pages={pages} />} />
        </>
      )}
      {can.readGroups && (
        <>
          <Route path="groups" element={<GroupsPage />} />
          <Route path="groups/:setId" element={<GroupSetPage />} />
          <Route path="course-sessions" element={<SessionsPage />} />
          <Route path="course-sessions/:sessionId" element={<SessionPage />} />
          <Route path="groups/:setId/form" element={<FormGroupsPage />} />
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
          <Route path="discussions/*" element={<DiscussionPages />} />
          <Route path="lessons" element={<CourseLessonsPage />} />
          <Route path="group-work/*" element={<GroupWorkPages />} />
          <Route path="notices/settings" element={<NoticeSettingsPage />} />
        </>
      )}
      {member.role === 'observer' && (
        <Route path="group-work/:activityId" element={<ObservedProjectPage />} />
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
