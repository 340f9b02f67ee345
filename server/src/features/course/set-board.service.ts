import type * as contract from '../../contracts/group-sets.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { OwnSet } from './own-sets.domain.ts';
import type { CourseStore } from './course.store.ts';
import type { Membership } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner, type Member } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import { ownSetView } from './own-sets.views.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
}

/** A set with everybody in it and everybody who could be. */
interface Board {
  readonly open: readonly Membership[];
  /** Learners in no group of the set, by name. */
  readonly unplaced: readonly Member[];
}

export type SetBoards = ReturnType<typeof createSetBoards>;

/** Who is in the groups of a set that is made here, and who is not. */
export function createSetBoards({ store, groups, memberships }: Ports) {
  async function readBoard(scope: CourseScope, setId: string): Promise<Board> {
    const [members, open] = await Promise.all([
      store.listAll(scope),
      memberships.listOpenOfSet(scope, setId),
    ]);
    const placed = new Set(open.map(({ memberId }) => memberId));
    const unplaced = members
      .filter((member) => countsAsLearner(member) && !placed.has(member.id))
      .sort((a, b) => (a.sortName === b.sortName ? +(a.id > b.id) || -1 : a.sortName < b.sortName ? -1 : 1));
    return { open, unplaced };
  }

  async function view({ scope, can }: Caller, set: OwnSet): Promise<contract.OwnSetView> {
    const [{ unplaced }, fresh] = await Promise.all([
      readBoard(scope, set.id),
      groups.findSet(scope, set.id),
    ]);
    const { groups: count, members } = fresh ?? set;
    return ownSetView({ ...set, groups: count, members }, unplaced.length, { edit: can('groups.edit') });
  }

  return { read: readBoard, view };
}
