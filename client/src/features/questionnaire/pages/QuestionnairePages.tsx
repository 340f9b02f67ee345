import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { isStaff, useSession } from '../../../app/context.ts';
import { NotFoundPage } from '../../../app/Landing.tsx';
import { EditBankItemPage, NewBankItemPage } from './BankItemPage.tsx';
import { BankPage } from './BankPage.tsx';
import { EditQuestionnairePage, NewQuestionnairePage } from './BuilderPage.tsx';
import { EvaluationPage } from './EvaluationPage.tsx';
import { OwnListPage } from './OwnListPage.tsx';
import { ResultsPage } from './ResultsPage.tsx';
import { RunnerPage } from './RunnerPage.tsx';
import { StaffListPage } from './StaffListPage.tsx';

const GradebookPage = lazy(() => import('../../gradebook/pages/GradebookPage.tsx'));
const GradeHistoryPage = lazy(() => import('../../gradebook/pages/GradeHistoryPage.tsx'));

/** Everything about questionnaires: staff make them and read the results, learners answer them. */
export default function QuestionnairePages() {
  const session = useSession();
  return (
    <Routes>
      <Route index element={isStaff(session) ? <StaffListPage /> : <OwnListPage />} />
      <Route path=":questionnaireId" element={isStaff(session) ? <ResultsPage /> : <RunnerPage />} />
      {isStaff(session) && <Route path="bank" element={<BankPage />} />}
      {isStaff(session) && <Route path=":questionnaireId/evaluation" element={<EvaluationPage />} />}
      {session.can.readQueue && (
        <>
          <Route path=":activityId/gradebook" element={<GradebookPage />} />
          <Route path=":activityId/grades/:columnId/:memberId" element={<GradeHistoryPage />} />
        </>
      )}
      {session.can.editActivities && (
        <>
          <Route path="bank/new" element={<NewBankItemPage />} />
          <Route path="bank/:bankItemId" element={<EditBankItemPage />} />
          <Route path="new" element={<NewQuestionnairePage />} />
          <Route path=":questionnaireId/edit" element={<EditQuestionnairePage />} />
        </>
      )}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
