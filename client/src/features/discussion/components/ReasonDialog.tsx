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

interface ReasonDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly text: string;
  readonly label: string;
  readonly confirm: string;
  /** Said when it is done. */
  readonly done: string;
  readonly sending: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSend: (reason: string, options: { readonly onSuccess: () => void }) => void;
  readonly onClose: () => void;
}

/** Something that is done to a post for a reason that has to be given. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, label, confirm, done, sending, onSend, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;
  function send(): void {
    setIsTried(true);
    if (isWrong) return;
    onSend(reason.trim(), {
      onSuccess: () => {
        showToast({ text: done });
        onClose();
      },
    });
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={sending.isPending} onPress={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{text}</p>
      <TextArea
        label={label}
        rows={3}
        value={reason}
        error={isTried && isWrong ? t('discussionModeration.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {sending.error !== null && <Problem error={sending.error} />}
    </Dialog>
  );
}
