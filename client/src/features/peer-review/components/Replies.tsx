import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPLY_CHARS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { newId } from '../../../app/new-id.ts';
import type { Reply } from '../review-talk-api.ts';

interface RepliesProps {
  readonly replies: readonly Reply[];
  /** Whose eyes these are; staff see both sides. */
  readonly own: Reply['from'] | null;
  /** The other side's name where it is known. */
  readonly other?: string | null;
}

/** What author and reviewer have said to each other. */
export function Replies({ replies, own, other }: RepliesProps) {
  const { t } = useTranslation();
  if (replies.length === 0) return null;
  return (
    <ul
      className={cx(layout['stack'], layout['tight'], layout['plainList'])}
      aria-label={t('reviewTalk.replies')}
    >
      {replies.map(({ id, from, text }) => (
        <li key={id}>
          <p className={cx(layout['small'], layout['muted'])}>
            {from === own ? t('reviewTalk.you') : (other ?? t(`reviewTalk.${from}`))}
          </p>
          <p className={cx(layout['prose'])}>{text}</p>
        </li>
      ))}
    </ul>
  );
}

interface ReplyFormProps {
  readonly label: string;
  /** Whether the other side sees the writer's name. */
  readonly isNamed: boolean;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSend: (reply: { id: string; text: string }, sent: () => void) => void;
}

/** Writes one reply; what is typed stays until it has arrived, and arrives once. */
export function ReplyForm({ label, isNamed, error, isPending, onSend }: ReplyFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => ({ id: newId(), text: '' }));
  const text = draft.text.trim();
  const tooLong = text.length > REPLY_CHARS_MAX;
  const send = () => {
    if (text === '' || tooLong) return;
    onSend({ id: draft.id, text }, () => {
      setDraft({ id: newId(), text: '' });
      announce(t('reviewTalk.sent'));
    });
  };
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <TextArea
        label={label}
        hint={t(isNamed ? 'reviewTalk.hintNamed' : 'reviewTalk.hint')}
        rows={2}
        value={draft.text}
        error={tooLong ? t('reviewTalk.tooLong', { max: REPLY_CHARS_MAX }) : undefined}
        onChange={(typed) => setDraft({ ...draft, text: typed })}
      />
      {error !== null && <Problem error={error} />}
      <div>
        <Button isPending={isPending || text === ''} onPress={send}>
          {t(isPending ? 'reviewTalk.sending' : 'reviewTalk.send')}
        </Button>
      </div>
    </div>
  );
}
