import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useReview } from '../review-api.ts';
import { CommentableWork } from '../components/CommentableWork.tsx';
import { ChangedRubric } from '../components/ChangedRubric.tsx';
import { ReviewEditor } from '../components/ReviewEditor.tsx';
import { LiveNote, ReviewPromise, ReviewWindow, TimeNote, TogetherNote } from '../components/ReviewNotes.tsx';
import { peerWork } from '../review-target.ts';
import styles from './ReviewPage.module.css';

const GivenReviewTalk = makePart(
  withTexts(() => import('../components/GivenReviewTalk.tsx'), loadFurtherTexts),
  Nothing,
);

const ReportProblem = makePart(
  withTexts(() => import('../components/ReportProblem.tsx'), loadFurtherTexts),
  Nothing,
);

export default function ReviewPage() {
  const { t } = useTranslation();
  const { activityId = '', reviewId = '' } = useParams();
  const query = useReview(activityId, reviewId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    // That page says what is missing.
    if (query.error instanceof ApiError && query.error.code === 'CALIBRATION_NEEDED')
      return <Navigate to={`/activities/${activityId}/calibration`} replace />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const review = query.data;
  const target = peerWork(activityId, reviewId);
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading
        trail={[{ title: review.activityTitle, to: `/activities/${activityId}` }]}
        title={
          review.author === null
            ? t('peerReview.review.title', { pseudonym: review.pseudonym })
            : t('peerReview.review.titleOf', { name: review.author })
        }
      />
      <ReviewWindow can={review.can} reviewsCloseAt={review.reviewsCloseAt} />
      <div className={cx(styles['columns'])}>
        {/* It scrolls by itself on wide screens, so the keyboard must be able to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={cx(styles['work'])} aria-labelledby="work" tabIndex={0}>
          <h2 id="work">{t('peerReview.review.work')}</h2>
          <CommentableWork key={reviewId} review={review} target={target} />
          {isBlank(review.workText) && review.workFiles.length + review.workLinks.length === 0 && (
            <LiveNote />
          )}
          <ReportProblem target={{ activityId, reviewId }} />
          {!isBlank(review.instructions) && (
            <Disclosure title={t('peerReview.learner.instructions')}>
              <RichTextView document={review.instructions} />
            </Disclosure>
          )}
        </section>
        <section className={cx(layout['stack'])} aria-labelledby="yours">
          <h2 id="yours">{t('peerReview.review.yours')}</h2>
          {review.together !== null && <TogetherNote together={review.together} promise={review.promise} />}
          {review.can.edit && review.together === null && <ReviewPromise promise={review.promise} />}
          {review.measuresTime && (
            <TimeNote key={`time/${reviewId}`} activityId={activityId} reviewId={reviewId} />
          )}
          <ChangedRubric review={review} />
          <ReviewEditor
            isCoached={review.coach}
            key={reviewId}
            activityId={activityId}
            review={review}
            target={target}
          />
          <GivenReviewTalk activityId={activityId} reviewId={reviewId} />
        </section>
      </div>
    </div>
  );
}
