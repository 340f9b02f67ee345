import { useTranslation } from 'react-i18next';
import { CHECK_ATTEMPTS_MAX } from '../../../../../server/src/contracts/limits.ts';
import type { CheckSettings as Check } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';

interface CheckSettingsProps {
  readonly check: Check;
  readonly onChange: (check: Check) => void;
}

const WHEN = ['atOnce', 'afterClosing'] as const;
const WHICH = ['best', 'last'] as const;

/** How a questionnaire is taken whose answers are scored. */
export function CheckSettings({ check, onChange }: CheckSettingsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="check">
      <h2 id="check">{t('check.title')}</h2>
      <p className={cx(layout['muted'])}>{t('check.intro')}</p>
      <RadioGroup
        label={t('check.shown.label')}
        look="segments"
        choices={WHEN.map((id) => ({ id, text: t(`check.shown.${id}`) }))}
        value={check.feedback}
        onChange={(feedback) => onChange({ ...check, feedback })}
      />
      <NumberField
        label={t('check.attempts')}
        minValue={1}
        maxValue={CHECK_ATTEMPTS_MAX}
        value={check.attempts}
        onChange={(attempts) =>
          onChange({ ...check, attempts: Number.isNaN(attempts) ? 1 : Math.round(attempts) })
        }
      />
      {check.attempts > 1 && (
        <RadioGroup
          label={t('check.counts.label')}
          look="segments"
          choices={WHICH.map((id) => ({ id, text: t(`check.counts.${id}`) }))}
          value={check.counts}
          onChange={(counts) => onChange({ ...check, counts })}
        />
      )}
    </section>
  );
}
