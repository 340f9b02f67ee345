import { useTranslation } from 'react-i18next';
import {
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  Text,
} from 'react-aria-components/NumberField';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import type { FieldProps } from './FieldFrame.tsx';
import { inLocale } from './in-locale.tsx';

interface NumberFieldProps extends Omit<FieldProps, 'isOptional'> {
  /** NaN while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minValue: number;
  readonly maxValue?: number;
  /** By which the buttons change it, 1 when it is left out; values are whole steps from the lowest then. */
  readonly step?: number;
}

const FORMAT = { maximumFractionDigits: 2 };

function NumberFieldPart(props: NumberFieldProps) {
  const { label, shortLabel, hint, error, isReadOnly, value, onChange, minValue, maxValue, step } = props;
  const { t } = useTranslation();
  return (
    <AriaNumberField
      className={cx(styles['field'])}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isReadOnly={isReadOnly === true}
      value={value}
      onChange={onChange}
      minValue={minValue}
      {...(maxValue === undefined ? {} : { maxValue })}
      {...(step === undefined ? {} : { step })}
      {...(shortLabel === undefined ? {} : { 'aria-label': label })}
      incrementAriaLabel={t('common.increase')}
      decrementAriaLabel={t('common.decrease')}
      formatOptions={FORMAT}
    >
      {shortLabel === undefined ? (
        <Label className={cx(styles['label'])}>{label}</Label>
      ) : (
        <span className={cx(styles['label'])} aria-hidden="true">
          {shortLabel}
        </span>
      )}
      <Group className={cx(styles['number'])}>
        <Button slot="decrement" className={cx(styles['step'])}>
          −
        </Button>
        <Input className={cx(styles['input'])} />
        <Button slot="increment" className={cx(styles['step'])}>
          +
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={cx(styles['hint'])}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles['error'])}>{error}</FieldError>
    </AriaNumberField>
  );
}

/** A number in the locale's own writing, with buttons for one more and one less. */
export const NumberField = inLocale(NumberFieldPart);
