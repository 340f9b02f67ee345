import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do, or when something will be here. */
  readonly children: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={cx(styles['empty'])}>
      <p className={cx(styles['title'])}>{title}</p>
      <p>{children}</p>
    </div>
  );
}
