import { useTranslation } from 'react-i18next';
import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { ariaProps, FieldLabel, FieldNotes, type FieldProps } from './TextField.tsx';

interface NumberFieldProps extends FieldProps {
  /** NaN while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minValue: number;
  readonly maxValue?: number;
}

/** A number with buttons for one more and one less; a phone shows its number keys. */
export function NumberField({ value, onChange, minValue, maxValue, ...field }: NumberFieldProps) {
  const { t } = useTranslation();
  return (
    <AriaNumberField
      {...ariaProps(field)}
      value={value}
      onChange={onChange}
      minValue={minValue}
      {...(maxValue === undefined ? {} : { maxValue })}
      incrementAriaLabel={t('common.increase')}
      decrementAriaLabel={t('common.decrease')}
      formatOptions={FORMAT}
    >
      <FieldLabel {...field} />
      <Group className={cx(styles['number'])}>
        <Button slot="decrement" className={cx(styles['step'])}>
          −
        </Button>
        <Input className={cx(styles['input'])} />
        <Button slot="increment" className={cx(styles['step'])}>
          +
        </Button>
      </Group>
      <FieldNotes {...field} />
    </AriaNumberField>
  );
}

const FORMAT = { maximumFractionDigits: 2 };
