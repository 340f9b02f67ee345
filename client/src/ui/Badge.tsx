import styles from './Badge.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** The sign says the same as the colour, for those who do not see it. */
const SIGNS: Record<Tone, IconName | null> = {
  neutral: null,
  info: 'half',
  good: 'check',
  warn: 'info',
  bad: 'warning',
};

/** A state in one or two words. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const sign = SIGNS[tone];
  return (
    <span className={cx(styles['badge'], tone !== 'neutral' && styles[tone])}>
      {sign !== null && <Icon name={sign} />}
      {children}
    </span>
  );
}
