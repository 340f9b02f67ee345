import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventActor, makeEvent } from '../../core/events.ts';
import {
  decideMemberships,
  type GroupSource,
  type Membership,
  membershipOf,
  type Place,
  slotOf,
} from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';

export interface MembershipPorts {
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly markGrouped: (scope: CourseScope, memberIds: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Who put people into groups, for the events. */
export interface By {
  readonly actor: EventActor;
  readonly requestId: string | null;
}

/** One statement about who is where. */
export interface Statement {
  readonly source: GroupSource;
  /** The open memberships it speaks of. */
  readonly open: readonly Membership[];
  readonly wanted: readonly Place[];
  /** When it was true. */
  readonly at: Date;
}

const CHUNK = 1000;

export type MembershipService = ReturnType<typeof createMembershipService>;

/** Ends and begins memberships; each is a document of its own with its event, and repeating it changes nothing more. */
export function createMembershipService({
  groups,
  memberships,
  markGrouped,
  clock,
  eventsWritten,
}: MembershipPorts) {
  const eventOf = (
    by: By,
    type: 'membership.opened' | 'membership.closed',
    { id, courseId, setId, groupId, memberId }: Membership,
    seated?: true,
  ): DomainEvent =>
    makeEvent({
      ...by,
      type,
      at: clock.now(),
      courseId,
      subject: { kind: 'membership', id },
      data: { setId, groupId, memberId, ...(seated && { seated }) },
    });

  return {
    /** @returns how many memberships ended and began. */
    async place(
      scope: CourseScope,
      { source, open, wanted, at }: Statement,
      by: By,
    ): Promise<{ closed: number; opened: number }> {
      const decision = decideMemberships(source, open, wanted, at);
      // Ends first: a member is in one group of a file's set at most.
      await memberships.close(
        decision.close.map((membership) => ({
          membership,
          event: eventOf(by, 'membership.closed', membership),
        })),
        at,
      );
      await memberships.open(
        decision.open.map((place) => {
          const membership = membershipOf(scope.courseId, source, place, at);
          const event = eventOf(by, 'membership.opened', membership, place.seated);
          return { membership, slot: slotOf(source, place), event };
        }),
      );
      // Whose section is known may still be in a group that is not.
      const placed = source === 'sections' ? [] : [...new Set(decision.open.map(({ memberId }) => memberId))];
      for (let start = 0; start < placed.length; start += CHUNK) {
        await markGrouped(scope, placed.slice(start, start + CHUNK));
      }
      const [closed, opened] = [decision.close.length, decision.open.length];
      if (closed + opened > 0) eventsWritten();
      return { closed, opened };
    },

    /** Brings the numbers that lists show of each set up to date. @param setId of this set alone */
    async recount(scope: CourseScope, setId?: string): Promise<void> {
      const [sets, counts, people] = await Promise.all([
        groups.listSets(scope),
        groups.countActive(scope, setId),
        memberships.countOpen(scope, setId),
      ]);
      const stale = sets
        .filter(({ id }) => setId === undefined || id === setId)
        .map((set) => ({ set, groups: counts.get(set.id) ?? 0, members: people.get(set.id) ?? 0 }))
        .filter((now) => now.groups !== now.set.groups || now.members !== now.set.members);
      await groups.saveCounts(
        scope,
        stale.map(({ set, ...now }) => ({ id: set.id, ...now })),
      );
    },
  };
}
