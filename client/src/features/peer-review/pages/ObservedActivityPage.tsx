import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { KEEPS_FOCUS, PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import { pathElsewhere } from '../../activity/path-to.ts';
import type { Learner } from '../../course/api.ts';
import { ChosenLearner } from '../../course/components/ChosenLearner.tsx';
import { Instructions } from '../components/Instructions.tsx';
import { LearnerSteps } from '../components/LearnerSteps.tsx';
import { ResultSection } from '../components/ResultSection.tsx';
import { Rubric } from '../components/Rubric.tsx';
import { WorkView } from '../components/WorkView.tsx';
import { type ObservedActivity, useObservedActivity, useObservedSubmission } from '../observed-api.ts';
import styles from './ObservedActivityPage.module.css';

/** What an observer sees: the page of one learner whom they observe, to be read. */
export default function ObservedActivityPage() {
  const { activityId = '' } = useParams();
  return (
    <ChosenLearner>
      {(learner, intro) => (
        <ObservedPage key={learner.memberId} activityId={activityId} learner={learner} intro={intro} />
      )}
    </ChosenLearner>
  );
}

interface ObservedPageProps {
  readonly activityId: string;
  readonly learner: Learner;
  /** Who is looked at. */
  readonly intro: ReactNode;
}

function ObservedPage({ activityId, learner, intro }: ObservedPageProps) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const query = useObservedActivity(activityId, learner.memberId);
  if (query.isError && query.data === undefined) {
    const elsewhere = pathElsewhere(query.error, activityId);
    if (elsewhere !== null) return <Navigate to={elsewhere + search} replace state={KEEPS_FOCUS} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const activity = query.data;
  const work = <Work key="work" activity={activity} />;
  const reviews = <Reviews key="reviews" activity={activity} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={activity.title} />
      {intro}
      <Steps activity={activity} />
      <ResultSection activity={activity} observedId={learner.memberId} />
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="instructions">
        <h2 id="instructions">{t('peerReview.learner.instructions')}</h2>
        <Instructions document={activity.instructions} />
        <Rubric criteria={activity.criteria} />
      </section>
      {activity.phase === 'submission' ? [work, reviews] : [reviews, work]}
    </div>
  );
}

/** The observer has no abilities: what the learner could do now follows from phase and dates. */
function Steps({ activity }: { readonly activity: ObservedActivity }) {
  const now = useNow();
  const can = {
    submit: activity.phase === 'submission' && now <= Date.parse(activity.submissionsCloseAt),
    review: activity.phase !== 'submission' && now <= Date.parse(activity.reviewsCloseAt),
  };
  return <LearnerSteps activity={{ ...activity, can }} />;
}

function Work({ activity }: { readonly activity: ObservedActivity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useObservedSubmission(activity.id, activity.learner.memberId);
  const submission = query.data?.submission;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="work">
      <h2 id="work">{t('observed.work')}</h2>
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {submission === null && <EmptyState title={t('observed.notHandedIn')}>{''}</EmptyState>}
      {submission && (
        <>
          <p className={cx(layout['muted'])}>
            {t('peerReview.learner.submit.receipt', { when: format.moment(submission.submittedAt) })}
          </p>
          <WorkView text={submission.text} files={submission.files} links={submission.links} />
        </>
      )}
    </section>
  );
}

type Task = ObservedActivity['reviewTasks'][number];
const TONES: Record<Task['state'], Tone> = { toDo: 'neutral', begun: 'info', submitted: 'good' };

/** How far the learner's own reviews are; whose works they are about, and what they say, is not the observer's. */
function Reviews({ activity }: { readonly activity: ObservedActivity }) {
  const { t } = useTranslation();
  const tasks = activity.reviewTasks;
  const why = activity.phase === 'submission' ? 'waiting' : 'none';
  return (
    <section className={cx(layout['stack'])} aria-labelledby="reviews">
      <h2 id="reviews">{t('peerReview.learner.reviews.title')}</h2>
      {tasks.length === 0 ? (
        <EmptyState title={t(`peerReview.learner.reviews.${why}.title`)}>
          {t(`peerReview.learner.reviews.${why}.text`)}
        </EmptyState>
      ) : (
        <ul className={cx(styles['tasks'])}>
          {tasks.map(({ pseudonym, state }) => (
            <li key={pseudonym} className={cx(layout['row'])}>
              <span>{t('peerReview.learner.reviews.work', { pseudonym })}</span>
              <Badge tone={TONES[state]}>{t(`peerReview.learner.reviews.${state}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
