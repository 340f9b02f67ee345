import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import { StaffNotes } from '../../staff-notes/components/StaffNotes.tsx';
import { TimelineSection } from '../../activity/components/TimelineSection.tsx';
import { type Note, notesOf } from '../inline-notes.ts';
import { type LearnerWork, useLearnerReviews, useLearnerWork } from '../learner-work-api.ts';
import { Grade } from '../components/ResultSection.tsx';
import { useLearnerTalks } from '../review-talk-api.ts';
import { CriterionResults } from '../components/CriterionResults.tsx';
import { LearnerRevision } from '../components/LearnerRevision.tsx';
import { ReviewQuality } from '../components/ReviewQuality.tsx';
import { ReviewWeight } from '../components/ReviewWeight.tsx';
import { ToJudge } from '../components/ToJudge.tsx';
import { LearnerSelfAssessment } from '../components/SelfComparison.tsx';
import { Reviewers } from '../components/Reviewers.tsx';
import { StaffCompared } from '../components/StaffCompared.tsx';
import { StaffReview } from '../components/StaffReview.tsx';
import { NotedWork } from '../components/NotedWork.tsx';
import styles from './LearnerWorkPage.module.css';

/** One learner's work as staff see it, also from the LMS's grading view. */
export default function LearnerWorkPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '', memberId = '' } = useParams();
  const [search] = useSearchParams();
  const version = Number(search.get('version') ?? '') || undefined;
  const query = useLearnerWork(activityId, memberId, version);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const work = query.data;
  const name = work.learner.name ?? t('launch.work.unnamed');
  const ofGroup = ({ name: group, members }: NonNullable<LearnerWork['group']>): string =>
    t('groupAuthors.staff.workOf', {
      name: group ?? t('groupAuthors.unnamed'),
      names: format.list(members.map((one) => one ?? t('launch.work.unnamed'))),
    });
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <div>
          <Link to={`/activities/${activityId}`}>{t('launch.work.back')}</Link>
        </div>
        <PageHeading title={t('launch.work.title', { name })} />
        <p className={cx(layout['muted'])}>{work.activity.title}</p>
        {work.group !== null && <p>{ofGroup(work.group)}</p>}
      </div>
      <div className={cx(styles['columns'])}>
        <Work activityId={activityId} work={work} />
        <Judgement activityId={activityId} memberId={memberId} work={work} />
      </div>
      <LearnerRevision activityId={activityId} memberId={memberId} />
    </div>
  );
}

function Work({ activityId, work }: { readonly activityId: string; readonly work: LearnerWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notes = useReviewNotes(activityId, work);
  const { shown, versions } = work;
  return (
    <section className={cx(layout['stack'], styles['work'])} aria-labelledby="work">
      <h2 id="work">{t('launch.work.text')}</h2>
      {shown === null ? (
        <EmptyState title={t('launch.work.nothing.title')}>{t('launch.work.nothing.text')}</EmptyState>
      ) : (
        <>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('launch.work.versionOf', { n: format.number(shown.version), of: format.number(versions) })}
            {' · '}
            {t('launch.work.handedIn', { when: format.moment(shown.submittedAt) })}
          </p>
          {versions > 1 && <Versions shown={shown.version} versions={versions} />}
          <NotedWork text={shown.text} files={shown.files} links={shown.links} notes={notes} />
        </>
      )}
    </section>
  );
}

/** What reviewers have said on places in the work; nothing while their reviews are not there. */
function useReviewNotes(activityId: string, { activity, learner }: LearnerWork): Note[] {
  const { t } = useTranslation();
  const { data } = useLearnerReviews(activityId, learner.id);
  return useMemo(
    () =>
      (data?.reviews ?? []).flatMap(({ id, inline, reviewer, criteria }) =>
        notesOf(
          inline,
          id,
          reviewer.name ?? t('launch.work.unnamed'),
          (criterionId) => (criteria ?? activity.criteria).find((one) => one.id === criterionId)?.title,
        ),
      ),
    [data, activity, t],
  );
}

/** Every version is an address of its own, so that the grading view's link and the back button work. */
function Versions({ shown, versions }: { readonly shown: number; readonly versions: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <nav aria-label={t('launch.work.versions')} className={cx(layout['stack'], layout['tight'])}>
      {shown < versions && <p>{t('launch.work.newer')}</p>}
      <ul className={cx(layout['row'], layout['plainList'], styles['versions'])}>
        {Array.from({ length: versions }, (_, index) => index + 1).map((n) => (
          <li key={n}>
            <Link to={`?version=${n}`} aria-current={n === shown ? 'page' : undefined}>
              {t('launch.work.version', { n: format.number(n) })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface JudgementProps {
  readonly activityId: string;
  readonly memberId: string;
  readonly work: LearnerWork;
}

/** What came of the work: the grade with its reasons, and the reviews. */
function Judgement({ activityId, memberId, work }: JudgementProps) {
  const { t } = useTranslation();
  const query = useLearnerReviews(activityId, memberId);
  const talks = useLearnerTalks(activityId, memberId);
  if (query.isPending) return <Skeleton />;
  if (query.isError && query.data === undefined) {
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  }
  const { reviews, comparisons, grade } = query.data;
  const talkOf = (id: string) => talks.data?.talks.find(({ reviewId }) => reviewId === id);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <TimelineSection activityId={activityId} memberId={memberId} />
      <section className={cx(layout['stack'])} aria-labelledby="grade">
        <h2 id="grade">{t('launch.work.grade')}</h2>
        {grade === null ? (
          <p>{t('launch.work.noGrade')}</p>
        ) : (
          <Grade result={{ ...grade, label: work.activity.title }} isAlone whose="other" />
        )}
        <div>
          <Link to={`/activities/${activityId}/grades/${activityId}/${memberId}`}>
            {t('gradebook.history.link')}
          </Link>
        </div>
      </section>
      <section className={cx(layout['stack'])} aria-labelledby="reviews">
        <h2 id="reviews">{t('launch.work.reviews')}</h2>
        <ToJudge activityId={activityId} memberId={memberId} />
        {reviews.length + comparisons.length === 0 && (
          <p className={cx(layout['muted'])}>{t('launch.work.noReviews')}</p>
        )}
        {comparisons.map((one) => (
          <StaffCompared key={one.id} comparison={one} talk={talkOf(one.id)} />
        ))}
        {reviews.map((review) => (
          <StaffReview
            key={review.id}
            review={review}
            criteria={work.activity.criteria}
            showsVersion={work.versions > 1}
            talk={talkOf(review.id)}
            judgement={
              <ReviewJudgement
                activityId={activityId}
                memberId={memberId}
                reviewId={review.id}
                name={review.reviewer.name ?? t('launch.work.unnamed')}
              />
            }
          />
        ))}
      </section>
      <CriterionResults activityId={activityId} memberId={memberId} reviews={reviews} />
      <LearnerSelfAssessment activityId={activityId} memberId={memberId} />
      {work.shown !== null && work.activity.phase !== 'submission' && (
        <Reviewers activityId={activityId} memberId={memberId} />
      )}
      <StaffNotes memberId={memberId} />
    </div>
  );
}

/** How much a review counts, and how good staff find it. */
const ReviewJudgement = (props: Parameters<typeof ReviewWeight>[0]) => (
  <>
    <ReviewWeight {...props} />
    <ReviewQuality {...props} />
  </>
);
