import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type PageAddress, type PageComment, useChangeComment } from '../comments-api.ts';
import { useSigned } from '../use-signed.ts';
import { CommentForm } from './CommentForm.tsx';

interface WordsProps {
  readonly address: PageAddress;
  readonly commentId: string;
  /** Null: the comment itself. */
  readonly replyId: string | null;
  readonly said: Pick<PageComment, 'by' | 'at' | 'text' | 'changedAt'>;
  readonly canWrite: boolean;
}

/** A comment or a reply; whoever said it says it in other words, or takes it back. */
export function Words({ address, commentId, replyId, said, canWrite }: WordsProps) {
  const { t } = useTranslation();
  const change = useChangeComment(address);
  const { signed } = useSigned();
  const [isChanging, setIsChanging] = useState(false);
  const { text, changedAt, by } = said;
  if (text === null)
    return <p className={cx(layout['muted'], layout['small'])}>{t('workspace.comments.takenBack')}</p>;

  const say = (next: string | null, onSuccess: () => void): void =>
    change.mutate({ commentId, replyId, text: next }, { onSuccess });
  const takeBack = (): void =>
    say(null, () =>
      showToast({
        text: t('workspace.comments.gone'),
        undo: () => change.mutate({ commentId, replyId, text }),
      }),
    );
  return (
    <div>
      <p className={cx(layout['muted'], layout['small'])}>
        {changedAt === null ? signed(said) : t('workspace.comments.changed', { who: signed(said) })}
      </p>
      {change.error !== null && <Problem error={change.error} />}
      {isChanging ? (
        <CommentForm
          label={t('workspace.comments.changeLabel')}
          submit={t('workspace.comments.saveChange')}
          before={text}
          isPending={change.isPending}
          onCancel={() => setIsChanging(false)}
          onSubmit={(next) => say(next, () => setIsChanging(false))}
        />
      ) : (
        <>
          <p dir="auto" className={cx(layout['prose'])}>
            {text}
          </p>
          {canWrite && by.isOwn && (
            <div className={cx(layout['row'], layout['snug'])}>
              <Button variant="quiet" onPress={() => setIsChanging(true)}>
                {t('workspace.comments.change')}
              </Button>
              <Button variant="quiet" isPending={change.isPending} onPress={takeBack}>
                {t('workspace.comments.takeBack')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
