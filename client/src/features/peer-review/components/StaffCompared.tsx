import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { LearnerReviews } from '../learner-work-api.ts';
import type { Talk } from '../review-talk-api.ts';
import { RatingSentence } from './RatingSentence.tsx';
import { Replies } from './Replies.tsx';

interface StaffComparedProps {
  readonly comparison: LearnerReviews['comparisons'][number];
  /** What the author says of it; absent while nothing was said. */
  readonly talk: Talk | undefined;
}

/** What one comparison says of a learner's work, as staff see it: with who made it. */
export function StaffCompared({ comparison, talk }: StaffComparedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = comparison.reviewer.name ?? t('launch.work.unnamed');
  return (
    <article className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h3>{t('comparative.staff.comparisonBy', { name })}</h3>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('launch.work.submitted', { when: format.moment(comparison.submittedAt) })}
        {' · '}
        {t('comparative.staff.chosenBy', { percent: format.percent(Math.round(comparison.chosenPercent)) })}
      </p>
      {!isBlank(comparison.comment) && <RichTextView document={comparison.comment} headingLevel={4} />}
      {talk !== undefined && (
        <>
          <h4>{t('reviewTalk.authorSays')}</h4>
          <RatingSentence talk={talk} />
          <Replies replies={talk.replies} own={null} />
        </>
      )}
    </article>
  );
}
