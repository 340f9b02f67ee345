import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { Criterion } from '../api.ts';
import type { LearnerReviews } from '../learner-work-api.ts';
import styles from './ResultSection.module.css';

interface StaffReviewProps {
  readonly review: LearnerReviews['reviews'][number];
  readonly criteria: Criterion[];
  /** Whether it matters which version was reviewed. */
  readonly showsVersion: boolean;
}

/** One review of a learner's work as staff see it: with its reviewer. */
export function StaffReview({ review, criteria, showsVersion }: StaffReviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = review.reviewer.name ?? t('launch.work.unnamed');
  const given = new Map(review.ratings.map(({ criterionId, points }) => [criterionId, points]));
  const pointsOf = (points: number, maximum: number) =>
    t('launch.work.points', { points: format.number(points), maximum: format.number(maximum) });
  return (
    <article className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h3>{t('launch.work.reviewBy', { name })}</h3>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('launch.work.submitted', { when: format.moment(review.submittedAt) })}
        {showsVersion && ` · ${t('launch.work.ofVersion', { n: format.number(review.workVersion) })}`}
      </p>
      <dl className={cx(styles['ratings'])}>
        {criteria.map(({ id, title, points: maximum }) => (
          <div key={id} className={cx(styles['rating'])}>
            <dt>{title}</dt>
            <dd>{pointsOf(given.get(id) ?? 0, maximum)}</dd>
          </div>
        ))}
      </dl>
      <RichTextView document={review.comment} headingLevel={4} />
    </article>
  );
}
