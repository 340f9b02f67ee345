import type { QueueCounts, QueueQuery } from '../../contracts/insights.ts';
import type { Matter } from './matter.domain.ts';

type State = QueueQuery['state'];

/** What of the queue is asked for; what is absent is not filtered by. */
export interface QueueFilter {
  readonly state: State;
  readonly kind?: Matter['kind'];
  readonly activityId?: string;
  /** Null: assigned to nobody. */
  readonly assigneeId?: string | null;
}

/** How many matters are alike in all that can be filtered by. */
export interface QueueGroup {
  readonly kind: Matter['kind'];
  readonly activityId: string | null;
  readonly assigneeId: string | null;
  readonly isDone: boolean;
  readonly isSnoozed: boolean;
  readonly count: number;
}

/** A place in the queue: it is ordered by moment, then by key. */
export interface QueuePosition {
  readonly since: Date;
  readonly key: string;
}

/** The position as the text a client hands back, and its reading: null when it is none of ours. */
export const writePosition = ({ since, key }: QueuePosition): string => `${since.getTime()}_${key}`;

export function readPosition(text: string): QueuePosition | null {
  const [, time, key] = /^(\d{1,15})_(.*)$/su.exec(text) ?? [];
  return time === undefined || key === undefined ? null : { since: new Date(Number(time)), key };
}

/** @param memberId whose are "mine" */
export const filterOf = (
  { state, kind, activity, who }: Omit<QueueQuery, 'sections'>,
  memberId: string,
): QueueFilter => ({
  state,
  ...(kind !== undefined && { kind }),
  ...(activity !== undefined && { activityId: activity }),
  ...(who === 'mine' && { assigneeId: memberId }),
  ...(who === 'nobody' && { assigneeId: null }),
});

const stateOf = ({ isDone, isSnoozed }: QueueGroup): State =>
  isDone ? 'done' : isSnoozed ? 'snoozed' : 'open';

const fits = (group: QueueGroup, filter: Partial<QueueFilter>): boolean =>
  (filter.state === undefined || stateOf(group) === filter.state) &&
  (filter.kind === undefined || group.kind === filter.kind) &&
  (filter.activityId === undefined || group.activityId === filter.activityId) &&
  (filter.assigneeId === undefined || group.assigneeId === filter.assigneeId);

/** How many there would be by each choice of each filter, as the other filters are. */
export function countsBy(
  groups: readonly QueueGroup[],
  filter: QueueFilter,
  memberId: string,
): Omit<QueueCounts, 'activities'> & { readonly activities: ReadonlyMap<string, number> } {
  const count = (change: Partial<QueueFilter>, without: keyof QueueFilter): number => {
    const { [without]: _dropped, ...others } = filter;
    const wanted: Partial<QueueFilter> = { ...others, ...change };
    return groups.reduce((sum, group) => (fits(group, wanted) ? sum + group.count : sum), 0);
  };
  const activityIds = new Set(groups.flatMap(({ activityId }) => (activityId === null ? [] : [activityId])));
  return {
    states: {
      open: count({ state: 'open' }, 'state'),
      snoozed: count({ state: 'snoozed' }, 'state'),
      done: count({ state: 'done' }, 'state'),
    },
    who: {
      all: count({}, 'assigneeId'),
      mine: count({ assigneeId: memberId }, 'assigneeId'),
      nobody: count({ assigneeId: null }, 'assigneeId'),
    },
    kinds: {
      all: count({}, 'kind'),
      work: count({ kind: 'work' }, 'kind'),
      dispute: count({ kind: 'dispute' }, 'kind'),
      gradebook: count({ kind: 'gradebook' }, 'kind'),
      people: count({ kind: 'people' }, 'kind'),
    },
    activities: new Map([...activityIds].map((id) => [id, count({ activityId: id }, 'activityId')])),
  };
}
