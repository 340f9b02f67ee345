import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';

interface ReasonedDialogProps {
  readonly texts: {
    readonly title: string;
    readonly save: string;
    readonly reason: string;
    /** Where there is no reason, or a too long one. */
    readonly reasonWrong: string;
  };
  /** Whether what is decided cannot be saved as it is. */
  readonly isWrong?: boolean;
  readonly isPending: boolean;
  /** Why the last try to save failed. */
  readonly error: Error | null;
  /** What is decided; after a try to save also what is wrong with it. */
  readonly children?: (wasTried: boolean) => ReactNode;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

/** Something that staff decide, and why: without a reason nothing is saved. */
export function ReasonedDialog(props: ReasonedDialogProps) {
  const { texts, isWrong = false, isPending, error, children, onSave, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isReasonWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;

  function save(): void {
    setWasTried(true);
    if (!isWrong && !isReasonWrong) onSave(reason.trim());
  }

  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={save}>
            {texts.save}
          </Button>
        </>
      }
    >
      {children?.(wasTried)}
      <TextArea
        label={texts.reason}
        rows={3}
        value={reason}
        error={wasTried && isReasonWrong ? texts.reasonWrong : undefined}
        onChange={setReason}
      />
      {error !== null && <Problem error={error} />}
    </Dialog>
  );
}
