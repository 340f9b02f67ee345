import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** Shorter than the label where what stands around it says the rest; the label is what is read out. */
  readonly shortLabel?: string;
  readonly hint?: string;
  /** What is wrong with the value, translated. */
  readonly error?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly isOptional?: boolean;
}

/** What ties a control to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly readOnly: boolean;
}

interface FieldFrameProps extends FieldProps {
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, a control of the browser's own, a hint and an error, tied together for those who do not see them. */
export function FieldFrame({ children, hidesLabel = false, ...field }: FieldFrameProps) {
  const { label, shortLabel, hint, error, isReadOnly } = field;
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const notes = cx(hintId, errorId);
  return (
    <div className={cx(styles['field'])}>
      {!hidesLabel && <FieldLabel {...field} htmlFor={id} />}
      {children({
        id,
        'aria-label': hidesLabel || shortLabel !== undefined ? label : undefined,
        'aria-describedby': notes === '' ? undefined : notes,
        'aria-invalid': error === undefined ? undefined : true,
        readOnly: isReadOnly === true,
      })}
      {hint !== undefined && (
        <span id={hintId} className={cx(styles['hint'])}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={errorId} className={cx(styles['error'])}>
          {error}
        </span>
      )}
    </div>
  );
}

/** The visible label; a short one is part of the name that is read out in full (WCAG 2.5.3). */
function FieldLabel({ label, shortLabel, isOptional, htmlFor }: FieldProps & { readonly htmlFor: string }) {
  const { t } = useTranslation();
  return (
    <label htmlFor={htmlFor} className={cx(styles['label'])}>
      {shortLabel ?? label}
      {isOptional === true && <span className={cx(styles['optional'])}> {t('common.optional')}</span>}
    </label>
  );
}
