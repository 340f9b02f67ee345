import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type DomainEvent } from '../../core/events.ts';
import type { OwnSetState } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import { type Decision, giveSeats, isOwn, type OwnSet } from './own-sets.domain.ts';
import type { By, MembershipService } from './place-members.service.ts';
import { changedPlaces } from './seat-lines.domain.ts';

interface Ports {
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly placing: MembershipService;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Learners who sign up at the same moment try again so often: each time at least one of them gets through. */
const TRIES_MAX = 200;

export type SetChanges = ReturnType<typeof createSetChanges>;

/**
 * Changes of group sets that are made here. What is decided is written into the set in one write, with its event, and
 * then carried out: whoever finds it begun finishes it first, so that a server which dies in between leaves nobody
 * without the group that they were given.
 */
export function createSetChanges({ groups, memberships, placing, clock, eventsWritten }: Ports) {
  /** In one process learners wait for each other here rather than collide in the database. By set. */
  const lines = new Map<string, Promise<unknown>>();

  /** Carries out what has been decided; doing it twice, or late, changes nothing more. */
  async function carryOut(scope: CourseScope, { id, own }: OwnSet): Promise<void> {
    const { pending, revision } = own;
    if (!pending) return;
    await groups.saveGroups(pending.groups);
    if (pending.moves.length > 0) {
      const people = pending.moves.map(({ memberId }) => memberId);
      const open = await memberships.listOpenOfMembersIn(scope, id, people);
      const wanted = pending.moves.flatMap(({ groupId, ...move }) =>
        groupId === null ? [] : [{ ...move, setId: id, groupId }],
      );
      await placing.place(scope, { source: 'own', open, wanted, at: pending.at }, pending);
    }
    await placing.recount(scope, id);
    await groups.endPending(scope, id, revision);
  }

  /** A set with nothing left to do. @throws AppError NOT_FOUND when it is none of those that are made here */
  async function get(scope: CourseScope, setId: string): Promise<OwnSet> {
    const set = await groups.findSet(scope, setId);
    if (!isOwn(set) || set.own.status !== 'active') throw new AppError('NOT_FOUND', { kind: 'groupSet' });
    if (!set.own.pending) return set;
    await carryOut(scope, set);
    return { ...set, own: { ...set.own, pending: null } };
  }

  /** Seats that become free by a change go to those who wait; its event says to whom. */
  async function withSeats(scope: CourseScope, set: OwnSet, decision: Decision): Promise<Decision> {
    if (decision.change.waiting.length === 0) return decision;
    const [present, open] = await Promise.all([
      groups.listActiveOfSet(scope, set.id),
      memberships.listOpenOfSet(scope, set.id),
    ]);
    const { change, seated } = giveSeats(present, open, decision.change);
    const { type, data } = decision.event;
    return { ...decision, change, event: { type, data: { ...data, seated } } };
  }

  /** @returns null when somebody was faster. */
  async function write(scope: CourseScope, set: OwnSet, decided: Decision, by: By): Promise<OwnSet | null> {
    const decision = await withSeats(scope, set, decided);
    const { change, settings: { name = set.name, ...settings } = {}, event } = decision;
    // A moment of its own, later than the one before.
    const now = clock.now();
    const at = new Date(Math.max(now.getTime(), set.own.changedAt.getTime() + 1));
    const own: OwnSetState = {
      ...set.own,
      ...settings,
      revision: set.own.revision + 1,
      changedAt: at,
      waiting: change.waiting,
      pending: { at, actor: by.actor, requestId: by.requestId, groups: change.groups, moves: change.moves },
    };
    const written = courseEvent(event.type, { kind: 'groupSet', id: set.id }, { scope, ...by }, now, {
      ...event.data,
      line: changedPlaces(set.own.waiting, change.waiting),
    });
    if (!(await groups.changeOwnSet(scope, set.id, name, own, written))) return null;
    await carryOut(scope, { ...set, own });
    eventsWritten();
    return { ...set, name, own: { ...own, pending: null } };
  }

  return {
    get,

    /** A change by staff, of the set as they have seen it. @throws AppError STALE_REVISION, NOT_FOUND */
    async change(
      scope: CourseScope,
      setId: string,
      expectedRevision: number,
      by: By,
      decide: (set: OwnSet) => Promise<Decision>,
    ): Promise<OwnSet> {
      const set = await get(scope, setId);
      if (set.own.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const changed = await write(scope, set, await decide(set), by);
      if (!changed) throw new AppError('STALE_REVISION');
      return changed;
    },

    /**
     * A change that is decided anew when somebody else was faster.
     *
     * @param decide null: there is nothing to change
     * @throws AppError NOT_FOUND, STALE_REVISION when the set does not come to rest
     */
    async changeAsItIs(
      scope: CourseScope,
      setId: string,
      by: By,
      decide: (set: OwnSet) => Promise<Decision | null>,
    ): Promise<void> {
      const before = lines.get(setId) ?? Promise.resolve();
      const turn = before.then(async () => {
        for (let tries = 0; tries < TRIES_MAX; tries += 1) {
          const set = await get(scope, setId);
          const decision = await decide(set);
          if (!decision || (await write(scope, set, decision, by))) return;
        }
        throw new AppError('STALE_REVISION');
      });
      const over = turn.catch(() => undefined);
      lines.set(setId, over);
      await turn.finally(() => {
        if (lines.get(setId) === over) lines.delete(setId);
      });
    },

    /** Finishes what a server that died has left, after the event that came with it. */
    async consume(
      events: readonly DomainEvent[],
      findScope: (courseId: string) => Promise<CourseScope | null>,
    ) {
      const sets = new Map(
        events
          .filter(({ subject, type }) => subject.kind === 'groupSet' && type !== 'groups.imported')
          .map(({ subject, courseId }) => [subject.id, courseId]),
      );
      for (const [setId, courseId] of sets) {
        const scope = await findScope(courseId);
        const set = scope && (await groups.findSet(scope, setId));
        if (scope && isOwn(set)) await carryOut(scope, set);
      }
    },
  };
}
