import type { ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What to do, or when something will be here. */
  readonly children: ReactNode;
  /** Makes the title a heading that can take the focus, where a list became empty under somebody's hands. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

export function EmptyState({ title, children, headingRef }: EmptyStateProps) {
  return (
    <div className={cx(styles['empty'])}>
      {headingRef ? (
        <h2 ref={headingRef} tabIndex={-1} className={cx(styles['title'])}>
          {title}
        </h2>
      ) : (
        <p className={cx(styles['title'])}>{title}</p>
      )}
      <p>{children}</p>
    </div>
  );
}
