import { STAFF } from '../../core/receivers.ts';
import type { Matter } from './matter.domain.ts';
import type { QueueGroup } from './queue.domain.ts';

/**
 * Into how many parts the matters that wait for staff are counted: a change counts its own part anew, a read adds all
 * of them up. Kept matters say their part, so another number needs a rebuild.
 */
export const PARTS = 32;

/** The part of the queue in which a topic's matters are counted (FNV-1a); null: it is not in the queue. */
export function partOf({ waitsFor, topic }: Pick<Matter, 'waitsFor' | 'topic'>): number | null {
  if (waitsFor !== STAFF) return null;
  let hash = 0x811c9dc5;
  for (let index = 0; index < topic.length; index += 1)
    hash = Math.imul(hash ^ topic.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % PARTS;
}

/** Matters that are alike in all that can be filtered by, as they were when they were counted. */
export interface KeptGroup extends Omit<QueueGroup, 'isSnoozed'> {
  /** From when on they wait; null: they did already. */
  readonly from: Date | null;
  /** Until when they are put off; null: they were not. */
  readonly snoozedUntil: Date | null;
}

export interface KeptCounts {
  readonly part: number;
  readonly groups: readonly KeptGroup[];
  /** Counts the changes; 0 before the first. */
  readonly revision: number;
}

/** What kept groups are at a later moment: dates come and go without anybody's counting anew. */
export const groupsAt = (groups: readonly KeptGroup[], now: Date): QueueGroup[] =>
  groups.flatMap(({ from, snoozedUntil, ...group }) =>
    from !== null && from > now ? [] : [{ ...group, isSnoozed: snoozedUntil !== null && snoozedUntil > now }],
  );

const textOf = ({ kind, activityId, assigneeId, isDone, from, snoozedUntil, count }: KeptGroup): string =>
  JSON.stringify([kind, activityId, assigneeId, isDone, from, snoozedUntil, count]);

/** Whether two counts say the same, in whatever order their groups are. */
export const isSameCount = (kept: readonly KeptGroup[], counted: readonly KeptGroup[]): boolean =>
  kept.map(textOf).sort().join() === counted.map(textOf).sort().join();
