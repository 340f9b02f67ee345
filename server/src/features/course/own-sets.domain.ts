import type { EventType } from '../../core/events.ts';
import { groupIdOf } from '../../core/ids.ts';
import { type Random, shuffle } from '../../core/random.ts';
import {
  type Group,
  type GroupSet,
  type Membership,
  type Move,
  ownGroupOf,
  type OwnSetState,
  type SignUp,
  type Waiting,
} from './groups.domain.ts';

/** A set that is made here. */
export type OwnSet = GroupSet & { readonly own: OwnSetState };

export const isOwn = (set: GroupSet | null): set is OwnSet => set !== null && set.own !== null;

/** What becomes of a set that is made here: groups as they are to be, people as they are to move, who still waits. */
export interface Change {
  readonly groups: readonly Group[];
  readonly moves: readonly Move[];
  readonly waiting: readonly Waiting[];
}

/** A change with what is written beside it. */
export interface Decision {
  readonly change: Change;
  readonly settings?: Partial<Pick<OwnSetState, 'hasLeaders' | 'signUp' | 'status' | 'formed'>> & {
    readonly name?: string;
  };
  readonly event: { readonly type: EventType; readonly data: Record<string, unknown> };
}

/** A change of groups and people that leaves the set's settings as they are. */
export const changed = (change: Partial<Change>, set: OwnSet, data: Record<string, unknown>): Decision => ({
  change: { groups: [], moves: [], waiting: set.own.waiting, ...change },
  event: { type: 'groupSet.changed', data },
});

/** A group to be added; every change of a set makes ids of its own, so that a name may come back after its group is gone. */
export const newGroup = (set: OwnSet, name: string, cap: number | null): Group => {
  const key = JSON.stringify([set.id, set.own.revision, name]);
  return ownGroupOf(set.courseId, set.id, groupIdOf(set.courseId, 'own', key), name, { cap });
};

const plain = (name: string): string => name.trim().toLowerCase();

/** The first of some new names that a group of the set has already, or that is there twice; null when all are free. */
export function takenName(present: readonly Group[], names: readonly string[]): string | null {
  const used = new Set(present.map(({ name }) => plain(name ?? '')));
  for (const name of names) {
    if (used.has(plain(name))) return name;
    used.add(plain(name));
  }
  return null;
}

/** The group of each member who has one in a set. */
export const groupOf = (open: readonly Pick<Membership, 'memberId' | 'groupId'>[]): Map<string, string> =>
  new Map(open.map(({ memberId, groupId }) => [memberId, groupId]));

/** The groups of a set and how many are in each. */
export interface Seats {
  readonly groups: readonly Group[];
  /** By group. */
  readonly taken: ReadonlyMap<string, number>;
}

const capOf = ({ own }: Group): number => own?.cap ?? Number.POSITIVE_INFINITY;

/** How many are in each group. */
export function countSeats(open: readonly Pick<Membership, 'groupId'>[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { groupId } of open) taken.set(groupId, (taken.get(groupId) ?? 0) + 1);
  return taken;
}

/**
 * Gives free seats to those who wait for them, first come, first served; the seat that somebody leaves for another is
 * free in turn.
 *
 * @param seats of the groups that are waited for and of those whom the waiting leave
 * @param where the group of each who waits, where there is one
 */
function seatWaiting(
  { groups, taken }: Seats,
  where: ReadonlyMap<string, string>,
  waiting: readonly Waiting[],
): { readonly moves: Move[]; readonly waiting: readonly Waiting[] } {
  const free = new Map(groups.map((group) => [group.id, capOf(group) - (taken.get(group.id) ?? 0)]));
  const moves: Move[] = [];
  let left = waiting;
  for (;;) {
    const next = left.find(({ groupId }) => (free.get(groupId) ?? 0) > 0);
    if (!next) return { moves, waiting: left };
    const before = where.get(next.memberId);
    free.set(next.groupId, (free.get(next.groupId) ?? 0) - 1);
    if (before !== undefined) free.set(before, (free.get(before) ?? 0) + 1);
    moves.push(next);
    left = left.filter(({ memberId }) => memberId !== next.memberId);
  }
}

/**
 * A change with the seats that it frees, or adds, given to those who wait for them, whoever makes it and why. No change
 * of a set is written without it, so no seat stays free that somebody waits for.
 *
 * @param present the set's groups as they are before the change
 * @param open who is in them
 * @returns what becomes of the set, and who of the waiting has got a seat
 */
export function giveSeats(
  present: readonly Group[],
  open: readonly Pick<Membership, 'memberId' | 'groupId'>[],
  change: Change,
): { readonly change: Change; readonly seated: readonly Move[] } {
  const groups = new Map([...present, ...change.groups].map((group) => [group.id, group]));
  const where = groupOf(open);
  for (const { memberId, groupId } of change.moves)
    if (groupId === null) where.delete(memberId);
    else where.set(memberId, groupId);
  const taken = countSeats([...where.values()].map((groupId) => ({ groupId })));
  const there = [...groups.values()].filter(({ status }) => status === 'active');
  const { moves: seated, waiting } = seatWaiting({ groups: there, taken }, where, change.waiting);
  const has = new Set(seated.map(({ memberId }) => memberId));
  // Whose group is taken off, and who gets a seat in another, moves once.
  const moves = [
    ...change.moves.filter(({ memberId }) => !has.has(memberId)),
    ...seated.map((move) => ({ ...move, seated: true as const })),
  ];
  return { change: { ...change, moves, waiting }, seated };
}

export const isOpen = ({ opensAt, closesAt }: SignUp, now: Date): boolean =>
  (opensAt === null || opensAt <= now) && (closesAt === null || now < closesAt);

export type ChoiceRefusal = 'SIGN_UP_CLOSED' | 'SIGN_UP_FINAL' | 'GROUP_FULL';

/** What a learner's wish meets. */
export interface Choosing {
  readonly signUp: SignUp | null;
  readonly waiting: readonly Waiting[];
  /** The group that the learner is in. */
  readonly from: string | null;
  /** How many are in the group that is wished. */
  readonly taken: number;
}

/**
 * What becomes of a learner's wish to be in a group, or in none (spec/group-work.md, 1). Who takes a seat waits for
 * no other.
 *
 * @param to the group; null for none
 */
export function decideChoice(
  { signUp, waiting, from, taken }: Choosing,
  memberId: string,
  to: Group | null,
  now: Date,
):
  | { readonly type: 'accept'; readonly change: Omit<Change, 'groups'> }
  | { readonly type: 'repeated' }
  | { readonly type: 'refuse'; readonly reason: ChoiceRefusal } {
  if (!signUp || !isOpen(signUp, now)) return { type: 'refuse', reason: 'SIGN_UP_CLOSED' };
  const waitsFor = waiting.find((one) => one.memberId === memberId)?.groupId ?? null;
  const others = waiting.filter((one) => one.memberId !== memberId);
  const wish = to?.id ?? null;
  // One's own group once more ends the waiting for another.
  if (wish === from) {
    return waitsFor === null
      ? { type: 'repeated' }
      : { type: 'accept', change: { moves: [], waiting: others } };
  }
  if (wish !== null && wish === waitsFor) return { type: 'repeated' };
  if (from !== null && !signUp.mayChange) return { type: 'refuse', reason: 'SIGN_UP_FINAL' };
  if (to && taken >= capOf(to)) {
    if (!signUp.waitingList) return { type: 'refuse', reason: 'GROUP_FULL' };
    return { type: 'accept', change: { moves: [], waiting: [...others, { memberId, groupId: to.id }] } };
  }
  return { type: 'accept', change: { moves: [{ memberId, groupId: wish }], waiting: others } };
}

/** How chance is to make groups. */
export type Into =
  | { readonly kind: 'present' }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'count'; readonly count: number };

/** A group as chance fills it. */
export interface Drawn {
  /** Null: it is to be made. */
  readonly group: Group | null;
  readonly name: string;
  readonly present: number;
  readonly joining: string[];
}

/**
 * Puts people into groups by chance: the smallest group gets the next one, so that sizes differ by one at most where
 * caps and those who are in already allow it.
 *
 * @param people ids, sorted: the same people and the same random source give the same groups.
 * @param nameOf the name of the nth new group, from 1
 * @returns the groups, and those for whom no seat is left.
 */
export function drawGroups(
  { groups, taken }: Seats,
  people: readonly string[],
  into: Into,
  random: Random,
  nameOf: (index: number) => string,
): { readonly groups: Drawn[]; readonly left: string[] } {
  const shuffled = shuffle([...people], random);
  const drawn: Drawn[] =
    into.kind === 'present'
      ? groups.map((group) => ({
          group,
          name: group.name ?? '',
          present: taken.get(group.id) ?? 0,
          joining: [],
        }))
      : Array.from({ length: newGroupCount(into, people.length) }, (_, index) => ({
          group: null,
          name: nameOf(index + 1),
          present: 0,
          joining: [],
        }));
  const left: string[] = [];
  const sizeOf = ({ present, joining }: Drawn): number => present + joining.length;
  for (const person of shuffled) {
    let smallest: Drawn | null = null;
    for (const one of drawn) {
      if (one.group && sizeOf(one) >= capOf(one.group)) continue;
      if (!smallest || sizeOf(one) < sizeOf(smallest)) smallest = one;
    }
    if (smallest) smallest.joining.push(person);
    else left.push(person);
  }
  return { groups: drawn, left };
}

/** A lonely rest joins the others: of thirteen in fours come three groups, one of them of five. */
export const newGroupCount = (into: Exclude<Into, { kind: 'present' }>, people: number): number =>
  people === 0
    ? 0
    : into.kind === 'count'
      ? Math.min(into.count, people)
      : Math.max(1, Math.round(people / into.size));

/** Names that no group of the set has yet: "Group 3" where there are two. @returns the nth, from 1 */
export function freshNames(word: string, groups: readonly Group[]): (index: number) => string {
  const used = new Set(groups.filter(({ status }) => status === 'active').map(({ name }) => name));
  const fresh: string[] = [];
  let number = 0;
  return (index) => {
    while (fresh.length < index) {
      number += 1;
      const name = `${word} ${number}`;
      if (!used.has(name)) fresh.push(name);
    }
    return fresh[index - 1] as string;
  };
}

/** Who leads a group: whom staff named, while that person is in it, else whoever is in it longest. */
export function leaderOf(
  { own }: Group,
  open: readonly Pick<Membership, 'memberId' | 'from'>[],
): string | null {
  if (own?.leaderId && open.some(({ memberId }) => memberId === own.leaderId)) return own.leaderId;
  const [first] = [...open].sort((a, b) => +a.from - +b.from || (a.memberId < b.memberId ? -1 : 1));
  return first?.memberId ?? null;
}

/** Who leads each group of a set, where its groups have leaders. */
export const leadersOf = (
  set: GroupSet,
  groups: readonly Group[],
  open: readonly Membership[],
): Map<string, string | null> =>
  new Map(
    set.own?.hasLeaders
      ? groups.map((group) => [
          group.id,
          leaderOf(
            group,
            open.filter(({ groupId }) => groupId === group.id),
          ),
        ])
      : [],
  );
