import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useReviewAnalytics } from '../analytics-api.ts';
import { CommentFigures } from '../components/CommentFigures.tsx';
import { GradeFigures } from '../components/GradeFigures.tsx';
import { ReviewerFigures } from '../components/ReviewerFigures.tsx';

/** What the reviews of an activity say as a whole: for staff alone. */
export default function ReviewAnalyticsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '' } = useParams();
  const query = useReviewAnalytics(activityId);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const { title, reviews, works } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading trail={[{ title, to: `/activities/${activityId}` }]} title={t('staffView.say.title')} />
      {reviews === 0 ? (
        <EmptyState title={t('staffView.say.empty')}>{t('staffView.say.emptyText')}</EmptyState>
      ) : (
        <>
          <p className={cx(layout['prose'])}>
            {t('staffView.say.intro', { count: reviews, works: format.number(works) })}
          </p>
          <GradeFigures analytics={query.data} />
          <ReviewerFigures activityId={activityId} analytics={query.data} />
          <CommentFigures analytics={query.data} />
        </>
      )}
    </div>
  );
}
