import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Switch } from '../../../ui/Switch.tsx';
import { useHidden } from '../use-hidden.ts';

interface HideSwitchProps {
  /** Says, once it is on, what is hidden and what is not. */
  readonly note?: string;
}

/** Whether one marks without knowing whose works they are. */
export function HideSwitch({ note }: HideSwitchProps) {
  const { t } = useTranslation();
  const { isHidden, setHidden } = useHidden();
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Switch isOn={isHidden} onChange={setHidden}>
        {t('marking.hide')}
      </Switch>
      {isHidden && note !== undefined && <p className={cx(layout['muted'])}>{note}</p>}
    </div>
  );
}
