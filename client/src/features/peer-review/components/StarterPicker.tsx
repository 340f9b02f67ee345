import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import type { SettingsForm } from '../settings-form.ts';
import { fromStarter, type Starter, STARTERS } from '../starters.ts';

interface StarterPickerProps {
  /** The form as it is without any. */
  readonly general: SettingsForm;
  readonly onChoose: (part: Partial<SettingsForm>) => void;
}

/** Fills the form of a new activity for a kind of work. */
export function StarterPicker({ general, onChoose }: StarterPickerProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Starter>('general');
  function choose(starter: Starter): void {
    setChosen(starter);
    onChoose(fromStarter(starter, general, t, new Date()));
    announce(t('starters.applied', { name: t(`starters.${starter}.name`) }));
  }
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Select<Starter>
        label={t('starters.label')}
        hint={t('starters.hint')}
        choices={STARTERS.map((id) => ({
          id,
          text: t(`starters.${id}.name`),
          hint: t(`starters.${id}.description`),
        }))}
        value={chosen}
        onChange={choose}
      />
      <p>{t(`starters.${chosen}.description`)}</p>
    </div>
  );
}
