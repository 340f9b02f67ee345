import type { ReactNode } from 'react';
import styles from './Choices.module.css';
import { cx } from './cx.ts';

interface SwitchProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Turns something on or off at once; what is only sent with a form is a `Checkbox`. */
export function Switch({ children, isOn, isDisabled, onChange }: SwitchProps) {
  return (
    <label className={cx(styles['switch'])}>
      <input
        type="checkbox"
        // `checked` says it already, and aria-checked must not stand beside it (ARIA in HTML).
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
        role="switch"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
