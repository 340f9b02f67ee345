import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso } from '../../../ui/local-time.ts';
import { CommandMenu } from '../../../ui/Menu.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { ThreadPage } from '../api.ts';
import { type Standing, useModerate, useUndoModeration } from '../moderation-api.ts';

const MoveDialog = makePart(() => import('./MoveDialog.tsx'), Nothing);

const KINDS = ['pin', 'lock', 'close'] as const;

/** What staff have made of a thread, for all who read it. */
function StandingMarks({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { pin, lock, close } = standing;
  const until = close?.until ?? null;
  const isOver = until !== null && Date.parse(until) <= now;
  return (
    <>
      {pin !== null && <Badge tone="info">{t('discussionModeration.pinned')}</Badge>}
      {lock !== null && <Badge tone="neutral">{t('discussionModeration.locked')}</Badge>}
      {until !== null && (
        <span className={cx(layout['muted'], layout['small'])}>
          {t(isOver ? 'discussionModeration.closed' : 'discussionModeration.closes', {
            when: format.moment(until),
          })}
        </span>
      )}
      {(lock !== null || isOver) && (
        <p className={cx(layout['muted'], layout['small'])}>{t('discussionModeration.lockedText')}</p>
      )}
    </>
  );
}

interface ThreadModerationProps {
  readonly activityId: string;
  readonly thread: Pick<ThreadPage, 'id' | 'groupId' | 'standing' | 'can'>;
}

/** What staff have done to a thread, and for them a menu to do it and to undo it. */
export function ThreadModeration({
  activityId,
  thread: { id, groupId, standing, can },
}: ThreadModerationProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  const undo = useUndoModeration(activityId);
  const [asked, setAsked] = useState<'close' | 'merge' | null>(null);
  const commands = [
    ...KINDS.map((kind) => (standing[kind] === null ? kind : (`un${kind}` as const))),
    'merge' as const,
  ];
  function choose(command: string): void {
    if (command === 'merge') setAsked('merge');
    const kind = KINDS.find((one) => command === one || command === `un${one}`);
    if (kind === undefined) return;
    const act = standing[kind]?.act;
    if (act !== undefined && act !== null)
      undo.mutate(act, { onSuccess: () => showToast({ text: t('discussionModeration.done.undo') }) });
    else if (kind === 'close') setAsked('close');
    else
      moderate.mutate(
        { kind, threadId: id },
        { onSuccess: () => showToast({ text: t(`discussionModeration.done.${kind}`) }) },
      );
  }
  const error = moderate.error ?? undo.error;
  return (
    <div className={cx(layout['row'], layout['snug'])}>
      <StandingMarks standing={standing} />
      {can.moderate && (
        <CommandMenu
          label={t('discussionModeration.menu')}
          items={commands.map((command) => ({
            id: command,
            text: t(`discussionModeration.commands.${command}`),
          }))}
          onAction={choose}
        >
          {t('discussionModeration.menu')}
        </CommandMenu>
      )}
      {error !== null && <Problem error={error} />}
      {asked === 'close' && <CloseDialog {...{ activityId }} threadId={id} onClose={() => setAsked(null)} />}
      {asked === 'merge' && (
        <MoveDialog {...{ activityId, groupId }} threadId={id} n={1} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

interface CloseDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly onClose: () => void;
}

function CloseDialog({ activityId, threadId, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const moderate = useModerate(activityId);
  const [local, setLocal] = useState('');
  const [isTried, setIsTried] = useState(false);
  const until = toIso(local);
  function send(): void {
    setIsTried(true);
    if (until === null) return;
    moderate.mutate(
      { kind: 'close', threadId, until },
      {
        onSuccess: () => {
          showToast({ text: t('discussionModeration.done.close') });
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      title={t('discussionModeration.close.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={moderate.isPending} onPress={send}>
            {t('discussionModeration.close.confirm')}
          </Button>
        </>
      }
    >
      <DateTimeField
        label={t('discussionModeration.close.until')}
        hint={t('discussionModeration.close.untilHint', { zone: format.zone })}
        value={local}
        error={isTried && until === null ? t('discussionModeration.close.untilWrong') : undefined}
        onChange={setLocal}
      />
      {moderate.error !== null && <Problem error={moderate.error} />}
    </Dialog>
  );
}
