import { cx } from './cx.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface TextAreaProps extends TextFieldProps {
  readonly rows?: number;
  readonly placeholder?: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
}

export function TextField({ value, onChange, ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          className={cx(styles['input'])}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

export function TextArea({ value, onChange, rows = 4, placeholder, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      {(control) => (
        <textarea
          {...control}
          className={cx(styles['input'], styles['area'])}
          rows={rows}
          // It grows with its text, from this height.
          style={{ minBlockSize: `calc(${rows}lh + 1rem)` }}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
