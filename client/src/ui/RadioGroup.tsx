import { useId } from 'react';
import type { Choice } from './choices.ts';
import { ChoiceLook, ChoiceSet, type ChoiceSetProps } from './ChoiceSet.tsx';

interface RadioGroupProps<Id extends string> extends ChoiceSetProps<Id> {
  /** Null while nothing is chosen. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
}

/** One of a few things, all in sight; for many there is `Select`. */
export function RadioGroup<Id extends string>({ value, onChange, ...set }: RadioGroupProps<Id>) {
  const name = useId();
  return (
    <ChoiceSet {...set}>
      {(choice: Choice<Id>, describedBy) => (
        <ChoiceLook key={choice.id} choice={choice} look={set.look}>
          <input
            type="radio"
            name={name}
            aria-describedby={describedBy}
            checked={value === choice.id}
            disabled={set.isDisabled}
            onChange={() => onChange(choice.id)}
          />
        </ChoiceLook>
      )}
    </ChoiceSet>
  );
}
