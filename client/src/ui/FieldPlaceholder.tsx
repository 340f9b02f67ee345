import { cx } from './cx.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

/** Holds the place of a field whose control is on its way. */
export function FieldPlaceholder(field: FieldProps) {
  return (
    <FieldFrame {...field}>
      {(control) => <input {...control} readOnly className={cx(styles['input'])} />}
    </FieldFrame>
  );
}
