import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import { FieldFrame } from '../../../ui/FieldFrame.tsx';
import styles from './TimeField.module.css';

interface TimeFieldProps {
  readonly label: string;
  /** `22:00`, or empty. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The browser's own time field: every part can be typed, in the clock that people are used to. */
export function TimeField({ label, value, error, onChange }: TimeFieldProps) {
  return (
    <FieldFrame label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="time"
          className={cx(field['input'], styles['time'])}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
