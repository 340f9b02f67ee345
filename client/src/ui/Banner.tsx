import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { cx } from './cx.ts';

interface BannerProps {
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons beside the text. */
  readonly actions?: ReactNode;
  /** `alert` interrupts, `status` waits; without one the banner is part of the page. */
  readonly role?: 'alert' | 'status';
}

export function Banner({ tone, title, children, actions, role }: BannerProps) {
  return (
    <div className={cx(styles['banner'], styles[tone])} role={role}>
      <div className={cx(styles['text'])}>
        {title !== undefined && <strong className={cx(styles['title'])}>{title}</strong>}
        {children}
      </div>
      {actions}
    </div>
  );
}
