import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { memberIdOf, newId } from '../../core/ids.ts';
import type {
  LmsGroup,
  LmsGroupSet,
  ReadPiece,
  RosterEntry,
  RosterServices,
} from '../../platform/lti/ports.ts';
import type { Course } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import { type Group, lmsGroupOf, lmsSetOf, type Place } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import { nextReadAt, type ReadReason, troubleAfter, wantedUntil } from './lms-read.domain.ts';
import type { LmsReadStore } from './lms-reads.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import type { By, MembershipService } from './place-members.service.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly placing: MembershipService;
  readonly reads: LmsReadStore;
  readonly rosters: RosterServices;
  readonly requests: { groups(courseId: string): Promise<void> };
  readonly clock: Clock;
  readonly random: () => number;
  /** A reading has come to its end, well or not. */
  readonly readEnded: (scope: CourseScope, kind: 'groups') => Promise<void>;
}

const BY: By = { actor: { kind: 'system', job: 'course.groups' }, requestId: null };
/** Members marked at once. */
const CHUNK = 1000;

interface Trouble {
  readonly type: 'trouble';
  readonly reason: ReadReason;
  readonly status: number;
  readonly words: string;
  readonly retryAfterSeconds: number | null;
}

type Collected<T> =
  | { readonly type: 'whole'; readonly items: T[]; readonly title: string | null; readonly pages: number }
  | Trouble;

type Read = (scope: CourseScope, course: Course, at: Date) => Promise<Trouble | null>;

/** Groups from the LMS (spec/lti.md 8): by the groups service, by the roster of each group, or by launches alone. */
export function createGroupSyncService(ports: Ports) {
  const { store, groups, memberships, placing, reads, rosters, requests, clock, random, readEnded } = ports;

  /** Course Groups Service: sets and groups by name, and each member's groups in the roster. */
  const readService: Read = async (scope, course, at) => {
    const { platformId, groupsUrl, groupSetsUrl, membershipsUrl } = course;
    if (!groupsUrl) return null;
    const sets = groupSetsUrl
      ? await collect<LmsGroupSet>(rosters.readGroupSets(platformId, groupSetsUrl))
      : NOTHING;
    if (sets.type === 'trouble') return sets;
    const listed = await collect<LmsGroup>(rosters.readGroups(platformId, groupsUrl));
    if (listed.type === 'trouble') return listed;
    const people = membershipsUrl
      ? await collect<RosterEntry>(rosters.readMembers(platformId, membershipsUrl, { groups: true }))
      : NOTHING;
    if (people.type === 'trouble') return people;

    const named = new Map(sets.items.map(({ id, name }) => [id, name]));
    const all = listed.items.map(({ id, name, setId }) => {
      const set = lmsSetOf(course.id, setId, setId === null ? null : (named.get(setId) ?? null));
      return { set, group: lmsGroupOf(course.id, set.id, id, name) };
    });
    // As they were: a group may have moved to another set.
    const before = (await groups.listAllGroups(scope)).filter(({ source }) => source === 'lms');
    await groups.saveSets([...new Map(all.map(({ set }) => [set.id, set])).values()]);
    await groups.saveGroups(all.map(({ group }) => group));
    const known = new Map(all.map(({ group }) => [group.externalId, group]));
    await groups.markGone(
      scope,
      before.filter(({ externalId }) => !known.has(externalId)).map(({ id }) => id),
    );
    await placeEverybody(scope, before, people.items, known, at);
    return null;
  };

  /** The places of all whose groups the roster tells; of others nothing is changed. */
  async function placeEverybody(
    scope: CourseScope,
    before: readonly Group[],
    people: readonly RosterEntry[],
    known: ReadonlyMap<string | null, Group>,
    at: Date,
  ): Promise<void> {
    const told = new Map(
      people.flatMap(({ subject, groups: ids }) =>
        ids === null ? [] : [[memberIdOf(scope.courseId, subject), ids] as const],
      ),
    );
    if (told.size === 0) return;
    const wanted = [...told].flatMap(([memberId, ids]) => placesOf(memberId, ids, known));
    const sets = new Set([...before, ...known.values()].map(({ setId }) => setId));
    const all = await Promise.all([...sets].map((setId) => memberships.listOpenOfSet(scope, setId)));
    const open = all.flat().filter(({ memberId }) => told.has(memberId));
    await placing.place(scope, { source: 'lms', open, wanted, at }, BY);
    const ids = [...told.keys()];
    for (let start = 0; start < ids.length; start += CHUNK) {
      await store.markGrouped(scope, ids.slice(start, start + CHUNK));
    }
  }

  /** The roster of each group that launches have named, where the platform has such rosters. */
  const readRosters: Read = async (scope, course, at) => {
    const { platformId, membershipsUrl } = course;
    if (!membershipsUrl) return null;
    const known = (await groups.listAllGroups(scope)).filter(
      ({ source, status }) => source === 'lms' && status === 'active',
    );
    for (const group of known) {
      if (group.externalId === null) continue;
      const pieces = await rosters.readGroupMembers(platformId, membershipsUrl, group.externalId);
      if (pieces === null) return null;
      const first = await collect<RosterEntry>(pieces);
      const roster =
        first.type === 'whole' && first.pages > 1 ? await readOnceMore(first, course, group) : first;
      const gone = roster.type === 'trouble' && roster.status === 404;
      if (roster.type === 'trouble' && !gone) return roster;
      const people = roster.type === 'whole' ? roster.items : [];
      const wanted = people
        .filter(({ status }) => status === 'active')
        .map(({ subject }) => memberIdOf(scope.courseId, subject))
        .map((memberId) => ({ memberId, groupId: group.id, setId: group.setId }));
      const open = await memberships.listOpenOfGroups(scope, [group.id]);
      await placing.place(scope, { source: 'lms', open, wanted, at }, BY);
      if (gone) await groups.markGone(scope, [group.id]);
      else if (roster.type === 'whole' && roster.title !== null && roster.title !== group.name) {
        await groups.saveGroups([lmsGroupOf(course.id, group.setId, group.externalId, roster.title)]);
      }
    }
    return null;
  };

  /** Somebody can have slipped from one page to another while they were read: who is in either reading is there. */
  async function readOnceMore(
    first: Extract<Collected<RosterEntry>, { type: 'whole' }>,
    { platformId, membershipsUrl }: Course,
    { externalId }: Group,
  ): Promise<Collected<RosterEntry>> {
    const pieces = await rosters.readGroupMembers(platformId, membershipsUrl ?? '', externalId ?? '');
    const second = await collect<RosterEntry>(pieces ?? []);
    return second.type === 'whole' ? { ...first, items: [...first.items, ...second.items] } : second;
  }

  /** Where members are by what their launches said; who has left the course has left its groups. */
  async function noteMembers(scope: CourseScope, memberIds: readonly string[]): Promise<void> {
    const [course, members, open, sets] = await Promise.all([
      store.findCourse(scope.courseId),
      store.findKnownMembers(scope, memberIds),
      memberships.listOpenOfMembers(scope, memberIds),
      groups.listSets(scope),
    ]);
    const lmsSets = new Set(sets.filter(({ source }) => source === 'lms').map(({ id }) => id));
    const openOf = (id: string) => open.filter((one) => one.memberId === id && lmsSets.has(one.setId));
    for (const { id } of members.filter(({ status }) => status === 'inactive')) {
      await placing.place(scope, { source: 'lms', open: openOf(id), wanted: [], at: clock.now() }, BY);
    }
    // Where there is a groups service it says more, and by ids of its own.
    const stated = course?.groupsUrl
      ? []
      : members.filter(({ status, said }) => status === 'active' && said.groups);
    const { known, isNew } = await knowGroups(
      scope,
      stated.flatMap(({ said }) => said.groups ?? []),
    );
    for (const { id, said, lastLaunchAt } of stated) {
      const wanted = placesOf(id, said.groups ?? [], known);
      const at = lastLaunchAt ?? clock.now();
      await placing.place(scope, { source: 'lms', open: openOf(id), wanted, at }, BY);
    }
    await placing.recount(scope);
    // Their names, and who else is in them.
    if (isNew) await requests.groups(scope.courseId);
  }

  /** The groups of some ids of the LMS; of those that are new nothing but the id is known. */
  async function knowGroups(
    scope: CourseScope,
    externalIds: readonly string[],
  ): Promise<{ known: Map<string | null, Group>; isNew: boolean }> {
    if (externalIds.length === 0) return { known: new Map(), isNew: false };
    const set = lmsSetOf(scope.courseId, null, null);
    const named = [...new Set(externalIds)].map((id) => lmsGroupOf(scope.courseId, set.id, id, null));
    const found = await groups.findGroups(
      scope,
      named.map(({ id }) => id),
    );
    const before = new Map(found.map((group) => [group.id, group]));
    // A group that is known stays in its set; one that was gone is there again.
    const fresh = named
      .filter(({ id }) => before.get(id)?.status !== 'active')
      .map((group) => ({ ...group, setId: before.get(group.id)?.setId ?? set.id }));
    if (fresh.length > 0) await groups.saveSets([set]);
    await groups.saveGroups(fresh);
    const known = new Map(named.map((group) => [group.externalId, before.get(group.id) ?? group]));
    return { known, isNew: fresh.length > 0 };
  }

  return {
    /** Reads a course's groups once. @returns when it is to be tried again, or null: the next roster brings it along. */
    async readGroups(courseId: string): Promise<Date | null> {
      const course = await store.findCourse(courseId);
      if (!course) return null;
      const { platformId, deploymentId } = course;
      const scope: CourseScope = { courseId, platformId, deploymentId };
      const at = clock.now();
      const runId = newId();
      const read = await reads.begin(scope, 'groups', { id: runId, startedAt: at }, wantedUntil(at));
      const trouble = await (course.groupsUrl ? readService : readRosters)(scope, course, at);
      await placing.recount(scope);
      const now = clock.now();
      if (!trouble) {
        await reads.end(scope, 'groups', runId, { readAt: at, fullAt: at }, null);
        await readEnded(scope, 'groups');
        return null;
      }
      const after = troubleAfter(read.trouble, trouble.reason, trouble.words, now);
      await reads.end(scope, 'groups', runId, null, after);
      await readEnded(scope, 'groups');
      return trouble.reason === 'UNREACHABLE'
        ? nextReadAt(read, after, trouble.retryAfterSeconds, now, random())
        : null;
    },

    /** Follows what changes people's groups; reads the facts anew, so it does not matter how often and in which order. */
    async consume(events: readonly DomainEvent[]): Promise<void> {
      const concerned = new Map<string, Set<string>>();
      for (const event of events) {
        if (!saysGroups(event)) continue;
        const ofCourse = concerned.get(event.courseId) ?? new Set<string>();
        concerned.set(event.courseId, ofCourse.add(event.subject.id));
      }
      for (const [courseId, memberIds] of concerned) {
        const scope = await store.findScope(courseId);
        if (scope) await noteMembers(scope, [...memberIds]);
      }
    },
  };
}

/** Whether an event changes where its member is: groups that a launch named, or that the member left or came back. */
function saysGroups({ type, actor, data }: DomainEvent): boolean {
  if (type === 'member.joined') return 'groups' in data;
  if (type !== 'member.changed') return false;
  const { groups, status } = (data['after'] ?? {}) as { groups?: unknown; status?: unknown };
  // Groups of old come back by a launch, which says them again, and not by the roster alone.
  return groups !== undefined || status === 'inactive' || (status === 'active' && actor.kind === 'member');
}

const placesOf = (
  memberId: string,
  ids: readonly string[],
  known: ReadonlyMap<string | null, Group>,
): Place[] =>
  ids.flatMap((id) => {
    const group = known.get(id);
    return group ? [{ memberId, groupId: group.id, setId: group.setId }] : [];
  });

const NOTHING = { type: 'whole', items: [], title: null, pages: 0 } as const;

/** Everything, or why not. */
async function collect<T>(
  pieces: AsyncIterable<ReadPiece<T>> | Iterable<ReadPiece<T>>,
): Promise<Collected<T>> {
  const items: T[] = [];
  for await (const piece of pieces) {
    if (piece.type === 'items') items.push(...piece.items);
    else if (piece.type === 'problem') {
      const { code, ...rest } = piece.problem;
      return { type: 'trouble', reason: code, ...rest };
    } else if (piece.unreadable > 0) {
      const words = `${piece.unreadable} entries have no usable id`;
      return { type: 'trouble', reason: 'PARTIAL', status: 200, words, retryAfterSeconds: null };
    } else return { type: 'whole', items, title: piece.title, pages: piece.pages };
  }
  const words = 'the LMS’s answer ended early';
  return { type: 'trouble', reason: 'UNREACHABLE', status: 0, words, retryAfterSeconds: null };
}
