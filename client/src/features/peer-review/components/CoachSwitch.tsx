import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface CoachSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether reviewers get advice on their comments while they write. */
export function CoachSwitch({ isOn, onChange }: CoachSwitchProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox isChecked={isOn} onChange={onChange}>
        {t('rubric.coach.setUp')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('rubric.coach.setUpHint')}</p>
    </div>
  );
}
