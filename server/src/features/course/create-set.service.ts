import type * as contract from '../../contracts/group-sets.ts';
import { OWN_SETS_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { groupIdOf } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { SetChanges } from './change-set.service.ts';
import { isOwn, type OwnSet } from './own-sets.domain.ts';
import { type Group, type GroupSet, type Membership, type Move, ownGroupOf } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import type { SetBoards } from './set-board.service.ts';

interface Ports {
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly changes: SetChanges;
  readonly boards: SetBoards;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type SetMaker = ReturnType<typeof createSetMaker>;

/** New group sets, empty or as a copy of another. */
export function createSetMaker({ groups, memberships, changes, boards, clock, eventsWritten }: Ports) {
  /** The open memberships and groups of a set to copy. @throws AppError NOT_FOUND */
  async function readOriginal(scope: CourseScope, setId: string) {
    const set = await groups.findSet(scope, setId);
    if (!set || set.own?.status === 'gone') throw new AppError('NOT_FOUND', { kind: 'groupSet' });
    const [present, open] = await Promise.all([
      groups.listActiveOfSet(scope, setId),
      memberships.listOpenOfSet(scope, setId),
    ]);
    return { present, open };
  }

  return {
    /** @throws AppError NOT_FOUND for an original that is not there, GROUPS_TOO_MANY */
    async create(caller: Caller, { id, name, copyOf }: contract.BodyOf<typeof contract.CreateGroupSet>) {
      const { scope, actor, requestId } = caller;
      const [sets, original] = await Promise.all([
        groups.listSets(scope),
        copyOf === null ? null : readOriginal(scope, copyOf),
      ]);
      const before = sets.find((set) => set.id === id) ?? null;
      // The same request once more.
      if (isOwn(before)) return boards.view(caller, await changes.get(scope, id));
      if (sets.filter(({ own }) => own?.status === 'active').length >= OWN_SETS_MAX) {
        throw new AppError('GROUPS_TOO_MANY', { most: OWN_SETS_MAX });
      }
      const at = clock.now();
      const set = emptySet(scope, id, name, at);
      const event = courseEvent('groupSet.created', { kind: 'groupSet', id }, caller, at, { copyOf });
      // Copied from the beginning: a set that is there is there with its groups.
      const copy = original ? copied(scope, set, original) : { groups: [], moves: [] };
      const pending = { at, actor, requestId, ...copy };
      const inserted = await groups.insertOwnSet({ ...set, own: { ...set.own, pending } }, event);
      if (!inserted) throw new AppError('NOT_FOUND', { kind: 'groupSet' });
      eventsWritten();
      return boards.view(caller, await changes.get(scope, id));
    },
  };
}

const emptySet = ({ courseId }: CourseScope, id: string, name: string, at: Date): OwnSet => ({
  id,
  courseId,
  source: 'own',
  externalId: null,
  name,
  groups: 0,
  members: 0,
  own: {
    status: 'active',
    revision: 1,
    changedAt: at,
    hasLeaders: false,
    signUp: null,
    waiting: [],
    pending: null,
  },
});

/** The groups and people of another set; who is in several of its groups is in the first. */
function copied(
  { courseId }: CourseScope,
  set: GroupSet,
  { present, open }: { readonly present: readonly Group[]; readonly open: readonly Membership[] },
): { groups: Group[]; moves: Move[] } {
  const copies = new Map(
    present.map(({ id, name, externalId, own }) => {
      const copyId = groupIdOf(courseId, 'own', JSON.stringify([set.id, 'copy', id]));
      return [id, ownGroupOf(courseId, set.id, copyId, name ?? externalId ?? '', own ?? {})];
    }),
  );
  const moves = new Map<string, Move>();
  for (const { memberId, groupId } of open) {
    const copy = copies.get(groupId);
    if (copy && !moves.has(memberId)) moves.set(memberId, { memberId, groupId: copy.id });
  }
  return { groups: [...copies.values()], moves: [...moves.values()] };
}
