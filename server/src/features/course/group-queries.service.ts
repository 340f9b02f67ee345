import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import { nameKeyOf } from './course.service.ts';
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

/** A group with those who are in it right now. */
interface PeopledGroup {
  readonly setId: string;
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: string[];
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

  /** What some groups of the course are called, also those that are gone: one round trip. */
  async namesOf(scope: CourseScope, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const found = await groups.findGroups(scope, ids);
    return new Map(found.map(({ id, name, externalId }) => [id, name ?? externalId]));
  },

  /** Those of some group sets that are there. */
  async findSets(
    scope: CourseScope,
    setIds: readonly string[],
  ): Promise<{ id: string; name: string | null }[]> {
    return (await groups.listSets(scope))
      .filter(({ id, own }) => setIds.includes(id) && own?.status !== 'gone')
      .map(({ id, name }) => ({ id, name }));
  },

  /** A member's groups of some sets with everybody in them right now: two round trips one after the other. */
  async ownGroups(scope: CourseScope, memberId: string, setIds: readonly string[]): Promise<PeopledGroup[]> {
    const own = await memberships.listOpenOfMembers(scope, [memberId]);
    const ids = own.filter(({ setId }) => setIds.includes(setId)).map(({ groupId }) => groupId);
    if (ids.length === 0) return [];
    const [found, open] = await Promise.all([
      groups.findGroups(scope, ids),
      memberships.listOpenOfGroups(scope, ids),
    ]);
    return found
      .filter(({ status }) => status === 'active')
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, setId, name, externalId }) => ({
        setId,
        groupId: id,
        name: name ?? externalId,
        memberIds: open.filter(({ groupId }) => groupId === id).map((one) => one.memberId),
      }));
  },

  /** The groups of some sets that a member is or was in and that are there, with all stays in them: two round trips one after the other. */
  async everIn(scope: CourseScope, memberId: string, setIds: readonly string[]) {
    const own = await memberships.listOfMemberIn(scope, setIds, memberId);
    const ids = [...new Set(own.map(({ groupId }) => groupId))];
    if (ids.length === 0) return [];
    const [found, all] = await Promise.all([
      groups.findGroups(scope, ids),
      memberships.listOfGroups(scope, ids),
    ]);
    const stays = groupBy(all, ({ groupId }) => groupId);
    return found
      .filter(({ status }) => status === 'active')
      .map(({ id, setId, name, externalId }) => ({
        setId,
        groupId: id,
        name: name ?? externalId,
        stays: (stays.get(id) ?? []).map(({ memberId: who, from, to }) => ({ memberId: who, from, to })),
      }));
  },

  /** The groups of a set that a member is in right now: one round trip. */
  async currentIn(scope: CourseScope, setId: string, memberId: string): Promise<string[]> {
    const open = await memberships.listOpenOfMembersIn(scope, setId, [memberId]);
    return open.map(({ groupId }) => groupId);
  },

  /** Who was in a group from when until when, and who is: one round trip. */
  async listStays(scope: CourseScope, groupId: string) {
    const all = await memberships.listOfGroups(scope, [groupId]);
    return all.map(({ memberId, from, to }) => ({ memberId, from, to }));
  },

  /** When a member was in which groups of a set, also in those that are gone: two round trips one after the other. */
  async leftIn(scope: CourseScope, setId: string, memberId: string) {
    const all = await memberships.listOfMemberIn(scope, [setId], memberId);
    const ended = all.flatMap(({ groupId, from, to }) => (to === null ? [] : [{ groupId, from, to }]));
    const found =
      ended.length === 0
        ? []
        : await groups.findGroups(scope, [...new Set(ended.map(({ groupId }) => groupId))]);
    const names = new Map(found.map(({ id, name, externalId }) => [id, name ?? externalId]));
    return ended.map((one) => ({ ...one, name: names.get(one.groupId) ?? null }));
  },

  /** Every group of a set that a member is in, or was in: one round trip. */
  async everOf(scope: CourseScope, setId: string, memberId: string): Promise<string[]> {
    const all = await memberships.listOfMemberIn(scope, [setId], memberId);
    return [...new Set(all.map(({ groupId }) => groupId))];
  },

  /** The groups of a set that are there, with everybody in them right now, by name: two round trips at once. */
  async listPeopled(scope: CourseScope, setId: string): Promise<PeopledGroup[]> {
    const [found, open] = await Promise.all([
      groups.listActiveOfSet(scope, setId),
      memberships.listOpenOfSet(scope, setId),
    ]);
    const inside = groupBy(open, ({ groupId }) => groupId);
    return found.map(({ id, name, externalId }) => ({
      setId,
      groupId: id,
      name: name ?? externalId,
      memberIds: (inside.get(id) ?? []).map(({ memberId }) => memberId),
    }));
  },

  /** A group of a set that is there, with everybody in it right now: two round trips at once. */
  async findPeopled(scope: CourseScope, setId: string, groupId: string): Promise<PeopledGroup | null> {
    const [[group], open] = await Promise.all([
      groups.findGroups(scope, [groupId]),
      memberships.listOpenOfGroups(scope, [groupId]),
    ]);
    if (group?.setId !== setId || group.status !== 'active') return null;
    const { name, externalId } = group;
    return { setId, groupId, name: name ?? externalId, memberIds: open.map(({ memberId }) => memberId) };
  },

  /**
   * Some groups of a set that are there, by name, and with the first page how many there are: two round trips at once, and
   * one before where it is about the groups of some members alone.
   *
   * @param after the key that the page before has given as `next`. @param ofMembers null: all groups. @throws AppError BAD_REQUEST
   */
  async pageOf(
    scope: CourseScope,
    setId: string,
    after: string | undefined,
    limit: number,
    ofMembers: readonly string[] | null,
  ) {
    const key = nameKeyOf(after);
    const theirs = ofMembers && (await memberships.listOpenOfMembersIn(scope, setId, ofMembers));
    const among = theirs ? [...new Set(theirs.map(({ groupId }) => groupId))] : undefined;
    const [rows, counted] = await Promise.all([
      groups.listGroups(scope, setId, key, limit + 1, { activeOnly: true, among }),
      key || among ? null : groups.countActive(scope, setId),
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const items = page.map(({ id, name, externalId }) => ({ groupId: id, name: name ?? externalId }));
    return {
      items,
      next: rows.length > limit && last ? JSON.stringify([last.sortName, last.id]) : null,
      total: key ? null : (among?.length ?? counted?.get(setId) ?? 0),
    };
  },

  /** Who is in some groups right now, with names and what changes their dates in an activity: one round trip. */
  peopleOf: memberships.listPeopleOf,

  /** Everybody who is in a group of a set right now: one round trip. */
  listPlaced: memberships.listPlaced,

  /** Whether the course has a group, also one that is gone: one round trip. */
  async isThere(scope: CourseScope, groupId: string): Promise<boolean> {
    return (await groups.findGroups(scope, [groupId])).length > 0;
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
