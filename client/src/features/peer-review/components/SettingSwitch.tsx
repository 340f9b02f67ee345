import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

interface SettingSwitchProps {
  readonly label: string;
  /** What that means for people. */
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A setting that is on or off. */
export function SettingSwitch({ label, hint, isOn, onChange }: SettingSwitchProps) {
  return (
    <div>
      <Checkbox isChecked={isOn} onChange={onChange}>
        {label}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{hint}</p>
    </div>
  );
}
