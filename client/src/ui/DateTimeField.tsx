import { useId } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';

interface DateTimeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isReadOnly?: boolean;
  /** `2026-11-29T23:59` in the browser's time zone, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The browser's own date-time field: phones bring a picker that people know, every part can be typed, and there is
 * nothing to load.
 */
export function DateTimeField({ label, hint, error, isReadOnly, value, onChange }: DateTimeFieldProps) {
  const id = useId();
  const notes = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
  return (
    <div className={cx(styles['field'])}>
      <label htmlFor={id} className={cx(styles['label'])}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        className={cx(styles['input'], styles['moment'])}
        value={value}
        readOnly={isReadOnly}
        aria-invalid={error !== undefined}
        {...(notes === '' ? {} : { 'aria-describedby': notes })}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={cx(styles['hint'])}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className={cx(styles['error'])}>
          {error}
        </span>
      )}
    </div>
  );
}
