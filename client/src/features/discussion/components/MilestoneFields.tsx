import { useTranslation } from 'react-i18next';
import {
  ACTIVITY_POINTS_MAX,
  MILESTONE_COUNT_MAX,
  MILESTONE_KINDS,
  MILESTONE_WORDS_MAX,
  MILESTONES_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import fields from '../../../ui/item-fields.module.css';
import type { Milestone } from '../milestones-api.ts';

const RANGES = {
  count: { min: 1, max: MILESTONE_COUNT_MAX },
  words: { min: 0, max: MILESTONE_WORDS_MAX },
  points: { min: 0, max: ACTIVITY_POINTS_MAX },
} as const;
type Counted = keyof typeof RANGES;

const isOutside = (value: number, { min, max }: { min: number; max: number }): boolean =>
  !(value >= min && value <= max);

/** Whether a milestone cannot be saved so. @param end of the discussion, where it has one */
export const hasMilestoneFault = (milestone: Milestone, end: string | null): boolean =>
  isAfter(milestone, end) ||
  (Object.keys(RANGES) as Counted[]).some((field) => isOutside(milestone[field], RANGES[field]));

const isAfter = ({ dueAt }: Milestone, end: string | null): boolean =>
  dueAt !== null && end !== null && Date.parse(dueAt) > Date.parse(end);

const WORDS = 100;
const POINTS = 5;

interface MilestoneFieldsProps {
  readonly milestones: readonly Milestone[];
  readonly end: string | null;
  readonly showsFaults: boolean;
  readonly onChange: (milestones: Milestone[]) => void;
}

/** What a discussion expects: as many milestones as one wants, each with its own date and points. */
export function MilestoneFields({ milestones, end, showsFaults, onChange }: MilestoneFieldsProps) {
  const { t } = useTranslation();
  const taken = new Set(milestones.map(({ n }) => n));
  const free = Array.from({ length: MILESTONES_MAX }, (_, at) => at + 1).find((n) => !taken.has(n));

  function add(n: number): void {
    const isFirst = milestones.length === 0;
    const made = { n, kind: isFirst ? 'thread' : 'reply', count: 1, words: isFirst ? WORDS : 0 } as const;
    onChange([...milestones, { ...made, differentPeople: false, dueAt: null, points: POINTS }]);
  }

  function remove(milestone: Milestone): void {
    onChange(milestones.filter(({ n }) => n !== milestone.n));
    showToast({ text: t('expectations.setUp.removed'), undo: () => onChange([...milestones]) });
  }

  return (
    <section aria-labelledby="milestones" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="milestones">{t('expectations.setUp.title')}</h2>
      <p className={cx(layout['muted'])}>{t('expectations.setUp.text')}</p>
      {milestones.map((milestone) => (
        <Fields
          key={milestone.n}
          milestone={milestone}
          end={end}
          showsFaults={showsFaults}
          onChange={(changed) => onChange(milestones.map((one) => (one.n === changed.n ? changed : one)))}
          onRemove={() => remove(milestone)}
        />
      ))}
      <div>
        <Button isDisabled={free === undefined} onPress={() => free !== undefined && add(free)}>
          {t('expectations.setUp.add')}
        </Button>
      </div>
    </section>
  );
}

interface FieldsProps extends Pick<MilestoneFieldsProps, 'end' | 'showsFaults'> {
  readonly milestone: Milestone;
  readonly onChange: (milestone: Milestone) => void;
  readonly onRemove: () => void;
}

function Fields({ milestone, end, showsFaults, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n, kind, dueAt, differentPeople } = milestone;
  const numberField = (field: Counted) => {
    const { min, max } = RANGES[field];
    const isWrong = showsFaults && isOutside(milestone[field], RANGES[field]);
    const range = { min: format.number(min), max: format.number(max) };
    return (
      <NumberField
        label={t(`expectations.setUp.${field}`)}
        minValue={min}
        maxValue={max}
        value={milestone[field]}
        error={isWrong ? t('expectations.setUp.range', range) : undefined}
        onChange={(value) => onChange({ ...milestone, [field]: value })}
      />
    );
  };
  return (
    <fieldset className={cx(fields['item'])}>
      <legend>{t('expectations.setUp.milestone', { n: format.number(n) })}</legend>
      <div className={cx(fields['fields'])}>
        <Select
          label={t('expectations.setUp.kind')}
          value={kind}
          onChange={(chosen) =>
            onChange({ ...milestone, kind: chosen, ...(chosen === 'thread' && { differentPeople: false }) })
          }
          choices={MILESTONE_KINDS.map((id) => ({ id, text: t(`expectations.setUp.kinds.${id}`) }))}
        />
        {numberField('count')}
        {numberField('words')}
        {numberField('points')}
      </div>
      {kind !== 'thread' && (
        <Checkbox
          isChecked={differentPeople}
          onChange={(isChecked) => onChange({ ...milestone, differentPeople: isChecked })}
        >
          {t('expectations.setUp.people')}
        </Checkbox>
      )}
      <DateTimeField
        label={t('expectations.setUp.dueAt')}
        hint={t('expectations.setUp.dueHint')}
        isOptional
        value={dueAt === null ? '' : toLocalField(dueAt)}
        error={showsFaults && isAfter(milestone, end) ? t('expectations.setUp.afterEnd') : undefined}
        onChange={(local) => onChange({ ...milestone, dueAt: toIso(local) })}
      />
      <div>
        <Button onPress={onRemove}>{t('expectations.setUp.remove', { n: format.number(n) })}</Button>
      </div>
    </fieldset>
  );
}
