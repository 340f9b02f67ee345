import { cx } from './cx.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface DateTimeFieldProps extends FieldProps {
  /** `2026-11-29T23:59` in the browser's time zone, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The browser's own date-time field: phones bring a picker that people know, every part can be typed, and there is
 * nothing to load.
 */
export function DateTimeField({ value, onChange, ...field }: DateTimeFieldProps) {
  return (
    <FieldFrame {...field}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          className={cx(styles['input'], styles['moment'])}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
