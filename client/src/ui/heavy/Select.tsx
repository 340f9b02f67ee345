import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import type { Choice } from '../choices.ts';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import type { FieldProps } from '../FieldFrame.tsx';
import { Icon } from '../Icon.tsx';
import { ChoiceItem } from './ChoiceItem.tsx';
import { ariaFieldProps, AriaLabel, AriaNotes } from './field-parts.tsx';
import overlay from './overlay.module.css';
import styles from './Select.module.css';

export interface SelectProps<Id extends string> extends Omit<FieldProps, 'isReadOnly'> {
  readonly choices: readonly Choice<Id>[];
  /** Null while nothing is chosen. */
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** Stands in the field while nothing is chosen. */
  readonly placeholder?: string;
}

export default function Select<Id extends string>(props: SelectProps<Id>) {
  const { choices, value, onChange, placeholder, ...notes } = props;
  const { isReadOnly: _always, ...aria } = ariaFieldProps(notes);
  return (
    <AriaSelect
      {...aria}
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <AriaLabel {...notes} />
      <Button className={cx(field['input'], styles['button'])}>
        <SelectValue className={cx(styles['value'])}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      <AriaNotes {...notes} />
      <Popover className={cx(overlay['popover'])} offset={4}>
        <ListBox className={cx(overlay['list'])} items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
