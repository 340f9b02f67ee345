import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './Disclosure.module.css';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  readonly title: string;
  /** Opens it, such as for what is wrong within. */
  readonly isOpen?: boolean;
  /** Hears of it when it is opened or folded away. */
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** Folded away until one wants to know; the browser's search finds and opens it, and paper shows it whole. */
export function Disclosure({ title, isOpen = false, onToggle, children }: DisclosureProps) {
  return (
    <details
      className={cx(styles['disclosure'])}
      open={isOpen || undefined}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={cx(styles['title'])}>
        <Icon name="chevronEnd" />
        {title}
      </summary>
      <div className={cx(styles['content'])}>{children}</div>
    </details>
  );
}
