import { useTranslation } from 'react-i18next';
import {
  ACTIVITY_POINTS_MAX,
  DELIVERABLE_MAX,
  LATE_DAYS_MAX,
  MILESTONES_MAX,
  TITLE_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { MILESTONE_SECTIONS } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import fields from '../../../ui/item-fields.module.css';
import { CriteriaEditor } from '../../peer-review/components/CriteriaEditor.tsx';
import { invalidText } from '../../peer-review/components/SettingsForm.tsx';
import { criteriaChecks, toCriterion } from '../../peer-review/criteria-form.ts';
import type { Milestone } from '../settings-api.ts';

const POINTS = 10;
const WEEK_MS = 7 * 86_400_000;

const isOutside = (value: number, max: number): boolean => !(value >= 0 && value <= max);
const isNameless = ({ title }: Milestone): boolean => title.trim() === '' || title.length > TITLE_MAX;

/** Whether a milestone cannot be saved so. */
export const hasMilestoneFault = (milestone: Milestone): boolean =>
  isNameless(milestone) ||
  milestone.deliverable.length > DELIVERABLE_MAX ||
  milestone.dueAt === '' ||
  isOutside(milestone.points, ACTIVITY_POINTS_MAX) ||
  isOutside(milestone.late.days, LATE_DAYS_MAX) ||
  isOutside(milestone.late.percentPerDay, 100) ||
  hasCriteriaFault(milestone);

/** No criterion at all is fine: then staff give points. */
const hasCriteriaFault = ({ criteria }: Milestone): boolean =>
  criteria.length > 0 && criteriaChecks(criteria).some(([, invalid]) => invalid !== null);

export const savedMilestone = (milestone: Milestone): Milestone => ({
  ...milestone,
  title: milestone.title.trim(),
  deliverable: milestone.deliverable.trim(),
  criteria: milestone.criteria.map(toCriterion),
});

const newCriterion = (points: number): Milestone['criteria'][number] => ({
  id: newId(),
  title: '',
  description: '',
  points: points > 0 ? points : POINTS,
});

const isLast = ({ dueAt }: Milestone, all: readonly Milestone[]): boolean =>
  Date.parse(dueAt) === Math.max(...all.map((one) => Date.parse(one.dueAt)));

interface MilestoneFieldsProps {
  readonly milestones: readonly Milestone[];
  /** Groups have roles, which may have a part each. */
  readonly hasRoles: boolean;
  /** The LMS says when the last one ends. */
  readonly isLedByCourse: boolean;
  readonly showsFaults: boolean;
  readonly onChange: (milestones: Milestone[]) => void;
}

/** The steps of a project: what is handed in at each, until when, and what it counts. */
export function MilestoneFields({
  milestones,
  hasRoles,
  isLedByCourse,
  showsFaults,
  onChange,
}: MilestoneFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const taken = new Set(milestones.map(({ n }) => n));
  const free = Array.from({ length: MILESTONES_MAX }, (_, at) => at + 1).find((n) => !taken.has(n));
  const total = milestones.reduce((sum, { points }) => sum + (points || 0), 0);

  function add(n: number): void {
    // A week after the one before, so that one date is all there is to think of.
    const last = Math.max(Date.now(), ...milestones.map(({ dueAt }) => Date.parse(dueAt) || 0));
    const evening = new Date(last + WEEK_MS);
    evening.setHours(18, 0, 0, 0);
    const late = { days: 0, percentPerDay: 0 };
    const made = {
      n,
      title: '',
      deliverable: '',
      dueAt: evening.toISOString(),
      points: POINTS,
      late,
      criteria: [],
      snapshot: false,
      sections: 'whole' as const,
    };
    onChange([...milestones, made]);
  }

  function remove(milestone: Milestone): void {
    onChange(milestones.filter(({ n }) => n !== milestone.n));
    showToast({ text: t('groupWork.setUp.removed'), undo: () => onChange([...milestones]) });
  }

  return (
    <section aria-labelledby="milestones" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="milestones">{t('groupWork.milestones')}</h2>
      <p className={cx(layout['muted'])}>{t('groupWork.setUp.milestonesText')}</p>
      {milestones.map((milestone, at) => (
        <Fields
          key={milestone.n}
          milestone={milestone}
          place={at + 1}
          hasRoles={hasRoles}
          isLed={isLedByCourse && isLast(milestone, milestones)}
          showsFaults={showsFaults}
          onChange={(changed) => onChange(milestones.map((one) => (one.n === changed.n ? changed : one)))}
          onRemove={() => remove(milestone)}
        />
      ))}
      {milestones.length > 0 && <p>{t('groupWork.setUp.total', { points: format.number(total) })}</p>}
      <div>
        <Button isDisabled={free === undefined} onPress={() => free !== undefined && add(free)}>
          {t('groupWork.setUp.add')}
        </Button>
      </div>
    </section>
  );
}

interface FieldsProps {
  readonly milestone: Milestone;
  /** Its place among them, from 1. */
  readonly place: number;
  readonly hasRoles: boolean;
  /** The LMS says when it ends. */
  readonly isLed: boolean;
  readonly showsFaults: boolean;
  readonly onChange: (milestone: Milestone) => void;
  readonly onRemove: () => void;
}

function Fields({ milestone, place, hasRoles, isLed, showsFaults, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, deliverable, dueAt, points, late, criteria, sections } = milestone;
  const checks = new Map(criteriaChecks(criteria));
  const change = (part: Partial<Milestone>) => onChange({ ...milestone, ...part });
  const rangeError = (value: number, max: number) =>
    showsFaults && isOutside(value, max)
      ? t('groupWork.setUp.invalid.range', { min: format.number(0), max: format.number(max) })
      : undefined;
  const n = format.number(place);
  const chooseRubric = (isChosen: boolean) =>
    change({
      criteria: isChosen ? [newCriterion(points)] : [],
      sections: sections === 'criteria' ? 'whole' : sections,
    });
  // What is chosen stays in sight though what it was chosen for has gone.
  const ways = MILESTONE_SECTIONS.filter(
    (id) =>
      id === 'whole' ||
      id === sections ||
      (id === 'roles' && hasRoles) ||
      (id === 'criteria' && criteria.length > 0),
  );
  return (
    <fieldset className={cx(fields['item'])}>
      <legend>{t('groupWork.setUp.milestone', { n })}</legend>
      <TextField
        label={t('groupWork.setUp.milestoneTitle')}
        value={title}
        error={
          showsFaults && isNameless(milestone)
            ? t('groupWork.setUp.invalid.title', { max: format.number(TITLE_MAX) })
            : undefined
        }
        onChange={(changed) => change({ title: changed })}
      />
      <TextArea
        label={t('groupWork.setUp.deliverable')}
        hint={t('groupWork.setUp.deliverableHint')}
        isOptional
        rows={3}
        value={deliverable}
        error={
          showsFaults && deliverable.length > DELIVERABLE_MAX
            ? t('groupWork.setUp.invalid.brief', { max: format.number(DELIVERABLE_MAX) })
            : undefined
        }
        onChange={(changed) => change({ deliverable: changed })}
      />
      <DateTimeField
        label={t('groupWork.setUp.dueAt')}
        {...(isLed && { hint: t('peerReview.setUp.fields.ledByCourse'), isReadOnly: true })}
        value={dueAt === '' ? '' : toLocalField(dueAt)}
        error={showsFaults && dueAt === '' ? t('groupWork.setUp.invalid.date') : undefined}
        onChange={(local) => change({ dueAt: toIso(local) ?? '' })}
      />
      <div className={cx(fields['fields'])}>
        <NumberField
          label={t('groupWork.setUp.points')}
          minValue={0}
          value={points}
          error={rangeError(points, ACTIVITY_POINTS_MAX)}
          onChange={(changed) => change({ points: changed })}
        />
        <NumberField
          label={t('groupWork.setUp.lateDays')}
          minValue={0}
          maxValue={LATE_DAYS_MAX}
          value={late.days}
          error={rangeError(late.days, LATE_DAYS_MAX)}
          onChange={(days) => change({ late: { ...late, days } })}
        />
        {late.days > 0 && (
          <NumberField
            label={t('groupWork.setUp.latePercent')}
            minValue={0}
            maxValue={100}
            value={late.percentPerDay}
            error={rangeError(late.percentPerDay, 100)}
            onChange={(percentPerDay) => change({ late: { ...late, percentPerDay } })}
          />
        )}
      </div>
      <Checkbox isChecked={milestone.snapshot} onChange={(snapshot) => change({ snapshot })}>
        {t('groupWork.setUp.snapshot')}
      </Checkbox>
      <Checkbox isChecked={criteria.length > 0} onChange={chooseRubric}>
        {t('groupWork.setUp.byRubric')}
      </Checkbox>
      {criteria.length > 0 && (
        <CriteriaEditor
          title={t('groupWork.setUp.criteria', { n })}
          criteria={criteria}
          errorOf={(field) => (showsFaults ? invalidText(checks.get(field) ?? undefined, t) : undefined)}
          onChange={(changed) => change({ criteria: changed })}
        />
      )}
      {ways.length > 1 && (
        <RadioGroup
          label={t('groupWork.setUp.sections', { n })}
          value={sections}
          onChange={(changed) => change({ sections: changed })}
          choices={ways.map((id) => ({ id, text: t(`groupWork.setUp.ways.${id}`) }))}
        />
      )}
      <div>
        <Button onPress={onRemove}>{t('groupWork.setUp.remove', { n })}</Button>
      </div>
    </fieldset>
  );
}
