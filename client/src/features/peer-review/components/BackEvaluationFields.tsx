import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Check } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { endsBeforeRelease, FEEDBACK_DAYS } from '../feedback-time.ts';
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
  const isTooShort =
    form.hasBackEvaluation &&
    releaseKind === 'date' &&
    endsBeforeRelease(form.backEvaluationClosesAt, releaseAt);
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
      {isTooShort && (
        <Banner
          tone="warn"
          role="status"
          actions={
            <Button onPress={() => onChange({ backEvaluationClosesAt: weekAfter(releaseAt) })}>
              {t('reviewTalk.over.mend', { count: FEEDBACK_DAYS })}
            </Button>
          }
        >
          {t('reviewTalk.over.beforeRelease')}
        </Banner>
      )}
    </>
  );
}
