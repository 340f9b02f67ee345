import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ACTIVITY_POINTS_MAX,
  EXTRA_CREDIT_PERCENT_MAX,
  GRACE_MINUTES_MAX,
  GRADE_DECIMALS_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { Check, Choice } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { MethodFields } from './MethodFields.tsx';
import { isDefaultRules, type SettingsForm } from '../settings-form.ts';

interface FieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

interface HandInFieldsProps extends FieldsProps {
  /** The course leads the date: it is changed there. */
  readonly isLedByCourse: boolean;
}

/** When work has to be handed in: one date, or two with what happens in between. */
export function HandInFields({ form, errorOf, onChange, isLedByCourse }: HandInFieldsProps) {
  const { t } = useTranslation();
  const { acceptsLate } = form;
  return (
    <>
      <div className={cx(styles['fields'], styles['dates'])}>
        {acceptsLate && (
          <div data-field="dueAt">
            <DateTimeField
              label={t('gradebook.late.dueAt')}
              value={form.dueAt}
              error={errorOf('dueAt')}
              onChange={(dueAt) => onChange({ dueAt })}
            />
          </div>
        )}
        <div data-field="submissionsCloseAt">
          <DateTimeField
            label={t(
              acceptsLate ? 'gradebook.late.lastMoment' : 'peerReview.setUp.fields.submissionsCloseAt',
            )}
            {...(acceptsLate && { hint: t('gradebook.late.lastMomentHint') })}
            {...(isLedByCourse && { hint: t('peerReview.setUp.fields.ledByCourse'), isReadOnly: true })}
            value={form.submissionsCloseAt}
            error={errorOf('submissionsCloseAt')}
            onChange={(submissionsCloseAt) => onChange({ submissionsCloseAt })}
          />
        </div>
        <div data-field="reviewsCloseAt">
          <DateTimeField
            label={t('peerReview.setUp.fields.reviewsCloseAt')}
            value={form.reviewsCloseAt}
            error={errorOf('reviewsCloseAt')}
            onChange={(reviewsCloseAt) => onChange({ reviewsCloseAt })}
          />
        </div>
      </div>
      <Check
        label={t('gradebook.late.accept')}
        hint={t('gradebook.late.acceptHint')}
        isChecked={acceptsLate}
        // Both dates are the same at first: moving either opens the time in between.
        onChange={(accepts) =>
          onChange({ acceptsLate: accepts, ...(accepts && { dueAt: form.submissionsCloseAt }) })
        }
      />
      {acceptsLate && <LatePolicyFields form={form} errorOf={errorOf} onChange={onChange} />}
    </>
  );
}

function LatePolicyFields({ form, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['fields'])}>
      <div data-field="graceMinutes">
        <NumberField
          label={t('gradebook.late.grace')}
          hint={t('gradebook.late.graceHint')}
          minValue={0}
          maxValue={GRACE_MINUTES_MAX}
          value={form.graceMinutes}
          error={errorOf('graceMinutes')}
          onChange={(graceMinutes) => onChange({ graceMinutes })}
        />
      </div>
      <div data-field="percentPerDay">
        <NumberField
          label={t('gradebook.late.perDay')}
          hint={t('gradebook.late.perDayHint')}
          minValue={0}
          maxValue={100}
          value={form.percentPerDay}
          error={errorOf('percentPerDay')}
          onChange={(percentPerDay) => onChange({ percentPerDay })}
        />
      </div>
      <div data-field="lowestPercent">
        <NumberField
          label={t('gradebook.late.lowest')}
          hint={t('gradebook.late.lowestHint')}
          minValue={0}
          maxValue={100}
          value={form.lowestPercent}
          error={errorOf('lowestPercent')}
          onChange={(lowestPercent) => onChange({ lowestPercent })}
        />
      </div>
    </div>
  );
}

/** What goes into the gradebook, how it is rounded, and when people see it. */
export function GradingFields({ form, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="grades">
      <h2 id="grades">{t('gradebook.settings.title')}</h2>
      <Choice
        legend={t('peerReview.setUp.columns.legend')}
        options={(['work', 'separate', 'total'] as const).map((value) => ({
          value,
          title: t(`peerReview.setUp.columns.${value}`),
          hint: t(`peerReview.setUp.columns.${value}Hint`),
        }))}
        value={form.columnsKind}
        onChange={(columnsKind) => onChange({ columnsKind })}
      />
      {form.columnsKind === 'separate' && (
        <SeparateFields form={form} errorOf={errorOf} onChange={onChange} />
      )}
      {form.columnsKind === 'total' && <WeightFields form={form} errorOf={errorOf} onChange={onChange} />}
      {!form.compares && <MethodFields form={form} errorOf={errorOf} onChange={onChange} />}
      <Choice
        legend={t('gradebook.release.legend')}
        options={(['manual', 'date', 'immediate'] as const).map((value) => ({
          value,
          title: t(`gradebook.release.${value}`),
          hint: t(`gradebook.release.${value}Hint`),
        }))}
        value={form.releaseKind}
        onChange={(releaseKind) => onChange({ releaseKind })}
      />
      {form.releaseKind === 'date' && (
        <div data-field="releaseAt">
          <DateTimeField
            label={t('gradebook.release.at')}
            value={form.releaseAt}
            error={errorOf('releaseAt')}
            onChange={(releaseAt) => onChange({ releaseAt })}
          />
        </div>
      )}
      <RulesFields form={form} errorOf={errorOf} onChange={onChange} />
    </section>
  );
}

function SeparateFields({ form, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['fields'])}>
      <div data-field="reviewingLabel">
        <TextField
          label={t('peerReview.setUp.columns.label')}
          hint={t('peerReview.setUp.columns.labelHint', {
            name: `${form.title.trim()} – ${form.reviewingLabel.trim()}`,
          })}
          value={form.reviewingLabel}
          error={errorOf('reviewingLabel')}
          onChange={(reviewingLabel) => onChange({ reviewingLabel })}
        />
      </div>
      <div data-field="reviewingPoints">
        <NumberField
          label={t('peerReview.setUp.columns.points')}
          minValue={0}
          maxValue={ACTIVITY_POINTS_MAX}
          value={form.reviewingPoints}
          error={errorOf('reviewingPoints')}
          onChange={(reviewingPoints) => onChange({ reviewingPoints })}
        />
      </div>
    </div>
  );
}

function WeightFields({ form, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['fields'])}>
      <div data-field="workPercent">
        <NumberField
          label={t('peerReview.setUp.columns.workPercent')}
          minValue={0}
          maxValue={100}
          value={form.workPercent}
          error={errorOf('workPercent')}
          onChange={(workPercent) => onChange({ workPercent })}
        />
      </div>
      <div data-field="reviewingPercent">
        <NumberField
          label={t('peerReview.setUp.columns.reviewingPercent')}
          minValue={0}
          maxValue={100}
          value={form.reviewingPercent}
          error={errorOf('reviewingPercent')}
          onChange={(reviewingPercent) => onChange({ reviewingPercent })}
        />
      </div>
    </div>
  );
}

/** Bounds and rounding: quiet until somebody wants them otherwise, open where something is wrong. */
function RulesFields({ form, errorOf, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { rules } = form;
  const change = (part: Partial<typeof rules>) => onChange({ rules: { ...rules, ...part } });
  const [isOpen, setIsOpen] = useState(!isDefaultRules(rules));
  const isWrong = ['minimumPercent', 'maximumPercent', 'decimals'].some(
    (field) => errorOf(field) !== undefined,
  );
  return (
    <details
      className={cx(styles['details'])}
      open={isOpen || isWrong}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{t('gradebook.rules.title')}</summary>
      <div className={cx(layout['stack'])}>
        <div className={cx(styles['fields'])}>
          <div data-field="minimumPercent">
            <NumberField
              label={t('gradebook.rules.minimum')}
              hint={t('gradebook.rules.minimumHint')}
              minValue={0}
              maxValue={100}
              value={rules.minimumPercent}
              error={errorOf('minimumPercent')}
              onChange={(minimumPercent) => change({ minimumPercent })}
            />
          </div>
          <div data-field="maximumPercent">
            <NumberField
              label={t('gradebook.rules.maximum')}
              minValue={0}
              maxValue={rules.extraCredit ? EXTRA_CREDIT_PERCENT_MAX : 100}
              value={rules.maximumPercent}
              error={errorOf('maximumPercent')}
              onChange={(maximumPercent) => change({ maximumPercent })}
            />
          </div>
          <div data-field="decimals">
            <NumberField
              label={t('gradebook.rules.decimals')}
              minValue={0}
              maxValue={GRADE_DECIMALS_MAX}
              value={rules.decimals}
              error={errorOf('decimals')}
              onChange={(decimals) => change({ decimals })}
            />
          </div>
        </div>
        <Check
          label={t('gradebook.rules.extraCredit')}
          hint={t('gradebook.rules.extraCreditHint')}
          isChecked={rules.extraCredit}
          onChange={(extraCredit) =>
            change({
              extraCredit,
              ...(!extraCredit && { maximumPercent: Math.min(100, rules.maximumPercent) }),
            })
          }
        />
        <Choice
          legend={t('gradebook.rules.rounding')}
          options={(['nearest', 'down', 'up'] as const).map((value) => ({
            value,
            title: t(`gradebook.rules.${value}`),
          }))}
          value={rules.rounding}
          onChange={(rounding) => change({ rounding })}
        />
      </div>
    </details>
  );
}
