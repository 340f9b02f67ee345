import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from '../cx.ts';
import styles from './Dialog.module.css';
import { useVisibleArea } from './visible-area.ts';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons at its end; the last is the one that does it. */
  readonly actions: ReactNode;
  /** An `alertdialog` asks something that has to be answered first. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Escape, a press beside it, or the caller's own button. */
  readonly onClose: () => void;
}

export default function Dialog({ title, children, actions, role = 'dialog', onClose }: DialogProps) {
  useVisibleArea();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className={cx(styles['overlay'])}
    >
      <Modal className={cx(styles['modal'])}>
        <AriaDialog role={role} className={cx(styles['dialog'])}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className={cx(styles['actions'])}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
