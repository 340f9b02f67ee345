import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components/Popover';
import { cx } from '../cx.ts';
import styles from './overlay.module.css';

export interface DialogPopoverProps {
  readonly label: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

export default function DialogPopover({ label, trigger, children, onClose }: DialogPopoverProps) {
  return (
    <Popover
      className={cx(styles['popover'])}
      triggerRef={trigger}
      isOpen
      offset={4}
      placement="bottom start"
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog aria-label={label} className={cx(styles['panel'])}>
        {children}
      </Dialog>
    </Popover>
  );
}
