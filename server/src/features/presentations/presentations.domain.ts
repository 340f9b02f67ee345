import type { ErrorCode } from '../../contracts/errors.ts';
import type { TIMER_COMMANDS } from '../../contracts/presentation-timer.ts';
import { type Random, shuffle } from '../../core/random.ts';

const MINUTE_MS = 60_000;

/** A time at which one group presents. */
export interface Slot {
  readonly slotId: string;
  readonly activityId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  /** Undefined: it is free. */
  readonly groupId?: string | undefined;
  /** Presenters who were not there, as staff noted. */
  readonly absentIds: readonly string[];
  readonly revision: number;
}

/** Where the timer is: it has run for `elapsedMs`, and since `startedAt`. */
export interface Timer {
  readonly slotId: string;
  /** Null: it pauses. */
  readonly startedAt: Date | null;
  readonly elapsedMs: number;
}

/** What holds for all presentations of a project. */
export interface Plan {
  readonly activityId: string;
  readonly booking: 'groups' | 'staff';
  readonly criteria: readonly { readonly id: string; readonly title: string }[];
  readonly peerReviewId: string | null;
  readonly timer: Timer | null;
  readonly revision: number;
}

export const unplanned = (activityId: string): Plan => ({
  activityId,
  booking: 'groups',
  criteria: [],
  peerReviewId: null,
  timer: null,
  revision: 0,
});

/** When a slot is over by the clock. */
export const endsAt = ({ startsAt, minutes }: Pick<Slot, 'startsAt' | 'minutes'>): Date =>
  new Date(startsAt.getTime() + minutes * MINUTE_MS);

/** Whether who planned for a slot has to know of a change: it begins at another time or is in another place. */
export const isElsewhere = (
  before: Pick<Slot, 'startsAt' | 'place'>,
  after: Pick<Slot, 'startsAt' | 'place'>,
): boolean => before.startsAt.getTime() !== after.startsAt.getTime() || before.place !== after.place;

/** The order in which groups present. */
export const inOrder = <One extends Pick<Slot, 'slotId' | 'startsAt'>>(slots: readonly One[]): One[] =>
  slots.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.slotId < b.slotId ? -1 : 1));

export type SlotState = 'coming' | 'on' | 'over';

/**
 * The slot at which the timer is goes on, however late it is; those before it are over, and those after it are still to
 * come though their time has passed. Where nobody uses the timer, the clock decides.
 */
export function stateOf(slot: Slot, slots: readonly Slot[], timer: Timer | null, now: Date): SlotState {
  const current = timer && slots.find(({ slotId }) => slotId === timer.slotId);
  if (current) {
    if (current.slotId === slot.slotId) return 'on';
    const sameDay = Math.abs(current.startsAt.getTime() - slot.startsAt.getTime()) < 12 * 60 * MINUTE_MS;
    if (sameDay) {
      const [first] = inOrder([current, slot]);
      return first?.slotId === slot.slotId ? 'over' : 'coming';
    }
  }
  if (now < slot.startsAt) return 'coming';
  return now < endsAt(slot) ? 'on' : 'over';
}

interface Refusal {
  readonly type: 'refuse';
  readonly reason: Extract<ErrorCode, 'SLOT_TAKEN' | 'SLOT_OVER' | 'GROUP_HAS_SLOT' | 'NOT_IN_GROUP'>;
}
const refuse = (reason: Refusal['reason']): Refusal => ({ type: 'refuse', reason });

interface Booker {
  /** The groups that they may book for. */
  readonly groupIds: readonly string[];
  /** Staff book at any time. */
  readonly isStaff: boolean;
}

/** Whether a slot can be given to a group, or freed with null. */
export function decideBook(
  slot: Slot,
  slots: readonly Slot[],
  groupId: string | null,
  { groupIds, isStaff }: Booker,
  now: Date,
): { readonly type: 'accept' } | { readonly type: 'unchanged' } | Refusal {
  const about = groupId ?? slot.groupId;
  if (about === undefined || slot.groupId === groupId) return { type: 'unchanged' };
  if (!groupIds.includes(about))
    return refuse(slot.groupId === undefined || isStaff ? 'NOT_IN_GROUP' : 'SLOT_TAKEN');
  if (!isStaff && slot.startsAt <= now) return refuse('SLOT_OVER');
  if (groupId !== null && slot.groupId !== undefined) return refuse('SLOT_TAKEN');
  if (groupId !== null && slots.some((one) => one.groupId === groupId)) return refuse('GROUP_HAS_SLOT');
  return { type: 'accept' };
}

/** Free slots to come for groups that have none, by lot: as many as there are of both. */
export function drawSlots(
  groupIds: readonly string[],
  slots: readonly Slot[],
  random: Random,
  now: Date,
): { readonly slotId: string; readonly groupId: string }[] {
  const placed = new Set(slots.flatMap(({ groupId }) => groupId ?? []));
  const waiting = groupIds.filter((id) => !placed.has(id)).toSorted((a, b) => (a < b ? -1 : 1));
  const free = inOrder(slots.filter((one) => one.groupId === undefined && one.startsAt > now));
  shuffle(waiting, random);
  // The earliest first, so that no hole is left in the running order.
  return free.flatMap(({ slotId }, at) => {
    const groupId = waiting[at];
    return groupId === undefined ? [] : [{ slotId, groupId }];
  });
}

/** How long the timer has run. */
export const elapsedOf = ({ startedAt, elapsedMs }: Timer, now: Date): number =>
  elapsedMs + (startedAt === null ? 0 : Math.max(0, now.getTime() - startedAt.getTime()));

/**
 * Where the timer is after a command. One that was meant for another slot than the timer is at changes nothing, so that
 * two who press "next" at once go on by one.
 */
export function timerAfter(
  timer: Timer | null,
  command: (typeof TIMER_COMMANDS)[number],
  slotId: string,
  slots: readonly Slot[],
  now: Date,
): Timer | null {
  const isAt = timer?.slotId === slotId;
  switch (command) {
    case 'start':
      if (isAt && timer.startedAt !== null) return timer;
      return { slotId, startedAt: now, elapsedMs: isAt ? timer.elapsedMs : 0 };
    case 'pause':
      return isAt ? { slotId, startedAt: null, elapsedMs: elapsedOf(timer, now) } : timer;
    case 'next': {
      if (timer !== null && !isAt) return timer;
      const order = inOrder(slots.filter((one) => one.groupId !== undefined || one.slotId === slotId));
      const next = order[order.findIndex((one) => one.slotId === slotId) + 1];
      return next ? { slotId: next.slotId, startedAt: null, elapsedMs: 0 } : null;
    }
    case 'end':
      return isAt ? null : timer;
  }
}
