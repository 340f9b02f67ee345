import { useTranslation } from 'react-i18next';
import { HELPFULNESS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { type OwnTalk, useOwnTalks, useRateReview, useReplyToReview } from '../review-talk-api.ts';
import { Replies, ReplyForm } from './Replies.tsx';

interface OwnReviewTalkProps {
  readonly activityId: string;
  readonly pseudonym: string;
  /** Where there are many, short ones: until something is said. */
  readonly isFolded: boolean;
}

/** The author says how helpful a review is, thanks, and writes to the reviewer. */
export default function OwnReviewTalk({ activityId, pseudonym, isFolded }: OwnReviewTalkProps) {
  const { t } = useTranslation();
  const talks = useOwnTalks(activityId);
  const reply = useReplyToReview(activityId, pseudonym);
  const talk = talks.data?.talks.find((one) => one.pseudonym === pseudonym);
  if (talks.isError) return <Problem error={talks.error} retry={() => void talks.refetch()} />;
  if (talk === undefined) return null;
  const mayWrite = talks.data?.can.write === true;
  const content = (
    <div className={cx(layout['stack'])}>
      <Rating activityId={activityId} talk={talk} mayRate={talks.data?.can.rate === true} />
      <Replies replies={talk.replies} own="author" other={talk.reviewer} />
      {mayWrite && (
        <ReplyForm
          label={
            talk.reviewer === null
              ? t('reviewTalk.toReviewer', { pseudonym })
              : t('reviewTalk.toNamed', { name: talk.reviewer })
          }
          isNamed={talk.isNamed}
          error={reply.error}
          isPending={reply.isPending}
          onSend={(said, sent) => reply.mutate(said, { onSuccess: sent })}
        />
      )}
    </div>
  );
  if (!isFolded) return content;
  return (
    <Disclosure title={t('reviewTalk.unfold')} isOpen={talk.replies.length > 0}>
      {content}
    </Disclosure>
  );
}

interface RatingProps {
  readonly activityId: string;
  readonly talk: OwnTalk;
  readonly mayRate: boolean;
}

function Rating({ activityId, talk, mayRate }: RatingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pseudonym, reviewer, helpfulness, thanked } = talk;
  const rate = useRateReview(activityId, pseudonym);
  const save = (wanted: Partial<Pick<OwnTalk, 'helpfulness' | 'thanked'>>) =>
    rate.mutate(wanted, { onSuccess: () => announce(t('reviewTalk.rated')) });
  const choices = Array.from({ length: HELPFULNESS_MAX }, (_, index) => ({
    id: String(index + 1),
    text: format.number(index + 1),
  }));
  return (
    <>
      <RadioGroup
        label={
          reviewer === null
            ? t('reviewTalk.helpful', { pseudonym })
            : t('reviewTalk.helpfulNamed', { name: reviewer })
        }
        hint={t('reviewTalk.scale', { most: format.number(HELPFULNESS_MAX) })}
        look="scale"
        choices={choices}
        isDisabled={!mayRate}
        value={helpfulness === null ? null : String(helpfulness)}
        onChange={(value) => save({ helpfulness: Number(value) })}
      />
      <Checkbox
        isChecked={thanked}
        isDisabled={!mayRate}
        onChange={(isThanked) => save({ thanked: isThanked })}
      >
        {t('reviewTalk.thank')}
      </Checkbox>
      {rate.error !== null && <Problem error={rate.error} />}
    </>
  );
}
