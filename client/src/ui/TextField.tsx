import { useTranslation } from 'react-i18next';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components/TextField';
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

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

interface TextAreaProps extends TextFieldProps {
  readonly rows?: number;
  readonly placeholder?: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
}

/** A label that shows the short text and is read out in full (WCAG 2.5.3: the name holds the visible text). */
export function LabelText({
  label,
  shortLabel,
  isOptional,
}: Pick<FieldProps, 'label' | 'shortLabel' | 'isOptional'>) {
  const { t } = useTranslation();
  return (
    <>
      {shortLabel ?? label}
      {isOptional === true && <span className={cx(styles['optional'])}> {t('common.optional')}</span>}
    </>
  );
}

export function TextField({ value, onChange, onBlur, ...field }: TextFieldProps) {
  return (
    <AriaTextField {...ariaProps(field)} value={value} onChange={onChange} onBlur={() => onBlur?.()}>
      <FieldLabel {...field} />
      <Input className={cx(styles['input'])} />
      <FieldNotes {...field} />
    </AriaTextField>
  );
}

export function TextArea({
  value,
  onChange,
  onBlur,
  rows = 4,
  placeholder,
  hidesLabel,
  ...field
}: TextAreaProps) {
  return (
    <AriaTextField {...ariaProps(field)} value={value} onChange={onChange} onBlur={() => onBlur?.()}>
      {hidesLabel !== true && <FieldLabel {...field} />}
      <AriaTextArea
        className={cx(styles['input'], styles['area'])}
        rows={rows}
        // It grows with its text, from this height.
        style={{ minBlockSize: `calc(${rows}lh + 1rem)` }}
        placeholder={placeholder ?? ''}
        {...(hidesLabel === true ? { 'aria-label': field.label } : {})}
      />
      <FieldNotes {...field} />
    </AriaTextField>
  );
}

export const ariaProps = ({ label, shortLabel, error, isReadOnly }: FieldProps) => ({
  className: cx(styles['field']),
  validationBehavior: 'aria' as const,
  isInvalid: error !== undefined,
  isReadOnly: isReadOnly === true,
  ...(shortLabel === undefined ? {} : { 'aria-label': label }),
});

export function FieldLabel({ label, shortLabel, isOptional }: FieldProps) {
  return shortLabel === undefined ? (
    <Label className={cx(styles['label'])}>
      <LabelText label={label} {...(isOptional === undefined ? {} : { isOptional })} />
    </Label>
  ) : (
    <span className={cx(styles['label'])} aria-hidden="true">
      <LabelText
        label={label}
        shortLabel={shortLabel}
        {...(isOptional === undefined ? {} : { isOptional })}
      />
    </span>
  );
}

export function FieldNotes({ hint, error }: FieldProps) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={cx(styles['hint'])}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles['error'])}>{error}</FieldError>
    </>
  );
}
