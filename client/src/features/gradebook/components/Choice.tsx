import { useId } from 'react';
import { cx } from '../../../ui/cx.ts';
import styles from './Choice.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly hint?: string;
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each said in a line of its own; the browser's own radio buttons. */
export function Choice<Value extends string>({ legend, options, value, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={cx(styles['group'])}>
      <legend className={cx(styles['legend'])}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={cx(styles['option'])}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            aria-describedby={option.hint === undefined ? undefined : `${name}-${option.value}`}
            aria-label={option.title}
            onChange={() => onChange(option.value)}
          />
          <span className={cx(styles['title'])}>{option.title}</span>
          {option.hint !== undefined && (
            <span id={`${name}-${option.value}`} className={cx(styles['hint'])}>
              {option.hint}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Yes or no. */
export function Check({ label, hint, isChecked, onChange }: CheckProps) {
  const id = useId();
  return (
    <label className={cx(styles['check'])}>
      <input
        type="checkbox"
        checked={isChecked}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={cx(styles['title'])}>{label}</span>
      {hint !== undefined && (
        <span id={id} className={cx(styles['hint'])}>
          {hint}
        </span>
      )}
    </label>
  );
}
