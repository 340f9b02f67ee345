import type { GroupMilestone } from '../../contracts/group-work.ts';
import type { FactorOf } from './factors.domain.ts';
import { creditedLine, type Dates, type DeliverableLine, standingOf } from './group-work.domain.ts';
import type { DeliverableMark } from './marks.domain.ts';

/** What a member's grade at the milestones is made of. */
export interface MemberFacts {
  readonly memberId: string;
  /** All that was handed in with the member's part in it, of whatever group. */
  readonly credited: readonly DeliverableLine[];
  /** Where the member is now, and what that group has. */
  readonly group: { readonly groupId: string; readonly memberIds: readonly string[] } | null;
  readonly ofGroup: readonly DeliverableLine[];
  /** What staff have given a group at a milestone. */
  readonly markOf: (groupId: string, n: number) => DeliverableMark | null;
  /** Whether staff have excused a group from a milestone: it does not count. */
  readonly isExcused: (groupId: string, n: number) => boolean;
  /** The dates of some people together. */
  readonly datesOf: (memberIds: readonly string[]) => ReadonlyMap<number, Dates>;
  /** Null: contributions do not count. */
  readonly factorOf: FactorOf | null;
}

/**
 * What a milestone says of a member. Once something is handed in with their part in it, nothing that happens to groups
 * later changes it: neither the mark nor the factor of the group it was handed in by.
 */
export function milestoneInput(
  { n, title, points, late }: Pick<GroupMilestone, 'n' | 'title' | 'points' | 'late'>,
  { memberId, credited, group, ofGroup, markOf, isExcused, datesOf, factorOf }: MemberFacts,
  now: Date,
) {
  const line = creditedLine(
    memberId,
    credited.filter((one) => one.n === n),
  );
  const dates = datesOf(line?.handedIn.memberIds ?? group?.memberIds ?? [memberId]).get(n);
  const nothing = {
    n,
    title,
    points,
    mark: null,
    missed: false,
    late: { days: 0, percentPerDay: 0 },
    adjustment: 0,
  };
  if (!dates) return nothing;
  if (!line) {
    const there = ofGroup.find((one) => one.n === n);
    const missed = standingOf(n, there?.handedIn ?? null, dates, now).state === 'missed';
    return { ...nothing, missed: missed && group !== null && !isExcused(group.groupId, n) };
  }
  const mark = markOf(line.groupId, n);
  const adjusted = mark?.adjustments.find((one) => one.memberId === memberId);
  return {
    ...nothing,
    mark: mark && { n: mark.n, points: mark.points, maximum: mark.maximum },
    late: {
      days: standingOf(n, line.handedIn, dates, now).daysLate,
      percentPerDay: late.percentPerDay,
    },
    adjustment: adjusted?.points ?? 0,
    ...(factorOf && { factor: factorOf(memberId, line.groupId) }),
  };
}
