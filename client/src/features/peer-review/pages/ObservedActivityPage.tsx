import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import { type Learner, useObservedLearners } from '../../course/api.ts';
import { Instructions } from '../components/Instructions.tsx';
import { LearnerSteps } from '../components/LearnerSteps.tsx';
import { ResultSection } from '../components/ResultSection.tsx';
import { Rubric } from '../components/Rubric.tsx';
import { WorkView } from '../components/WorkView.tsx';
import { type ObservedActivity, useObservedActivity, useObservedSubmission } from '../observed-api.ts';
import styles from './ObservedActivityPage.module.css';

/** What an observer sees: the page of one learner whom they observe, to be read. */
export default function ObservedActivityPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const [search] = useSearchParams();
  const learners = useObservedLearners();
  if (learners.isError) return <ProblemPage error={learners.error} retry={() => void learners.refetch()} />;
  if (learners.data === undefined) return <PageSkeleton />;
  const { items } = learners.data;
  const chosen = items.find(({ memberId }) => memberId === search.get('learner')) ?? items[0];
  if (chosen === undefined) {
    return (
      <div className={cx(layout['stack'])}>
        <PageHeading title={t('observed.nobody.title')} />
        <p className={cx(layout['prose'])}>{t('observed.nobody.text')}</p>
      </div>
    );
  }
  return <ObservedPage key={chosen.memberId} activityId={activityId} learner={chosen} all={items} />;
}

interface ObservedPageProps {
  readonly activityId: string;
  readonly learner: Learner;
  readonly all: readonly Learner[];
}

function ObservedPage({ activityId, learner, all }: ObservedPageProps) {
  const { t } = useTranslation();
  const name = useLearnerName(learner);
  const query = useObservedActivity(activityId, learner.memberId);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const activity = query.data;
  const work = <Work key="work" activity={activity} />;
  const reviews = <Reviews key="reviews" activity={activity} />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={activity.title} />
      {all.length > 1 && <Switcher chosen={learner} all={all} />}
      <Banner tone="info" title={t('observed.seeing', { name })}>
        <p>{t('observed.hint')}</p>
      </Banner>
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

function useLearnerName({ name }: Learner): string {
  const { t } = useTranslation();
  return name ?? t('peerReview.staff.table.unnamed');
}

function Switcher({ chosen, all }: { readonly chosen: Learner; readonly all: readonly Learner[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('observed.choose')}>
      <ul className={cx(styles['learners'])}>
        {all.map((learner) => (
          <li key={learner.memberId}>
            <LearnerLink learner={learner} isChosen={learner === chosen} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LearnerLink({ learner, isChosen }: { readonly learner: Learner; readonly isChosen: boolean }) {
  const name = useLearnerName(learner);
  return (
    <Link to={{ search: `?learner=${learner.memberId}` }} aria-current={isChosen ? 'page' : undefined}>
      <bdi>{name}</bdi>
    </Link>
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
