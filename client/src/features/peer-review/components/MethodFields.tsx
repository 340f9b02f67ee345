import { useTranslation } from 'react-i18next';
import { REVIEW_METHODS } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Check, Choice } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { DISAGREEMENT_LIMIT, type SettingsForm } from '../settings-form.ts';

interface MethodFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

const STRICTNESS = ['veryLax', 'lax', 'fair', 'strict', 'veryStrict'] as const;

/** How reviews become the grade of a work, and what the reviewing itself is graded by. */
export function MethodFields({ form, errorOf, onChange }: MethodFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        legend={t('peerReview.setUp.method.legend')}
        options={REVIEW_METHODS.map((value) => ({
          value,
          title: t(`peerReview.setUp.method.${value}`),
          hint: t(`peerReview.setUp.method.${value}Hint`),
        }))}
        value={form.workMethod}
        onChange={(workMethod) => onChange({ workMethod })}
      />
      {form.columnsKind !== 'work' && (
        <Check
          label={t('peerReview.setUp.agreement.counts')}
          hint={t('peerReview.setUp.agreement.countsHint')}
          isChecked={form.countsAgreement}
          onChange={(countsAgreement) => onChange({ countsAgreement })}
        />
      )}
      {form.columnsKind !== 'work' && form.countsAgreement && (
        <div className={cx(styles['fields'])}>
          <div data-field="agreementPercent">
            <NumberField
              label={t('peerReview.setUp.agreement.percent')}
              hint={t('peerReview.setUp.agreement.percentHint')}
              minValue={0}
              maxValue={100}
              value={form.agreementPercent}
              error={errorOf('agreementPercent')}
              onChange={(agreementPercent) => onChange({ agreementPercent })}
            />
          </div>
          <Select
            label={t('peerReview.setUp.agreement.strictness')}
            choices={STRICTNESS.map((id) => ({ id, text: t(`peerReview.setUp.agreement.${id}`) }))}
            value={form.strictness}
            onChange={(strictness) => onChange({ strictness })}
          />
        </div>
      )}
      {form.columnsKind !== 'work' && <HelpfulnessFields form={form} errorOf={errorOf} onChange={onChange} />}
      {form.columnsKind !== 'work' && <QualityFields form={form} errorOf={errorOf} onChange={onChange} />}
      <DisagreementFields form={form} errorOf={errorOf} onChange={onChange} />
    </>
  );
}

/** How much it counts what authors say of reviews after the release. */
function HelpfulnessFields({ form, errorOf, onChange }: MethodFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Check
        label={t('peerReview.setUp.helpfulness.counts')}
        hint={t('peerReview.setUp.helpfulness.countsHint')}
        isChecked={form.countsHelpfulness}
        onChange={(countsHelpfulness) => onChange({ countsHelpfulness })}
      />
      {form.countsHelpfulness && (
        <div className={cx(styles['fields'])} data-field="helpfulnessPercent">
          <NumberField
            label={t('peerReview.setUp.helpfulness.percent')}
            minValue={0}
            maxValue={100}
            value={form.helpfulnessPercent}
            error={errorOf('helpfulnessPercent')}
            onChange={(helpfulnessPercent) => onChange({ helpfulnessPercent })}
          />
        </div>
      )}
    </>
  );
}

/** How much it counts what staff say of reviews. */
function QualityFields({ form, errorOf, onChange }: MethodFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Check
        label={t('peerReview.setUp.quality.counts')}
        hint={t('peerReview.setUp.quality.countsHint')}
        isChecked={form.countsQuality}
        onChange={(countsQuality) => onChange({ countsQuality })}
      />
      {form.countsQuality && (
        <div className={cx(styles['fields'])} data-field="qualityPercent">
          <NumberField
            label={t('peerReview.setUp.quality.percent')}
            minValue={0}
            maxValue={100}
            value={form.qualityPercent}
            error={errorOf('qualityPercent')}
            onChange={(qualityPercent) => onChange({ qualityPercent })}
          />
        </div>
      )}
    </>
  );
}

/** From when on staff are called because reviews of a work are too far apart. */
function DisagreementFields({ form, errorOf, onChange }: MethodFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Check
        label={t('staffView.limit.calls')}
        hint={t('staffView.limit.callsHint')}
        isChecked={form.disagreementLimit !== null}
        onChange={(calls) => onChange({ disagreementLimit: calls ? DISAGREEMENT_LIMIT : null })}
      />
      {form.disagreementLimit !== null && (
        <div className={cx(styles['fields'])} data-field="disagreementLimit">
          <NumberField
            label={t('staffView.limit.limit')}
            minValue={1}
            maxValue={100}
            value={form.disagreementLimit}
            error={errorOf('disagreementLimit')}
            onChange={(disagreementLimit) => onChange({ disagreementLimit })}
          />
        </div>
      )}
    </>
  );
}
