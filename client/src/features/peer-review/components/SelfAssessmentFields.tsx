import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Check } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import type { SettingsForm } from '../settings-form.ts';

interface SelfAssessmentFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** Whether learners rate their own work, and when. */
export function SelfAssessmentFields({ form, errorOf, onChange }: SelfAssessmentFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Check
        label={t('selfAssessment.settings.use')}
        hint={t('selfAssessment.settings.useHint')}
        isChecked={form.assessesSelf}
        onChange={(assessesSelf) =>
          // Until reviews close, unless one says otherwise.
          onChange({ assessesSelf, ...(assessesSelf && { selfClosesAt: form.reviewsCloseAt }) })
        }
      />
      {form.assessesSelf && (
        <>
          <RadioGroup
            label={t('selfAssessment.settings.opens')}
            value={form.selfOpens}
            onChange={(selfOpens) => onChange({ selfOpens })}
            choices={[
              { id: 'withReviews', text: t('selfAssessment.settings.withReviews') },
              { id: 'afterOwnReviews', text: t('selfAssessment.settings.afterOwnReviews') },
            ]}
          />
          <div className={cx(styles['fields'], styles['dates'])}>
            <div data-field="selfClosesAt">
              <DateTimeField
                label={t('selfAssessment.settings.closesAt')}
                value={form.selfClosesAt}
                error={errorOf('selfClosesAt')}
                onChange={(selfClosesAt) => onChange({ selfClosesAt })}
              />
            </div>
          </div>
        </>
      )}
    </>
  );
}
