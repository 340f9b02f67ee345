import type { CourseScope } from '../../core/course-scope.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';

/** A group as other features see it. */
interface KnownGroup {
  readonly id: string;
  readonly name: string | null;
  readonly setName: string | null;
  /** Members in it right now. */
  readonly people: number;
}

/** What other features ask of the groups of a course. */
export const createGroupQueries = (groups: GroupStore, memberships: MembershipStore) => ({
  /** Those of some groups that the course has: three round trips at once, none for no group. */
  async findGroups(scope: CourseScope, ids: readonly string[]): Promise<KnownGroup[]> {
    if (ids.length === 0) return [];
    const [found, sets, people] = await Promise.all([
      groups.findGroups(scope, ids),
      groups.listSets(scope),
      memberships.countOpenOfGroups(scope, ids),
    ]);
    const names = new Map(sets.map(({ id, name }) => [id, name]));
    return found.map(({ id, name, externalId, setId }) => ({
      id,
      name: name ?? externalId,
      setName: names.get(setId) ?? null,
      people: people.get(id) ?? 0,
    }));
  },

  /** Who is in some groups right now. */
  async listMembersOf(scope: CourseScope, groupIds: readonly string[]): Promise<string[]> {
    const open = await memberships.listOpenOfGroups(scope, groupIds);
    return [...new Set(open.map(({ memberId }) => memberId))];
  },

  /** The groups that members are in right now, by member. */
  async groupsOf(
    scope: CourseScope,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const own = new Map<string, Set<string>>();
    for (const { memberId, groupId } of await memberships.listOpenOfMembers(scope, memberIds)) {
      own.set(memberId, (own.get(memberId) ?? new Set()).add(groupId));
    }
    return own;
  },
});
