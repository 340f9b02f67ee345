import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { Criterion } from '../api.ts';
import type { LearnerReviews } from '../learner-work-api.ts';
import type { Talk } from '../review-talk-api.ts';
import RatingList from './RatingList.tsx';
import { RatingSentence } from './RatingSentence.tsx';
import { InlineList } from './InlineList.tsx';
import { Replies } from './Replies.tsx';

interface StaffReviewProps {
  readonly review: LearnerReviews['reviews'][number];
  readonly criteria: Criterion[];
  /** Whether it matters which version was reviewed. */
  readonly showsVersion: boolean;
  /** What the author says of it; absent while nothing was said. */
  readonly talk: Talk | undefined;
  /** How much it counts, and how good staff find it. */
  readonly judgement: ReactNode;
}

/** One review of a learner's work as staff see it: with its reviewer. */
export function StaffReview({ review, criteria, showsVersion, talk, judgement }: StaffReviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = review.reviewer.name ?? t('launch.work.unnamed');
  const unnamed = t('groupAuthors.somebody');
  const wrote = t('groupAuthors.reviewers.wrote', {
    members: format.list((review.together?.members ?? []).map((one) => one ?? unnamed)),
    names: format.list((review.together?.writers ?? []).map((one) => one ?? unnamed)),
    name: review.together?.submittedBy ?? unnamed,
  });
  return (
    <article className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h3>{t('launch.work.reviewBy', { name })}</h3>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('launch.work.submitted', { when: format.moment(review.submittedAt) })}
        {showsVersion && ` · ${t('launch.work.ofVersion', { n: format.number(review.workVersion) })}`}
      </p>
      {review.together !== null && <p className={cx(layout['small'])}>{wrote}</p>}
      <RatingList criteria={review.criteria ?? criteria} ratings={review.ratings} />
      <RichTextView document={review.comment} headingLevel={4} />
      <InlineList comments={review.inline} criteria={review.criteria ?? criteria} />
      {talk !== undefined && (
        <>
          <h4>{t('reviewTalk.authorSays')}</h4>
          <RatingSentence talk={talk} />
          <Replies replies={talk.replies} own={null} />
        </>
      )}
      {judgement}
    </article>
  );
}
