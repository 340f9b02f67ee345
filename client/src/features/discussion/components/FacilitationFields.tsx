import { useTranslation } from 'react-i18next';
import { QUIET_DAYS_MAX, UNANSWERED_HOURS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import type { Settings } from '../settings-api.ts';

type Facilitation = Settings['facilitation'];

const isWrong = (value: number, max: number) => !Number.isInteger(value) || value < 0 || value > max;

export const hasFacilitationFault = ({ unansweredHours, quietDays }: Facilitation): boolean =>
  isWrong(unansweredHours, UNANSWERED_HOURS_MAX) || isWrong(quietDays, QUIET_DAYS_MAX);

interface FacilitationFieldsProps {
  readonly facilitation: Facilitation;
  readonly showsFaults: boolean;
  readonly onChange: (facilitation: Facilitation) => void;
}

/** When staff are told that a discussion wants them. */
export function FacilitationFields({ facilitation, showsFaults, onChange }: FacilitationFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unansweredHours, quietDays } = facilitation;
  const errorOf = (value: number, max: number) =>
    showsFaults && isWrong(value, max)
      ? t('facilitation.setUp.invalid', { max: format.number(max) })
      : undefined;
  return (
    <section aria-labelledby="facilitation" className={cx(layout['stack'])}>
      <h2 id="facilitation">{t('facilitation.setUp.label')}</h2>
      <NumberField
        label={t('facilitation.setUp.hours')}
        hint={t('facilitation.setUp.hint')}
        minValue={0}
        maxValue={UNANSWERED_HOURS_MAX}
        value={unansweredHours}
        error={errorOf(unansweredHours, UNANSWERED_HOURS_MAX)}
        onChange={(value) => onChange({ ...facilitation, unansweredHours: value })}
      />
      <NumberField
        label={t('facilitation.setUp.days')}
        hint={t('facilitation.setUp.hint')}
        minValue={0}
        maxValue={QUIET_DAYS_MAX}
        value={quietDays}
        error={errorOf(quietDays, QUIET_DAYS_MAX)}
        onChange={(value) => onChange({ ...facilitation, quietDays: value })}
      />
    </section>
  );
}
