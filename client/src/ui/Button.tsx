import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link, type To } from 'react-router';
import styles from './Button.module.css';
import { cx } from './cx.ts';

type Variant = 'primary' | 'secondary' | 'quiet';

interface ButtonProps {
  readonly children: ReactNode;
  readonly variant?: Variant;
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** Work is under way: the button keeps the focus and does nothing. */
  readonly isPending?: boolean;
  readonly 'aria-label'?: string;
  readonly id?: string;
  readonly onPress?: () => void;
}

const classOf = (variant: Variant): string =>
  cx(styles['button'], variant !== 'secondary' && styles[variant]);

export function Button({ variant = 'secondary', ...props }: ButtonProps) {
  return <AriaButton {...props} className={classOf(variant)} />;
}

interface ButtonLinkProps {
  readonly to: To;
  readonly children: ReactNode;
  readonly variant?: Variant;
  readonly 'aria-label'?: string;
}

/** Looks like a button because it is the next step, but leads to a page. */
export function ButtonLink({ variant = 'secondary', ...props }: ButtonLinkProps) {
  return <Link {...props} className={classOf(variant)} />;
}
