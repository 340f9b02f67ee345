import { useTranslation } from 'react-i18next';
import { Button, ComboBox as AriaComboBox, Input, ListBox, Popover } from 'react-aria-components/ComboBox';
import type { Choice } from '../choices.ts';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import type { FieldProps } from '../FieldFrame.tsx';
import { Icon } from '../Icon.tsx';
import { ChoiceItem } from './ChoiceItem.tsx';
import { ariaFieldProps, AriaLabel, AriaNotes } from './field-parts.tsx';
import overlay from './overlay.module.css';
import styles from './Select.module.css';

export interface ComboBoxProps<Id extends string> extends FieldProps {
  readonly choices: readonly Choice<Id>[];
  /** Null while nothing is chosen. */
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
}

export default function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { choices, value, onChange, ...notes } = props;
  const { t } = useTranslation();
  return (
    <AriaComboBox
      {...ariaFieldProps(notes)}
      defaultItems={choices}
      value={value}
      menuTrigger="focus"
      allowsEmptyCollection
      onChange={(key) => onChange(choices.find(({ id }) => id === key)?.id ?? null)}
    >
      <AriaLabel {...notes} />
      <div className={cx(styles['combo'])}>
        <Input className={cx(field['input'], styles['input'])} />
        <Button className={cx(styles['open'])}>
          <Icon name="chevronDown" />
        </Button>
      </div>
      <AriaNotes {...notes} />
      <Popover className={cx(overlay['popover'])} offset={4}>
        <ListBox<Choice<Id>>
          className={cx(overlay['list'])}
          renderEmptyState={() => <p className={cx(overlay['empty'])}>{t('ui.comboBox.none')}</p>}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
