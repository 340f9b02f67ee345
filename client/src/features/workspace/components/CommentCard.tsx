import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Quote } from '../../peer-review/components/NoteCard.tsx';
import { type PageAddress, type PageComment, useReply, useResolve } from '../comments-api.ts';
import styles from '../workspace.module.css';
import { CommentForm } from './CommentForm.tsx';
import { useSigned } from '../use-signed.ts';
import { Words } from './CommentWords.tsx';

interface CommentCardProps {
  readonly address: PageAddress;
  readonly comment: PageComment;
  readonly canWrite: boolean;
  /** Null: the words that it is on are gone. */
  readonly onGoTo: (() => void) | null;
}

/** A comment on a passage, with what was replied. */
export function CommentCard({ address, comment, canWrite, onGoTo }: CommentCardProps) {
  const { t } = useTranslation();
  const reply = useReply(address);
  const resolve = useResolve(address);
  const [isReplying, setIsReplying] = useState(false);
  const { commentId, passage, replies, resolved } = comment;
  const { signed, nameOf } = useSigned();
  const error = reply.error ?? resolve.error;

  const setResolved = (next: boolean): void =>
    resolve.mutate(
      { commentId, resolved: next },
      { onSuccess: () => announce(t(next ? 'workspace.comments.done' : 'workspace.comments.opened')) },
    );

  return (
    <article
      id={`comment-${commentId}`}
      tabIndex={-1}
      aria-label={t('workspace.comments.of', { name: nameOf(comment) })}
      className={cx(styles['comment'])}
    >
      <Quote quote={passage.quote} />
      {onGoTo === null && (
        <p className={cx(layout['muted'], layout['small'])}>{t('workspace.comments.wordsGone')}</p>
      )}
      <Words address={address} commentId={commentId} replyId={null} said={comment} canWrite={canWrite} />
      {replies.length > 0 && (
        <ul aria-label={t('workspace.comments.replies')} className={cx(styles['replies'])}>
          {replies.map((one) => (
            <li key={one.replyId}>
              <Words
                address={address}
                commentId={commentId}
                replyId={one.replyId}
                said={one}
                canWrite={canWrite}
              />
            </li>
          ))}
        </ul>
      )}
      {resolved !== null && (
        <p className={cx(layout['muted'], layout['small'])}>
          {t('workspace.comments.resolvedBy', { who: signed(resolved) })}
        </p>
      )}
      {error !== null && <Problem error={error} />}
      {isReplying ? (
        <CommentForm
          label={t('workspace.comments.replyLabel', { name: nameOf(comment) })}
          submit={t('workspace.comments.sendReply')}
          isPending={reply.isPending}
          onCancel={() => setIsReplying(false)}
          onSubmit={(said) =>
            reply.mutate(
              { commentId, replyId: newId(), text: said },
              {
                onSuccess: () => {
                  setIsReplying(false);
                  announce(t('workspace.comments.replied'));
                },
              },
            )
          }
        />
      ) : (
        <div className={cx(layout['row'], layout['snug'])}>
          {onGoTo !== null && (
            <Button variant="quiet" onPress={onGoTo}>
              {t('workspace.comments.goTo')}
            </Button>
          )}
          {canWrite && (
            <>
              <Button variant="quiet" onPress={() => setIsReplying(true)}>
                {t('workspace.comments.reply')}
              </Button>
              <Button
                variant="quiet"
                isPending={resolve.isPending}
                onPress={() => setResolved(resolved === null)}
              >
                {t(resolved === null ? 'workspace.comments.resolve' : 'workspace.comments.reopen')}
              </Button>
            </>
          )}
        </div>
      )}
    </article>
  );
}
