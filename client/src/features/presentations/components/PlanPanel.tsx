import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useActivities } from '../../activity/api.ts';
import { type Presentations, useDraw, usePlan, useSaveSlot } from '../api.ts';
import { CriteriaFields } from './CriteriaFields.tsx';
import { type SlotContent, SlotFields } from './SlotFields.tsx';

interface PlanPanelProps {
  readonly activityId: string;
  readonly presentations: Presentations;
}

const NONE = 'none';
const MINUTE_MS = 60_000;
const LENGTH = 15;

/** Right after the last slot, or tomorrow at nine. */
function nextStart({ slots }: Presentations): SlotContent {
  const last = slots.at(-1);
  if (last) {
    const end = Date.parse(last.startsAt) + last.minutes * MINUTE_MS;
    return { startsAt: new Date(end).toISOString(), minutes: last.minutes, place: last.place };
  }
  const morning = new Date(Date.now() + 24 * 60 * MINUTE_MS);
  morning.setHours(9, 0, 0, 0);
  return { startsAt: morning.toISOString(), minutes: LENGTH, place: '' };
}

/** For staff: slots are made and drawn, and who fills them. */
export function PlanPanel({ activityId, presentations }: PlanPanelProps) {
  const { t } = useTranslation();
  const plan = usePlan(activityId);
  const save = useSaveSlot(activityId);
  const draw = useDraw(activityId);
  const { slots, waiting, revision } = presentations;
  const { booking, criteria, peerReviewId } = presentations.plan;
  const change = (part: Partial<Presentations['plan']>) =>
    plan.mutate(
      { booking, criteria, peerReviewId, ...part, expectedRevision: revision },
      { onSuccess: () => announce(t('teamRoles.saved')) },
    );
  const reviews = (useActivities().data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === 'peerReview');

  async function add({ startsAt, minutes, place }: SlotContent, count: number): Promise<void> {
    for (let at = 0; at < count; at++) {
      const begins = new Date(Date.parse(startsAt) + at * minutes * MINUTE_MS).toISOString();
      await save.mutateAsync({ slotId: newId(), startsAt: begins, minutes, place, expectedRevision: 0 });
    }
    announce(t('teamRoles.saved'));
  }
  const error = plan.error ?? save.error ?? draw.error;
  return (
    <section aria-labelledby="plan" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="plan">{t('presentations.plan.title')}</h2>
      {error !== null && <Problem error={error} />}
      <RadioGroup
        label={t('presentations.plan.booking')}
        value={booking}
        onChange={(changed) => change({ booking: changed })}
        choices={(['groups', 'staff'] as const).map((id) => ({ id, text: t(`presentations.plan.by.${id}`) }))}
      />
      <Disclosure title={t('presentations.plan.add')} isOpen={slots.length === 0}>
        <SlotFields
          // What comes next is another start.
          key={slots.length}
          initial={nextStart(presentations)}
          asksCount
          submitLabel={t('presentations.plan.addButton')}
          isPending={save.isPending}
          onSubmit={(content, count) => {
            // What fails is shown above.
            add(content, count).catch(() => undefined);
          }}
        />
      </Disclosure>
      {waiting.length > 0 && slots.some(({ group }) => group === null) && (
        <div className={cx(layout['row'])}>
          <Button
            isPending={draw.isPending}
            onPress={() =>
              draw.mutate(undefined, { onSuccess: () => announce(t('presentations.plan.drawn')) })
            }
          >
            {t('presentations.plan.draw')}
          </Button>
          <span className={cx(layout['muted'], layout['small'])}>
            {t('presentations.plan.waiting', { count: waiting.length })}
          </span>
        </div>
      )}
      <CriteriaFields
        key={criteria.map(({ id }) => id).join()}
        criteria={criteria}
        isPending={plan.isPending}
        onSave={(changed) => change({ criteria: changed })}
      />
      {(reviews.length > 0 || peerReviewId !== null) && (
        <Select
          label={t('presentations.plan.peerReview')}
          value={peerReviewId ?? NONE}
          choices={[
            { id: NONE, text: t('presentations.plan.noPeerReview') },
            ...reviews.map(({ id, title }) => ({ id, text: title })),
          ]}
          onChange={(id) => change({ peerReviewId: id === NONE ? null : id })}
        />
      )}
    </section>
  );
}
