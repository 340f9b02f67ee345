import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { setShortcutsOn, useShortcuts, useShortcutsOn } from '../ui/shortcuts.ts';
import { Switch } from '../ui/Switch.tsx';
import styles from './ShortcutSheet.module.css';

/** The keys that do something here, and the switch that turns them off. */
export default function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const isOn = useShortcutsOn();
  const shortcuts = useShortcuts();
  return (
    <Dialog
      title={t('ui.shortcuts.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.shortcuts.close')}</Button>}
    >
      <Switch isOn={isOn} onChange={setShortcutsOn}>
        {t('ui.shortcuts.switch')}
      </Switch>
      <dl className={cx(styles['list'], !isOn && styles['off'])}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className={cx(styles['line'])}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className={cx(styles['key'])}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
