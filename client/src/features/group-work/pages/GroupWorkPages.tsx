import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { NotFoundPage } from '../../../app/Landing.tsx';
import GroupWorkPage from './GroupWorkPage.tsx';

const SettingsPage = lazy(() => import('./SettingsPage.tsx'));
const DeliverablePage = lazy(() => import('./DeliverablePage.tsx'));

/** The pages of group projects. */
export default function GroupWorkPages() {
  const { can } = useSession();
  return (
    <Routes>
      <Route path=":activityId" element={<GroupWorkPage />} />
      <Route path=":activityId/groups/:groupId/milestones/:n" element={<DeliverablePage />} />
      {can.editActivities && <Route path=":activityId/settings" element={<SettingsPage />} />}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
