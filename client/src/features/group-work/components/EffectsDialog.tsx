import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { SavingEffects, type SavingEffectsProps } from '../../activity/components/SavingEffects.tsx';
import { dateEffectText } from '../../activity/date-effect-text.ts';
import type { ProjectEffect } from '../settings-api.ts';

/** What saving does to groups, their works and grades, before it is done. */
export default function EffectsDialog({ effects, ...rest }: SavingEffectsProps<ProjectEffect>) {
  const { t } = useTranslation();
  const format = useFormat();
  return <SavingEffects {...rest} effects={effects.map((effect) => textOf(effect, t, format))} />;
}

function textOf(effect: ProjectEffect, t: TFunction, format: Format): string {
  switch (effect.code) {
    case 'dateChanged':
      return dateEffectText(effect, t, format);
    case 'handInChanged':
      return t(`groupEffects.handIn.${effect.to}`);
    case 'pointsChanged':
      return t('groupEffects.points', { from: format.number(effect.from), to: format.number(effect.to) });
    case 'columnsChanged':
      return t(`groupEffects.columns.${effect.to}`);
    case 'reopened':
    case 'missed':
    case 'late':
    case 'inTime':
    case 'gradesStay':
      return t(`groupEffects.${effect.code}`, { n: format.number(effect.count) });
  }
}
