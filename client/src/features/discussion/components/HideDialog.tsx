import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useModerate } from '../moderation-api.ts';

interface HideDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  readonly onClose: () => void;
}

/** Staff hide a post, and say why. */
export function HideDialog({ activityId, threadId, n, onClose }: HideDialogProps) {
  const { t } = useTranslation();
  const moderate = useModerate(activityId);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;
  function send(): void {
    setIsTried(true);
    if (isWrong) return;
    moderate.mutate(
      { kind: 'hide', threadId, n, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ text: t('discussionModeration.done.hide') });
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      title={t('discussionModeration.hide.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={moderate.isPending} onPress={send}>
            {t('discussionModeration.hide.confirm')}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{t('discussionModeration.hide.text')}</p>
      <TextArea
        label={t('discussionModeration.reason')}
        rows={3}
        value={reason}
        error={isTried && isWrong ? t('discussionModeration.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {moderate.error !== null && <Problem error={moderate.error} />}
    </Dialog>
  );
}
