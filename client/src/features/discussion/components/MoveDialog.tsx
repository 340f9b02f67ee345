import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Command, useModerate, useMoveTargets } from '../moderation-api.ts';

interface MoveDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  /** The space of the thread, in which everything stays. */
  readonly groupId: string | null;
  /** What is moved with all that answers it; the first post: the whole thread. */
  readonly n: number;
  readonly onClose: () => void;
}

/** Staff move a post with its replies to a thread of its own or to another one, or a whole thread to another. */
export default function MoveDialog({ activityId, threadId, groupId, n, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  const isWhole = n === 1;
  const [where, setWhere] = useState<'own' | 'other'>(isWhole ? 'other' : 'own');
  const [title, setTitle] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const targets = useMoveTargets(activityId, where === 'other', groupId);
  const called = title.trim();
  const isWrong = called === '' || called.length > TITLE_MAX;
  const command = (): Command | null => {
    if (where === 'own') return isWrong ? null : { kind: 'split', threadId, n, title: called };
    if (to === null) return null;
    return isWhole ? { kind: 'merge', threadId, to } : { kind: 'move', threadId, n, to };
  };
  function send(): void {
    setIsTried(true);
    const wanted = command();
    if (wanted === null) return;
    moderate.mutate(wanted, {
      onSuccess: () => {
        showToast({ text: t('discussionModeration.done.move') });
        onClose();
      },
    });
  }
  return (
    <Dialog
      title={t(isWhole ? 'discussionModeration.move.mergeTitle' : 'discussionModeration.move.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={moderate.isPending} onPress={send}>
            {t(isWhole ? 'discussionModeration.move.merge' : 'discussionModeration.move.confirm')}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{t('discussionModeration.move.text')}</p>
      {!isWhole && (
        <RadioGroup
          label={t('discussionModeration.move.where')}
          choices={[
            { id: 'own', text: t('discussionModeration.move.own') },
            { id: 'other', text: t('discussionModeration.move.other') },
          ]}
          value={where}
          onChange={setWhere}
        />
      )}
      {where === 'own' ? (
        <TextField
          label={t('discussionModeration.move.called')}
          value={title}
          error={
            isTried && isWrong ? t('discussionModeration.move.calledWrong', { max: TITLE_MAX }) : undefined
          }
          onChange={setTitle}
        />
      ) : targets.isPending ? (
        <Skeleton isShort />
      ) : (
        <ComboBox
          label={t('discussionModeration.move.target')}
          choices={(targets.data ?? [])
            .filter((thread) => thread.id !== threadId && thread.groupId === groupId)
            .map((thread) => ({
              id: thread.id,
              text: thread.title === '' ? t('discussionModeration.hiddenTitle') : thread.title,
            }))}
          value={to}
          error={isTried && to === null ? t('discussionModeration.move.targetWrong') : undefined}
          onChange={setTo}
        />
      )}
      {targets.error !== null && <Problem error={targets.error} />}
      {moderate.error !== null && <Problem error={moderate.error} />}
    </Dialog>
  );
}
