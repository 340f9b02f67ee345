import { type ReactNode, useId } from 'react';
import { type Choice, toggled } from './choices.ts';
import styles from './Choices.module.css';
import { ChoiceLook, ChoiceSet, type ChoiceSetProps } from './ChoiceSet.tsx';
import { cx } from './cx.ts';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isChecked: boolean;
  /** Some of what it stands for is chosen, some is not. */
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** One thing that is so or not so; the browser's own box, so that it weighs nothing on a first page. */
export function Checkbox({ children, isChecked, isMixed = false, isDisabled, onChange }: CheckboxProps) {
  return (
    <label className={cx(styles['choice'])}>
      <input
        type="checkbox"
        checked={isChecked}
        ref={(input) => {
          if (input !== null) input.indeterminate = isMixed;
        }}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface CheckboxGroupProps<Id extends string> extends ChoiceSetProps<Id> {
  readonly value: readonly Id[];
  readonly onChange: (value: Id[]) => void;
}

/** Any number of several things. */
export function CheckboxGroup<Id extends string>({ value, onChange, ...set }: CheckboxGroupProps<Id>) {
  const name = useId();
  return (
    <ChoiceSet {...set}>
      {(choice: Choice<Id>, describedBy) => (
        <ChoiceLook key={choice.id} choice={choice} look={set.look}>
          <input
            type="checkbox"
            name={name}
            aria-describedby={describedBy}
            checked={value.includes(choice.id)}
            disabled={set.isDisabled}
            onChange={(event) => onChange(toggled(value, choice.id, event.target.checked, set.choices))}
          />
        </ChoiceLook>
      )}
    </ChoiceSet>
  );
}
