import { useTranslation } from 'react-i18next';
import { QUALITY_MAX } from '../../../../../server/src/contracts/review-limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useGivenTalk, useReplyToAuthor } from '../review-talk-api.ts';
import { AuthorSays } from './AuthorSays.tsx';
import { useFormat } from '../../../app/context.ts';
import type { JudgedReview } from '../review-judgements-api.ts';

interface GivenReviewTalkProps {
  readonly activityId: string;
  readonly reviewId: string;
}

/** What the author says of a review that one wrote, once it is released. */
export default function GivenReviewTalk({ activityId, reviewId }: GivenReviewTalkProps) {
  const { t } = useTranslation();
  const { data } = useGivenTalk(activityId, reviewId);
  const reply = useReplyToAuthor(activityId, reviewId);
  if (!data?.talk) return null;
  return (
    <>
      {data.judgement !== null && <StaffSay judgement={data.judgement} />}
      <section className={cx(layout['stack'])} aria-labelledby="author-says">
        <h2 id="author-says">{t('reviewTalk.authorSays')}</h2>
        <AuthorSays given={data} mayWrite={data.can.write} reply={reply} />
      </section>
    </>
  );
}

/** How good staff find the review, for who wrote it. */
function StaffSay({ judgement: { level, comment } }: { readonly judgement: JudgedReview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="staff-say">
      <h2 id="staff-say">{t('reviewQuality.staffSay')}</h2>
      <p>{t('reviewQuality.level', { n: format.number(level), most: format.number(QUALITY_MAX) })}</p>
      {comment !== '' && <p className={cx(layout['prose'])}>{comment}</p>}
    </section>
  );
}
