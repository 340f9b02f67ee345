import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface InlineSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether reviewers are asked for comments on places in the work. */
export function InlineSwitch({ isOn, onChange }: InlineSwitchProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox isChecked={isOn} onChange={onChange}>
        {t('inline.setUp')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('inline.setUpHint')}</p>
    </div>
  );
}
