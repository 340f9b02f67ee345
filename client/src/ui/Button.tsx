import type { ReactNode, Ref } from 'react';
import { Link, type To } from 'react-router';
import styles from './Button.module.css';
import { cx } from './cx.ts';

type Variant = 'primary' | 'secondary' | 'quiet';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One primary button for the next step; `quiet` stands in rows and toolbars. */
  readonly variant?: Variant;
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** Work is under way: the button keeps the focus and does nothing. */
  readonly isPending?: boolean;
  readonly 'aria-label'?: string;
  /** What it opens, and whether that is open. */
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly id?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress?: () => void;
}

const classOf = (variant: Variant): string =>
  cx(styles['button'], variant !== 'secondary' && styles[variant]);

/** The browser's own button: it is on every first page, where react-aria's would add 17 kB for the same behaviour. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', type = 'button', isDisabled, isPending, onPress, ...rest } = props;
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={classOf(variant)}
      disabled={isDisabled}
      aria-disabled={isPending === true ? true : undefined}
      onClick={(event) => {
        if (isPending === true) event.preventDefault();
        else onPress?.();
      }}
    />
  );
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
