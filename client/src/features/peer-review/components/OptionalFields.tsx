import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { SettingsForm } from '../settings-form.ts';
import { BackEvaluationFields } from './BackEvaluationFields.tsx';
import { CalibrationFields } from './CalibrationFields.tsx';
import { RevisionFields } from './RevisionFields.tsx';
import { SelfAssessmentFields } from './SelfAssessmentFields.tsx';

interface OptionalFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** What a peer review can have beside handing in and reviewing. */
export function OptionalFields({ form, errorOf, onChange }: OptionalFieldsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="optional-steps">
      <h2 id="optional-steps">{t('optionalSteps.title')}</h2>
      <CalibrationFields
        calibration={form.calibration}
        errorOf={errorOf}
        onChange={(calibration) => onChange({ calibration })}
      />
      <SelfAssessmentFields form={form} errorOf={errorOf} onChange={onChange} />
      <RevisionFields form={form} errorOf={errorOf} onChange={onChange} />
      <BackEvaluationFields form={form} errorOf={errorOf} onChange={onChange} />
    </section>
  );
}
