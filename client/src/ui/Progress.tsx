import { cx } from './cx.ts';
import styles from './Progress.module.css';

interface ProgressProps {
  /** What is going on, read out as the bar's name. */
  readonly label: string;
  /** The same in words beside the bar. */
  readonly text: string;
  /** Without a value the end is not known. */
  readonly value?: number;
  readonly max?: number;
}

export function Progress({ label, text, value, max = 1 }: ProgressProps) {
  return (
    <div className={cx(styles['progress'])}>
      <span>{text}</span>
      <progress
        className={cx(styles['bar'])}
        aria-label={label}
        max={max}
        {...(value === undefined ? {} : { value })}
      />
    </div>
  );
}
