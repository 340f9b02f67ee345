import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useGivenTalk, useReplyToAuthor } from '../review-talk-api.ts';
import { RatingSentence } from './RatingSentence.tsx';
import { Replies, ReplyForm } from './Replies.tsx';

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
    <section className={cx(layout['stack'])} aria-labelledby="author-says">
      <h2 id="author-says">{t('reviewTalk.authorSays')}</h2>
      <RatingSentence talk={data.talk} />
      <Replies replies={data.talk.replies} own="reviewer" other={data.author} />
      {data.can.write && (
        <ReplyForm
          label={
            data.author === null ? t('reviewTalk.toAuthor') : t('reviewTalk.toNamed', { name: data.author })
          }
          isNamed={data.isNamed}
          error={reply.error}
          isPending={reply.isPending}
          onSend={(said, sent) => reply.mutate(said, { onSuccess: sent })}
        />
      )}
    </section>
  );
}
