import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Step, Stepper } from '../../../ui/Stepper.tsx';
import { type LearnerActivity, useLearnerActivity } from '../api.ts';
import { isLateNow } from '../components/LateNotice.tsx';
import { ResultSection } from '../components/ResultSection.tsx';
import { ReviewTasks } from '../components/ReviewTasks.tsx';
import { Rubric } from '../components/Rubric.tsx';
import { SubmissionSection } from '../components/SubmissionSection.tsx';
import { learnerSteps } from '../learner-steps.ts';
import { isReviewSubmitted } from '../notice.ts';

export default function LearnerActivityPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const location = useLocation();
  const query = useLearnerActivity(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const activity = query.data;
  const work = <SubmissionSection key="work" activity={activity} />;
  const reviews = <ReviewTasks key="reviews" activity={activity} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={activity.title} />
      {isReviewSubmitted(location.state) && (
        <Banner tone="good" role="status" title={t('peerReview.review.done')}>
          {activity.can.review && t('peerReview.review.doneHint')}
        </Banner>
      )}
      <Steps activity={activity} />
      <ResultSection activity={activity} />
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="instructions">
        <h2 id="instructions">{t('peerReview.learner.instructions')}</h2>
        <p className={cx(layout['prose'])}>
          {activity.instructions === '' ? t('peerReview.learner.noInstructions') : activity.instructions}
        </p>
        <Rubric criteria={activity.criteria} />
      </section>
      {/* What is due now comes first. */}
      {activity.phase === 'submission' ? [work, reviews] : [reviews, work]}
    </div>
  );
}

function Steps({ activity }: { readonly activity: LearnerActivity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const states = learnerSteps(activity);
  const withRelative = (iso: string) =>
    t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
  const until = (iso: string) => t('peerReview.learner.steps.until', { when: withRelative(iso) });
  const notes = {
    submit:
      activity.late !== null && !isLateNow(activity, now)
        ? t('gradebook.late.step', { when: withRelative(activity.late.dueAt) })
        : until(activity.submissionsCloseAt),
    review: until(activity.reviewsCloseAt),
    results: t(
      activity.phase === 'released' ? 'peerReview.learner.steps.released' : 'peerReview.learner.steps.after',
    ),
  };
  const steps = (['submit', 'review', 'results'] as const).map((key): Step => {
    const state = states[key];
    return {
      key,
      state,
      title: t(`peerReview.learner.steps.${key}`),
      stateText: t(`peerReview.learner.steps.state.${state}`),
      note: notes[key],
    };
  });
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Stepper label={t('peerReview.learner.steps.label')} steps={steps} />
      <p className={cx(layout['muted'], layout['small'])}>{t('common.timeZone', { zone: format.zone })}</p>
    </div>
  );
}
