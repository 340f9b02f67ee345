import type { RefObject } from 'react';
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import { cx } from '../cx.ts';
import styles from './Tooltip.module.css';

export interface TooltipBubbleProps {
  readonly id: string;
  readonly text: string;
  readonly trigger: RefObject<HTMLElement | null>;
  /** The pointer may rest on the words, to read them enlarged (WCAG 1.4.13). */
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export default function TooltipBubble({ id, text, trigger, onEnter, onLeave }: TooltipBubbleProps) {
  const state = { isOpen: true, shouldSkipAnimation: false, open: onEnter, close: onLeave };
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip triggerRef={trigger} offset={6} className={cx(styles['tooltip'])}>
        {/* The bubble's own id cannot be chosen. */}
        <span id={id}>{text}</span>
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
