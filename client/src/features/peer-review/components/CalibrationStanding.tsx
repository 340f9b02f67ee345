import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { OwnCalibration } from '../calibration-api.ts';

/** What is missing before real reviews open, or that they are open. */
export function CalibrationStanding({ calibration }: { readonly calibration: OwnCalibration }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, pass } = calibration;
  if (standing !== 'open' || pass === null) {
    return <p>{t(`calibration.standing.${standing === 'open' ? 'notNeeded' : standing}`)}</p>;
  }
  const percent = format.percent(pass.agreementPercent);
  return <p>{t('calibration.standing.open', { count: pass.needed - pass.reached, percent })}</p>;
}
