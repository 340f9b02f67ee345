import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface TimeSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether the time that reviewers take is measured. */
export function TimeSwitch({ isOn, onChange }: TimeSwitchProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox isChecked={isOn} onChange={onChange}>
        {t('staffView.time.setUp')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('staffView.time.setUpHint')}</p>
    </div>
  );
}
