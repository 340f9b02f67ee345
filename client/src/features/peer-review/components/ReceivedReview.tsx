import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { loadFurtherTexts, withTexts } from '../../../i18n/index.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { makePart, Nothing } from '../../../ui/part.tsx';
import type { Criterion, ReceivedReview as Received } from '../api.ts';

const ReceivedDetails = makePart(
  withTexts(() => import('./ReceivedDetails.tsx'), loadFurtherTexts),
  Nothing,
);

interface ReceivedReviewProps {
  readonly review: Received;
  readonly criteria: readonly Criterion[];
  /** Of its heading. */
  readonly level: 3 | 4;
  /** What one says to it. */
  readonly children: ReactNode;
}

/** A review of one's own work. */
export function ReceivedReview({ review, criteria, level, children }: ReceivedReviewProps) {
  const { t } = useTranslation();
  const Heading = `h${level}` as const;
  return (
    <article className={cx(layout['card'], layout['stack'])}>
      <Heading>
        {review.reviewer ?? t('peerReview.learner.result.reviewBy', { pseudonym: review.pseudonym })}
      </Heading>
      <ReceivedDetails review={review} criteria={review.criteria ?? criteria} />
      {children}
    </article>
  );
}
