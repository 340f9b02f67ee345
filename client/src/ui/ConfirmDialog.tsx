import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { cx } from './cx.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, in numbers. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. Load it lazily: it brings react-aria's overlays. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  isPending,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className={cx(styles['overlay'])}
    >
      <Modal className={cx(styles['modal'])}>
        <Dialog role="alertdialog" className={cx(styles['dialog'])}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className={cx(styles['actions'])}>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button variant="primary" isPending={isPending} onPress={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
