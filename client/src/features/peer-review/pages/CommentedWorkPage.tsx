import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ReceivedReview, useLearnerActivity } from '../api.ts';
import { NotedWork } from '../components/NotedWork.tsx';
import { notesOf } from '../inline-notes.ts';
import { useReceivedReviews } from '../received-api.ts';
import { useOwnSubmission } from '../work-api.ts';

/** One's own work as it was handed in, with what the reviewers have said on places in it. */
export default function CommentedWorkPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const activity = useLearnerActivity(activityId);
  const own = useOwnSubmission(activityId);
  const received = useReceivedReviews(activityId);
  const failed = [activity, own, received].find((query) => query.isError && query.data === undefined);
  const reviews: readonly ReceivedReview[] | undefined = received.data?.reviews;
  const notes = useMemo(
    () =>
      (reviews ?? []).flatMap(({ inline, pseudonym, reviewer, criteria }) => {
        const rubric = criteria ?? activity.data?.criteria ?? [];
        const name = reviewer ?? t('inline.reviewer', { pseudonym });
        return notesOf(inline, pseudonym, name, (id) => rubric.find((one) => one.id === id)?.title);
      }),
    [reviews, activity.data, t],
  );
  if (failed?.error) return <ProblemPage error={failed.error} retry={() => void failed.refetch()} />;
  if (!activity.data || !own.data || !received.data) return <PageSkeleton />;
  const work = own.data.submission;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('inline.page.title')}
        trail={[{ title: activity.data.title, to: `/activities/${activityId}` }]}
      />
      {work === null || notes.length === 0 ? (
        <EmptyState title={t('inline.page.none')}>{t('inline.page.noneHint')}</EmptyState>
      ) : (
        <section className={cx(layout['stack'])} aria-labelledby="work">
          <Banner tone="info">{t('inline.page.hint', { count: notes.length })}</Banner>
          <h2 id="work">{t('peerReview.learner.submit.title')}</h2>
          <NotedWork text={work.text} files={work.files} links={work.links} notes={notes} />
        </section>
      )}
    </div>
  );
}
