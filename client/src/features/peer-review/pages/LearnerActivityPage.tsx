import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams } from 'react-router';
import { ApiError } from '../../../app/api-client.ts';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { pathElsewhere } from '../../activity/path-to.ts';
import { useLearnerActivity } from '../api.ts';
import { Instructions } from '../components/Instructions.tsx';
import { LearnerSteps } from '../components/LearnerSteps.tsx';
import { ResultSection } from '../components/ResultSection.tsx';
import { ReviewTasks } from '../components/ReviewTasks.tsx';
import { Rubric } from '../components/Rubric.tsx';
import { SubmissionSection } from '../components/SubmissionSection.tsx';
import { isReviewSubmitted } from '../notice.ts';
import { useOwnSubmission } from '../work-api.ts';

const OptionalSteps = lazy(withTexts(() => import('../components/OptionalSteps.tsx'), loadFurtherTexts));
const StateNote = lazy(withTexts(() => import('../../activity/components/StateNote.tsx'), loadFurtherTexts));

export default function LearnerActivityPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const location = useLocation();
  const query = useLearnerActivity(activityId);
  // Read side by side, and shown together: what came later would push the rest around.
  const own = useOwnSubmission(activityId);
  if (query.isPending || (own.isPending && !query.isError)) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    const code = query.error instanceof ApiError && query.error.code;
    if (code === 'ACTIVITY_NOT_OPEN') return <StateNote state="notOpen" activityId={activityId} />;
    const elsewhere = pathElsewhere(query.error, activityId);
    if (elsewhere !== null) return <Navigate to={elsewhere} replace state={location.state as unknown} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const activity = query.data;
  const work = <SubmissionSection key="work" activity={activity} />;
  const reviews = <ReviewTasks key="reviews" activity={activity} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={activity.title} />
      {activity.closed && <StateNote state="closed" />}
      {isReviewSubmitted(location.state) && (
        <Banner tone="good" role="status" title={t('peerReview.reviewed.done')}>
          {activity.can.review && t('peerReview.reviewed.doneHint')}
        </Banner>
      )}
      <LearnerSteps activity={activity} />
      <ResultSection activity={activity} />
      {activity.optional.length > 0 && <OptionalSteps activity={activity} />}
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="instructions">
        <h2 id="instructions">{t('peerReview.learner.instructions')}</h2>
        <Instructions document={activity.instructions} />
        <Rubric criteria={activity.criteria} />
      </section>
      {/* What is due now comes first. */}
      {activity.phase === 'submission' ? [work, reviews] : [reviews, work]}
    </div>
  );
}
