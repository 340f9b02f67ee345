import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { QueueCounts, QueueFilter } from '../api.ts';
import { KINDS } from '../use-queue-filter.ts';
import styles from '../pages/QueuePage.module.css';

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  /** Undefined until it has come. */
  readonly counts: QueueCounts | undefined;
  readonly onChange: (change: Partial<Record<keyof QueueFilter, string>>) => void;
}

/** What of the queue is shown, each choice with how much there would be. */
export function QueueFilters({ filter, counts, onChange }: QueueFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (text: string, count: number | undefined): string =>
    count === undefined ? text : t('queue.filter.counted', { text, number: format.number(count) });
  const choice = <Id extends string>(id: Id, text: string, count: number | undefined) => ({
    id,
    text: counted(text, count),
  });
  const activities = counts?.activities ?? [];
  // One that nothing waits in any more can still be in the address.
  const isKnown = filter.activity === undefined || activities.some(({ id }) => id === filter.activity);
  return (
    <div className={cx(styles['filters'])}>
      <div className={cx(styles['states'])}>
        <RadioGroup
          label={t('queue.filter.state')}
          look="segments"
          value={filter.state}
          onChange={(state) => onChange({ state })}
          choices={(['open', 'snoozed', 'done'] as const).map((id) =>
            choice(id, t(`queue.filter.states.${id}`), counts?.states[id]),
          )}
        />
      </div>
      <Select
        label={t('queue.filter.who')}
        value={filter.who}
        onChange={(who) => onChange({ who })}
        choices={(['all', 'mine', 'nobody'] as const).map((id) =>
          choice(id, t(`queue.filter.whom.${id}`), counts?.who[id]),
        )}
      />
      <Select
        label={t('queue.filter.kind')}
        value={filter.kind ?? 'all'}
        onChange={(kind) => onChange({ kind })}
        choices={(['all', ...KINDS] as const).map((id) =>
          choice(id, t(`queue.filter.kinds.${id}`), counts?.kinds[id]),
        )}
      />
      {(activities.length > 0 || filter.activity !== undefined) && (
        <Select
          label={t('queue.filter.activity')}
          value={filter.activity ?? 'all'}
          onChange={(activity) => onChange({ activity })}
          choices={[
            { id: 'all', text: t('queue.filter.everyActivity') },
            ...activities.map(({ id, title, count }) => choice(id, title, count)),
            ...(isKnown ? [] : [{ id: filter.activity ?? '', text: t('queue.filter.thisActivity') }]),
          ]}
        />
      )}
    </div>
  );
}
