import { useTranslation } from 'react-i18next';
import type { GivenTalk } from '../review-talk-api.ts';
import { RatingSentence } from './RatingSentence.tsx';
import { Replies, ReplyForm } from './Replies.tsx';

interface AuthorSaysProps {
  readonly given: GivenTalk;
  readonly mayWrite: boolean;
  /** Which work it is about, where one reads of two. */
  readonly work?: string;
  readonly reply: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (said: { id: string; text: string }, then: { onSuccess: () => void }) => void;
  };
}

/** What an author says of what one wrote, and how to answer. */
export function AuthorSays({ given: { talk, author, isNamed }, mayWrite, work, reply }: AuthorSaysProps) {
  const { t } = useTranslation();
  if (talk === null) return null;
  const toAuthor = work === undefined ? t('reviewTalk.toAuthor') : t('reviewTalk.toAuthorOf', { work });
  return (
    <>
      <RatingSentence talk={talk} />
      <Replies replies={talk.replies} own="reviewer" other={author} />
      {mayWrite && (
        <ReplyForm
          label={author === null ? toAuthor : t('reviewTalk.toNamed', { name: author })}
          isNamed={isNamed}
          error={reply.error}
          isPending={reply.isPending}
          onSend={(said, sent) => reply.mutate(said, { onSuccess: sent })}
        />
      )}
    </>
  );
}
