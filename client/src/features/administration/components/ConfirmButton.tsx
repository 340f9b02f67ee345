import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';

const ConfirmDialog = lazy(async () => ({
  default: (await import('../../../ui/ConfirmDialog.tsx')).ConfirmDialog,
}));

interface ConfirmButtonProps {
  readonly label: string;
  /** Where several buttons have the same label. */
  readonly 'aria-label'?: string;
  readonly title: string;
  /** What will happen. */
  readonly text: ReactNode;
  readonly isPending: boolean;
  /** Does it, and closes the question when it is done. */
  readonly onConfirm: (close: () => void) => void;
}

/** A button that asks before it does something with consequences for others. */
export function ConfirmButton({ label, title, text, isPending, onConfirm, ...rest }: ConfirmButtonProps) {
  const [asks, setAsks] = useState(false);
  const close = () => setAsks(false);
  return (
    <>
      <Button {...rest} onPress={() => setAsks(true)}>
        {label}
      </Button>
      {asks && (
        <Suspense>
          <ConfirmDialog
            title={title}
            confirm={label}
            isPending={isPending}
            onConfirm={() => onConfirm(close)}
            onClose={close}
          >
            <p>{text}</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
