import { useTranslation } from 'react-i18next';
import { EXAMPLE_ATTEMPTS_MAX, EXAMPLES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Check } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import type { Settings } from '../api.ts';

type Calibration = Settings['calibration'];

interface CalibrationFieldsProps {
  readonly calibration: Calibration;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (calibration: Calibration) => void;
}

const FIRST_CHOICE = { pass: null, attempts: null };
const FIRST_PASS = { examples: 2, agreementPercent: 75 };
const FIRST_ATTEMPTS = 2;

/** Whether learners review examples first, and what it takes to pass. */
export function CalibrationFields({ calibration, errorOf, onChange }: CalibrationFieldsProps) {
  const { t } = useTranslation();
  const pass = calibration?.pass ?? null;
  return (
    <>
      <Check
        label={t('calibration.settings.use')}
        hint={t('calibration.settings.useHint')}
        isChecked={calibration !== null}
        onChange={(isOn) => onChange(isOn ? FIRST_CHOICE : null)}
      />
      {calibration !== null && (
        <>
          <Check
            label={t('calibration.settings.pass')}
            hint={t('calibration.settings.passHint')}
            isChecked={pass !== null}
            onChange={(isOn) => onChange({ ...calibration, pass: isOn ? FIRST_PASS : null })}
          />
          {pass !== null && (
            <div className={cx(styles['fields'])}>
              <div data-field="calibrationExamples">
                <NumberField
                  label={t('calibration.settings.examples')}
                  hint={t('calibration.settings.examplesHint')}
                  minValue={1}
                  maxValue={EXAMPLES_MAX}
                  value={pass.examples}
                  error={errorOf('calibrationExamples')}
                  onChange={(examples) => onChange({ ...calibration, pass: { ...pass, examples } })}
                />
              </div>
              <div data-field="calibrationAgreement">
                <NumberField
                  label={t('calibration.settings.agreement')}
                  hint={t('calibration.compared.measure')}
                  minValue={1}
                  maxValue={100}
                  value={pass.agreementPercent}
                  error={errorOf('calibrationAgreement')}
                  onChange={(agreementPercent) =>
                    onChange({ ...calibration, pass: { ...pass, agreementPercent } })
                  }
                />
              </div>
            </div>
          )}
          <Check
            label={t('calibration.settings.limit')}
            hint={t('calibration.settings.limitHint')}
            isChecked={calibration.attempts !== null}
            onChange={(isOn) => onChange({ ...calibration, attempts: isOn ? FIRST_ATTEMPTS : null })}
          />
          {calibration.attempts !== null && (
            <div className={cx(styles['fields'])} data-field="calibrationAttempts">
              <NumberField
                label={t('calibration.settings.attempts')}
                minValue={1}
                maxValue={EXAMPLE_ATTEMPTS_MAX}
                value={calibration.attempts}
                error={errorOf('calibrationAttempts')}
                onChange={(attempts) => onChange({ ...calibration, attempts })}
              />
            </div>
          )}
        </>
      )}
    </>
  );
}
