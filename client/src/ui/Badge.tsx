import styles from './Badge.module.css';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** The sign says the same as the colour, for those who do not see it. */
const SIGNS: Record<Tone, string> = { neutral: '', info: '◐', good: '✓', warn: '!', bad: '⚠' };

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={cx(styles['badge'], tone !== 'neutral' && styles[tone])}>
      {SIGNS[tone] !== '' && <span aria-hidden="true">{SIGNS[tone]}</span>}
      {children}
    </span>
  );
}
