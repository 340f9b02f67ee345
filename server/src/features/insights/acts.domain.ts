import type { QueueAct } from '../../contracts/insights.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { partOf } from './counts.domain.ts';
import type { Matter } from './matter.domain.ts';

/** What staff said of one matter of the queue. It outlives the matter, which may come back. */
export interface Acts {
  readonly key: string;
  readonly topic: string;
  /** Who looks after it: also when its cause arises anew. */
  readonly assigneeId: string | null;
  /** Until when it is out of sight, of the cause that it has waited for since then. */
  readonly snoozed: { readonly until: Date; readonly since: Date } | null;
  /** Dealt with: the cause that it waited for since then, as far as it went. */
  readonly done: {
    readonly by: string;
    readonly at: Date;
    readonly since: Date;
    readonly count: number;
  } | null;
  /** Counts the acts; 0 before the first. */
  readonly revision: number;
}

/** A matter as it is kept for the queue: with what staff said of it. */
export interface ActedMatter extends Matter {
  /** In which part of the queue it is counted; null for a learner's. */
  readonly part: number | null;
  readonly assigneeId: string | null;
  readonly snoozedUntil: Date | null;
  readonly isDone: boolean;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
  readonly actsRevision: number;
}

/** A month and more: longer than anybody should forget something on purpose. */
const SNOOZE_MAX_MS = 100 * 24 * 3_600_000;

const countIn = ({ params }: Pick<Matter, 'params'>): number => Number(params['count'] ?? 0);

/** Done and snoozed hold for the cause they were said of: one that arises anew, or has grown, waits again. */
export function withActs(matter: Matter, acts: Acts | null): ActedMatter {
  const isSame = (since: Date | undefined): boolean => since?.getTime() === matter.since.getTime();
  const done = acts?.done && isSame(acts.done.since) && countIn(matter) <= acts.done.count ? acts.done : null;
  return {
    ...matter,
    part: partOf(matter),
    assigneeId: acts?.assigneeId ?? null,
    snoozedUntil: acts?.snoozed && isSame(acts.snoozed.since) ? acts.snoozed.until : null,
    isDone: done !== null,
    doneBy: done?.by ?? null,
    doneAt: done?.at ?? null,
    actsRevision: acts?.revision ?? 0,
  };
}

type Command = { readonly act: QueueAct; readonly expectedRevision: number };

export type ActDecision =
  | { readonly type: 'act'; readonly acts: Acts }
  /** It is so already: another tab, or the same click once more. */
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: Extract<ErrorCode, 'NOT_FOUND' | 'MATTER_CHANGED' | 'SNOOZE_OUT_OF_RANGE'>;
    };

/**
 * What one of the staff does with a matter of the queue.
 *
 * @param matter null when it waits no more
 * @param mayBeAssigned whether the one it is assigned to is of the course's staff
 */
export function decideAct(
  matter: Matter | null,
  acts: Acts | null,
  { act, expectedRevision }: Command,
  by: { readonly id: string; readonly mayBeAssigned: boolean },
  now: Date,
): ActDecision {
  if (!matter) return { type: 'refuse', reason: 'NOT_FOUND' };
  const before = withActs(matter, acts);
  if (isAlready(before, act)) return { type: 'unchanged' };
  if (act.kind === 'assign' && act.memberId !== null && !by.mayBeAssigned)
    return { type: 'refuse', reason: 'NOT_FOUND' };
  if (before.actsRevision !== expectedRevision) return { type: 'refuse', reason: 'MATTER_CHANGED' };
  const change = changeBy(act, matter, by.id, now);
  if (!change) return { type: 'refuse', reason: 'SNOOZE_OUT_OF_RANGE' };
  const { key, topic } = matter;
  const fresh = { assigneeId: null, snoozed: null, done: null };
  return { type: 'act', acts: { ...fresh, ...acts, ...change, key, topic, revision: expectedRevision + 1 } };
}

function isAlready(before: ActedMatter, act: QueueAct): boolean {
  switch (act.kind) {
    case 'assign':
      return before.assigneeId === act.memberId;
    case 'snooze':
      return (before.snoozedUntil?.toISOString() ?? null) === act.until;
    case 'done':
      return before.isDone === act.done;
  }
}

function changeBy(act: QueueAct, matter: Matter, by: string, now: Date): Partial<Acts> | null {
  const { since } = matter;
  switch (act.kind) {
    case 'assign':
      return { assigneeId: act.memberId };
    case 'snooze': {
      if (act.until === null) return { snoozed: null };
      const until = new Date(act.until);
      const isInRange = until > now && until.getTime() - now.getTime() <= SNOOZE_MAX_MS;
      return isInRange ? { snoozed: { until, since } } : null;
    }
    case 'done':
      return { done: act.done ? { by, at: now, since, count: countIn(matter) } : null };
  }
}
