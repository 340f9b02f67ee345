import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Check } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { weekAfter } from '../optional-form.ts';
import type { SettingsForm } from '../settings-form.ts';

interface BackEvaluationFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** Whether there is a date for saying how helpful reviews are, and which. */
export function BackEvaluationFields({ form, errorOf, onChange }: BackEvaluationFieldsProps) {
  const { t } = useTranslation();
  const { hasRevision, revisionClosesAt, reviewsCloseAt, releaseKind, releaseAt } = form;
  // Results are released after what they wait for.
  const start = releaseKind === 'date' ? releaseAt : hasRevision ? revisionClosesAt : reviewsCloseAt;
  return (
    <>
      <Check
        label={t('reviewTalk.settings.use')}
        hint={t('reviewTalk.settings.useHint')}
        isChecked={form.hasBackEvaluation}
        onChange={(hasBackEvaluation) =>
          onChange({
            hasBackEvaluation,
            ...(hasBackEvaluation && { backEvaluationClosesAt: weekAfter(start) }),
          })
        }
      />
      {form.hasBackEvaluation && (
        <div className={cx(styles['fields'], styles['dates'])}>
          <div data-field="backEvaluationClosesAt">
            <DateTimeField
              label={t('reviewTalk.settings.closesAt')}
              value={form.backEvaluationClosesAt}
              error={errorOf('backEvaluationClosesAt')}
              onChange={(backEvaluationClosesAt) => onChange({ backEvaluationClosesAt })}
            />
          </div>
        </div>
      )}
    </>
  );
}
