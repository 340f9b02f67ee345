import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';
import type { TooltipBubbleProps } from './heavy/TooltipBubble.tsx';
import layout from './layout.module.css';
import { makePart, Nothing } from './part.tsx';

const TooltipBubble = makePart<TooltipBubbleProps>(() => import('./heavy/TooltipBubble.tsx'), Nothing);

const OPEN_AFTER_MS = 500;
const CLOSE_AFTER_MS = 200;

interface TooltipProps {
  /** A few words more; never the only way to know something. */
  readonly text: string;
  /** The control it is about, given what to put into its `aria-describedby`. */
  readonly children: (describedBy: string | undefined) => ReactNode;
}

/** Words beside a control while the pointer rests on it or the keyboard is there; Escape takes them away. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const trigger = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  function become(open: boolean, afterMs: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(open), afterMs);
  }

  return (
    <span
      ref={trigger}
      role="presentation"
      className={cx(layout['fit'])}
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && become(true, OPEN_AFTER_MS)}
      onPointerLeave={() => become(false, CLOSE_AFTER_MS)}
      onPointerDown={() => become(false, 0)}
      onFocus={({ target }) => target.matches(':focus-visible') && become(true, 0)}
      onBlur={() => become(false, 0)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // What is around it stays open.
        event.stopPropagation();
        become(false, 0);
      }}
    >
      {children(isOpen ? id : undefined)}
      {isOpen && (
        <TooltipBubble
          id={id}
          text={text}
          trigger={trigger}
          onEnter={() => become(true, 0)}
          onLeave={() => become(false, CLOSE_AFTER_MS)}
        />
      )}
    </span>
  );
}
