import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { isStaff, useSession } from '../../../app/context.ts';
import { NotFoundPage } from '../../../app/Landing.tsx';
import DiscussionPage from './DiscussionPage.tsx';

const SettingsPage = lazy(() => import('./SettingsPage.tsx'));
const NewThreadPage = lazy(() => import('./NewThreadPage.tsx'));
const ParticipantsPage = lazy(() => import('./ParticipantsPage.tsx'));
const ParticipantPage = lazy(() => import('./ParticipantPage.tsx'));
const ModerationPage = lazy(() => import('./ModerationPage.tsx'));
const TalkAnalyticsPage = lazy(() => import('./TalkAnalyticsPage.tsx'));
const ThreadPage = lazy(() => import('./ThreadPage.tsx'));

/** The pages of discussions. */
export default function DiscussionPages() {
  const session = useSession();
  const { can } = session;
  return (
    <Routes>
      <Route path=":activityId" element={<DiscussionPage />} />
      <Route path=":activityId/new" element={<NewThreadPage />} />
      <Route path=":activityId/threads/:threadId" element={<ThreadPage />} />
      {isStaff(session) && <Route path=":activityId/analytics" element={<TalkAnalyticsPage />} />}
      {isStaff(session) && <Route path=":activityId/participants" element={<ParticipantsPage />} />}
      {isStaff(session) && <Route path=":activityId/participants/:memberId" element={<ParticipantPage />} />}
      {isStaff(session) && <Route path=":activityId/moderation" element={<ModerationPage />} />}
      {can.editActivities && <Route path=":activityId/settings" element={<SettingsPage />} />}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
