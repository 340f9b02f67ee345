import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import type { DialogPopoverProps } from './heavy/DialogPopover.tsx';
import { makePart, Nothing } from './part.tsx';

const DialogPopover = makePart<DialogPopoverProps>(() => import('./heavy/DialogPopover.tsx'), Nothing);

interface PopoverButtonProps {
  /** What the button shows. */
  readonly button: ReactNode;
  /** The button's and the popover's name, read out. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that opens a little more beside itself: an explanation, a few settings. */
export function PopoverButton({ button, label, children }: PopoverButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={trigger}
        variant="quiet"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        {button}
      </Button>
      {isOpen && (
        <DialogPopover label={label} trigger={trigger} onClose={() => setIsOpen(false)}>
          {children}
        </DialogPopover>
      )}
    </>
  );
}
