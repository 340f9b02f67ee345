import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import type { Criterion } from '../api.ts';
import { useLearnerReviews } from '../learner-work-api.ts';
import { useReviewJudgements } from '../review-judgements-api.ts';
import { ReviewQuality } from './ReviewQuality.tsx';
import { StaffReview } from './StaffReview.tsx';

interface WorkReviewsProps {
  readonly activityId: string;
  /** Whose work it is. */
  readonly memberId: string;
  readonly criteria: Criterion[];
}

/** The reviews of a work where staff mark it, each with how good they find it; folded away, so that nobody marks by them unawares. */
export default function WorkReviews({ activityId, memberId, criteria }: WorkReviewsProps) {
  const { t } = useTranslation();
  const { data } = useLearnerReviews(activityId, memberId);
  const judged = useReviewJudgements(activityId, memberId).data;
  if (data === undefined || data.reviews.length === 0) return null;
  const isWanted = judged?.counts !== null && judged?.can.judge === true;
  const open = isWanted ? judged.judgements.filter(({ level }) => level === null).length : 0;
  const count = t('reviewQuality.ofWork', { count: data.reviews.length });
  return (
    <Disclosure title={open > 0 ? `${count} – ${t('reviewQuality.open', { count: open })}` : count}>
      <div className={cx(layout['stack'])}>
        {data.reviews.map((review) => (
          <StaffReview
            key={review.id}
            review={review}
            criteria={criteria}
            showsVersion
            talk={undefined}
            judgement={
              <ReviewQuality
                activityId={activityId}
                memberId={memberId}
                reviewId={review.id}
                name={review.reviewer.name ?? t('launch.work.unnamed')}
              />
            }
          />
        ))}
      </div>
    </Disclosure>
  );
}
