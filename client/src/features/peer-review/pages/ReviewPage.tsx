import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ReviewerReview, useReview } from '../api.ts';
import { ReviewEditor } from '../components/ReviewEditor.tsx';
import { WorkView } from '../components/WorkView.tsx';
import styles from './ReviewPage.module.css';

export default function ReviewPage() {
  const { t } = useTranslation();
  const { activityId = '', reviewId = '' } = useParams();
  const query = useReview(activityId, reviewId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const review = query.data;
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading
        trail={[{ title: review.activityTitle, to: `/activities/${activityId}` }]}
        title={t('peerReview.review.title', { pseudonym: review.pseudonym })}
      />
      <Window review={review} />
      <div className={cx(styles['columns'])}>
        {/* It scrolls by itself on wide screens, so the keyboard must be able to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={cx(styles['work'])} aria-labelledby="work" tabIndex={0}>
          <h2 id="work">{t('peerReview.review.work')}</h2>
          <WorkView text={review.workText} files={review.workFiles} />
          {!isBlank(review.instructions) && (
            <Disclosure title={t('peerReview.learner.instructions')}>
              <RichTextView document={review.instructions} />
            </Disclosure>
          )}
        </section>
        <section className={cx(layout['stack'])} aria-labelledby="yours">
          <h2 id="yours">{t('peerReview.review.yours')}</h2>
          {review.can.edit && (
            <p className={cx(layout['muted'], layout['small'])}>{t('peerReview.review.promise')}</p>
          )}
          <ReviewEditor key={reviewId} activityId={activityId} review={review} />
        </section>
      </div>
    </div>
  );
}

function Window({ review }: { readonly review: ReviewerReview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (!review.can.edit) return <Banner tone="info">{t('peerReview.review.closed')}</Banner>;
  const { reviewsCloseAt } = review;
  const when = t('moment.withRelative', {
    absolute: format.moment(reviewsCloseAt),
    relative: format.relative(reviewsCloseAt, now),
  });
  return <p className={cx(layout['muted'])}>{t('peerReview.review.until', { when })}</p>;
}
