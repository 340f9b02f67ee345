import type { OwnGroup } from './own-groups.domain.ts';

/** That somebody was in a group from a moment on; `to` null: and is. */
export interface Stay {
  readonly memberId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** A group with everybody who is or was in it. */
export interface GroupTimes {
  readonly setId: string;
  readonly groupId: string;
  readonly name: string | null;
  readonly stays: readonly Stay[];
}

/** What a round is about. */
export interface Period {
  /** The end of the round before; null: from the first day of the group on. */
  readonly since: Date | null;
  /** Since when answers may come. */
  readonly opensAt: Date;
}

/** Less, and nobody has worked together: groups are still being made. Of those who part while answers may come any time counts. */
const TOGETHER_MIN_MS = 24 * 60 * 60 * 1000;

/**
 * The groups in which somebody was with others in a period, those first that they are in now; of those whom they were with
 * in several groups of a set each once, in the first: what is said of somebody counts in one group alone, so that nobody
 * can tell from two results what one person has said.
 *
 * @param times groups in which the member is or was
 */
export function groupsTogether(
  times: readonly GroupTimes[],
  memberId: string,
  period: Period,
  now: Date,
): OwnGroup[] {
  const found = times.flatMap((group) => groupOf(group, memberId, period, now) ?? []);
  const lastOf = ({ until = {} }: OwnGroup): string => until[memberId] ?? '';
  const ordered = found.toSorted((a, b) => {
    const [one, other] = [lastOf(a), lastOf(b)];
    if ((one === '') !== (other === '')) return one === '' ? -1 : 1;
    return one > other ? -1 : one < other ? 1 : a.groupId < b.groupId ? -1 : 1;
  });
  const known = new Set<string>();
  return ordered.flatMap((group) => {
    const own = group.memberIds.filter((id) => id === memberId || !known.has(`${group.setId}/${id}`));
    for (const id of own) known.add(`${group.setId}/${id}`);
    const hasLeft = group.until?.[memberId] !== undefined;
    return hasLeft && own.length < 2 ? [] : [{ ...group, memberIds: own }];
  });
}

/** Null: the member was there with nobody. */
function groupOf(
  { stays, ...group }: GroupTimes,
  memberId: string,
  period: Period,
  now: Date,
): OwnGroup | null {
  const own = stays.filter((stay) => stay.memberId === memberId);
  const present = new Set(stays.filter(({ to }) => to === null).map((stay) => stay.memberId));
  const isIn = present.has(memberId);
  const until = new Map<string, string>();
  const others = [...new Set(stays.map((stay) => stay.memberId))].filter((id) => {
    if (id === memberId) return false;
    if (isIn && present.has(id)) return true;
    const end = endOfTogether(
      own,
      stays.filter((stay) => stay.memberId === id),
      period,
      now,
    );
    if (end !== null) until.set(id, end.toISOString());
    return end !== null;
  });
  if (!isIn) {
    const left = Math.max(...own.map(({ to }) => to?.getTime() ?? 0));
    if (others.length === 0) return null;
    until.set(memberId, new Date(left).toISOString());
  }
  return {
    ...group,
    memberIds: [memberId, ...others],
    ...(until.size > 0 && { until: Object.fromEntries(until) }),
  };
}

/** When two were together last in the period; null: they were not, or too short a time. */
function endOfTogether(
  own: readonly Stay[],
  theirs: readonly Stay[],
  { since, opensAt }: Period,
  now: Date,
): Date | null {
  const times = own
    .flatMap((mine) =>
      theirs.map((other) => ({
        from: Math.max(mine.from.getTime(), other.from.getTime(), since?.getTime() ?? 0),
        to: Math.min((mine.to ?? now).getTime(), (other.to ?? now).getTime()),
      })),
    )
    .filter(({ from, to }) => from < to);
  const end = Math.max(0, ...times.map(({ to }) => to));
  const together = times.reduce((sum, { from, to }) => sum + to - from, 0);
  if (end === 0) return null;
  return end > opensAt.getTime() || together >= TOGETHER_MIN_MS ? new Date(end) : null;
}
