import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface ApprovalFieldProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether posts of all learners wait until staff approve them. */
export function ApprovalField({ isOn, onChange }: ApprovalFieldProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox isChecked={isOn} onChange={onChange}>
        {t('discussionModeration.approval.label')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'], layout['measure'])}>
        {t('discussionModeration.approval.hint')}
      </p>
    </div>
  );
}
