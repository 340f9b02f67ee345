import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import { FieldFrame } from '../../../ui/FieldFrame.tsx';
import styles from './Fields.module.css';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them to be seen: the browser's own radio buttons. */
export function RadioChoice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, hint, name, value, options, onChange } = props;
  return (
    <fieldset
      className={cx(styles['choice'])}
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
    >
      <legend className={cx(field['label'])}>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className={cx(styles['option'])}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {label}
        </label>
      ))}
      {hint !== undefined && (
        <span id={`${name}-hint`} className={cx(field['hint'])}>
          {hint}
        </span>
      )}
    </fieldset>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** One of many: the browser's own list, which phones show as a wheel and keyboards search by letters. */
export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <FieldFrame label={label}>
      {({ readOnly: _readOnly, ...control }) => (
        <select
          {...control}
          className={cx(field['input'], styles['select'])}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

interface TimeFieldProps {
  readonly label: string;
  /** `22:00`, or empty. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

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

interface CheckProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}

export function Check({ isChecked, onChange, children }: CheckProps) {
  return (
    <label className={cx(styles['option'])}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
