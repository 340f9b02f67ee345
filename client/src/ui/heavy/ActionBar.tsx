import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './ActionBar.module.css';
import { useVisibleArea } from './visible-area.ts';

export interface ActionBarProps {
  readonly label: string;
  readonly children: ReactNode;
}

export default function ActionBar({ label, children }: ActionBarProps) {
  useVisibleArea();
  return (
    <section className={cx(styles['region'])} aria-label={label}>
      <div className={cx(styles['bar'])}>{children}</div>
    </section>
  );
}
