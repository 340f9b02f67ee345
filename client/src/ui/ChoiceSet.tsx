import { type ReactNode, useId } from 'react';
import type { Choice } from './choices.ts';
import styles from './Choices.module.css';
import { cx } from './cx.ts';
import field from './Field.module.css';
import layout from './layout.module.css';

/** In a column, each in a box that can be pressed whole, side by side as the parts of one control, or the few steps of a scale, always in one row. */
export type Look = 'list' | 'cards' | 'segments' | 'scale';

export interface ChoiceSetProps<Id extends string> {
  readonly label: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
  readonly choices: readonly Choice<Id>[];
  readonly look?: Look;
  readonly hint?: string;
  /** What is wrong with the choice, translated. */
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
}

interface ChoiceSetFrameProps<Id extends string> extends ChoiceSetProps<Id> {
  readonly children: (choice: Choice<Id>, describedBy: string | undefined) => ReactNode;
}

/** A set of choices with its legend, hint and error, which are tied to the first choice that is read out. */
export function ChoiceSet<Id extends string>(props: ChoiceSetFrameProps<Id>) {
  const { label, hidesLabel = false, choices, look = 'list', hint, error, children } = props;
  const id = useId();
  const notes = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
  return (
    <fieldset className={cx(field['field'])} data-invalid={error === undefined ? undefined : ''}>
      <legend className={cx(styles['legend'], hidesLabel && layout['visuallyHidden'])}>{label}</legend>
      <div className={cx(styles[look])}>
        {choices.map((choice) => children(choice, notes === '' ? undefined : notes))}
      </div>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={cx(field['hint'])}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className={cx(field['error'])}>
          {error}
        </span>
      )}
    </fieldset>
  );
}

interface ChoiceLookProps {
  readonly choice: Choice;
  readonly look: Look | undefined;
  /** The box or dot. */
  readonly children: ReactNode;
}

/** One choice: its box, its text and what it means. */
export function ChoiceLook({ choice: { text, hint }, look = 'list', children }: ChoiceLookProps) {
  return (
    <label
      className={cx(
        styles['choice'],
        look === 'cards' && styles['card'],
        (look === 'segments' || look === 'scale') && styles['segment'],
      )}
    >
      {children}
      <span className={cx(styles['text'])}>
        {text}
        {hint !== undefined && <span className={cx(field['hint'])}>{hint}</span>}
      </span>
    </label>
  );
}
