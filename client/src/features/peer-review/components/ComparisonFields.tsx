import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { COMPARISONS_EACH } from '../comparative-form.ts';
import type { SettingsForm } from '../settings-form.ts';

interface ComparisonFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

const RANGE = ['weakestPercent', 'strongestPercent'] as const;

/** Whether reviewers rate each work or compare two, and which grades the weakest and the strongest get. */
export function ComparisonFields({ form, errorOf, onChange }: ComparisonFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        label={t('comparative.setUp.label')}
        look="cards"
        value={form.compares ? 'compare' : 'rate'}
        onChange={(how) =>
          onChange(
            how === 'compare'
              ? { compares: true, reviewsPerLearner: COMPARISONS_EACH }
              : { compares: false, reviewsPerLearner: 3 },
          )
        }
        choices={(['rate', 'compare'] as const).map((id) => ({
          id,
          text: t(`comparative.setUp.${id}`),
          hint: t(`comparative.setUp.${id}Hint`),
        }))}
      />
      {form.compares && (
        <>
          <div className={cx(styles['fields'])}>
            {RANGE.map((field) => (
              <div key={field} data-field={field}>
                <NumberField
                  label={t(`comparative.setUp.${field}`)}
                  minValue={0}
                  maxValue={100}
                  value={form[field]}
                  error={errorOf(field)}
                  onChange={(value) => onChange({ [field]: value })}
                />
              </div>
            ))}
          </div>
          <p className={cx(styles['hint'])}>{t('comparative.setUp.range')}</p>
          <p className={cx(styles['hint'])}>{t('comparative.setUp.without')}</p>
        </>
      )}
    </>
  );
}
