import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Check } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { weekAfter } from '../optional-form.ts';
import type { SettingsForm } from '../settings-form.ts';

interface RevisionFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** Whether learners revise their works after reviews, and until when. */
export function RevisionFields({ form, errorOf, onChange }: RevisionFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Check
        label={t('revision.settings.use')}
        hint={t('revision.settings.useHint')}
        isChecked={form.hasRevision}
        onChange={(hasRevision) =>
          onChange({
            hasRevision,
            ...(hasRevision && { revisionClosesAt: weekAfter(form.reviewsCloseAt) }),
          })
        }
      />
      {form.hasRevision && (
        <div className={cx(styles['fields'], styles['dates'])}>
          <div data-field="revisionClosesAt">
            <DateTimeField
              label={t('revision.settings.closesAt')}
              value={form.revisionClosesAt}
              error={errorOf('revisionClosesAt')}
              onChange={(revisionClosesAt) => onChange({ revisionClosesAt })}
            />
          </div>
        </div>
      )}
    </>
  );
}
