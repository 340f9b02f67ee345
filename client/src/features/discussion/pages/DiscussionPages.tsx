import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { NotFoundPage } from '../../../app/Landing.tsx';
import DiscussionPage from './DiscussionPage.tsx';

const SettingsPage = lazy(() => import('./SettingsPage.tsx'));
const NewThreadPage = lazy(() => import('./NewThreadPage.tsx'));
const ThreadPage = lazy(() => import('./ThreadPage.tsx'));

/** The pages of discussions. */
export default function DiscussionPages() {
  const { can } = useSession();
  return (
    <Routes>
      <Route path=":activityId" element={<DiscussionPage />} />
      <Route path=":activityId/new" element={<NewThreadPage />} />
      <Route path=":activityId/threads/:threadId" element={<ThreadPage />} />
      {can.editActivities && <Route path=":activityId/settings" element={<SettingsPage />} />}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
