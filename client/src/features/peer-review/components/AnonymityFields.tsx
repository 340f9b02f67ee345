import { useTranslation } from 'react-i18next';
import { ANONYMITY } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Choice } from '../../gradebook/components/Choice.tsx';
import type { SettingsForm } from '../settings-form.ts';

interface AnonymityFieldsProps {
  readonly value: SettingsForm['anonymity'];
  /** Authors cannot be hidden: one sees them. */
  readonly showsAuthors: boolean;
  readonly onChange: (anonymity: SettingsForm['anonymity']) => void;
}

/** Who knows whom, in plain words, and what staff and observers see. */
export function AnonymityFields({ value, showsAuthors, onChange }: AnonymityFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Choice
        legend={t('anonymity.label')}
        options={ANONYMITY.filter((choice) => !showsAuthors || choice !== 'nobodyKnows').map((choice) => ({
          value: choice,
          title: t(`anonymity.${choice}`),
          hint: t(`anonymity.${choice}Hint`),
        }))}
        value={value}
        onChange={onChange}
      />
      <p className={cx(layout['muted'], layout['small'])}>
        {t('anonymity.staff')} {t('anonymity.later')}
      </p>
    </div>
  );
}
