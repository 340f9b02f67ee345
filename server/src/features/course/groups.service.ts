import type { GroupsView } from '../../contracts/groups.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { RosterServices } from '../../platform/lti/ports.ts';
import type { Course } from './course.domain.ts';
import { nameKeyOf, pageByName } from './course.service.ts';
import type { CourseStore } from './course.store.ts';
import type { GroupSet } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import { leadersOf } from './own-sets.domain.ts';
import { groupListView, groupsView, unresolvedView } from './groups.views.ts';
import { stateOf, wantedUntil } from './lms-read.domain.ts';
import type { LmsReadStore } from './lms-reads.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import { lmsReadView } from './roster.views.ts';
import type { SectionQueries } from './section-queries.service.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly sections: Pick<SectionQueries, 'sectionsOf'>;
  readonly reads: LmsReadStore;
  readonly rosters: Pick<RosterServices, 'offersGroupRosters'>;
  readonly requests: { groups(courseId: string): Promise<void> };
  readonly clock: Clock;
}

export type GroupService = ReturnType<typeof createGroupService>;

/** What staff see of the course's groups. */
export function createGroupService(ports: Ports) {
  const { store, groups, memberships, sections, reads, rosters, requests, clock } = ports;

  async function howTold(course: Course | null, sets: readonly GroupSet[]): Promise<GroupsView['told']> {
    if (course?.groupsUrl) return 'service';
    if (!sets.some(({ source }) => source === 'lms')) return 'nothing';
    const url = course?.membershipsUrl;
    return url && (await rosters.offersGroupRosters(course.platformId, url)) ? 'rosters' : 'launches';
  }

  async function overview(caller: Caller): Promise<GroupsView> {
    const { scope } = caller;
    const [course, sets, read, unresolved] = await Promise.all([
      store.findCourse(scope.courseId),
      groups.listSets(scope),
      reads.find(scope, 'groups'),
      store.countUngrouped(scope),
    ]);
    const told = await howTold(course, sets);
    const readable = told === 'service' || told === 'rosters';
    const state = stateOf(read, readable, clock.now());
    return groupsView(sets, told, lmsReadView(readable ? read : null, state), unresolved, {
      import: caller.can('groups.import'),
      read: readable && caller.can('roster.refresh'),
      edit: caller.can('groups.edit'),
    });
  }

  return {
    overview,

    /** Groups of a set with everybody in them and their sections: seven reads at most. @throws AppError NOT_FOUND */
    async list({ scope }: Caller, setId: string, after: string | undefined, limit: number) {
      const set = await groups.findSet(scope, setId);
      if (!set) throw new AppError('NOT_FOUND', { kind: 'groupSet' });
      const key = nameKeyOf(after);
      // What is gone from a set that is made here is of no use to anybody; the LMS's may come back.
      const rows = await groups.listGroups(scope, setId, key, limit + 1, { activeOnly: set.own !== null });
      const page = rows.slice(0, limit);
      const open = await memberships.listOpenOfGroups(
        scope,
        page.map(({ id }) => id),
      );
      const ids = [...new Set(open.map(({ memberId }) => memberId))];
      const [members, inSections] = await Promise.all([
        store.findMembers(scope, ids),
        sections.sectionsOf(scope, ids),
      ]);
      const byId = new Map(members.map((member) => [member.id, member]));
      const last = page.at(-1);
      const next = rows.length > limit && last ? JSON.stringify([last.sortName, last.id]) : null;
      return groupListView(set, page, open, leadersOf(set, page, open), byId, inSections, next);
    },

    async listUnresolved({ scope }: Caller, after: string | undefined, limit: number) {
      const rows = await store.listUngrouped(scope, nameKeyOf(after), limit + 1);
      const { items, next } = pageByName(rows, limit);
      const ids = items.map(({ id }) => id);
      return unresolvedView(items, await sections.sectionsOf(scope, ids), next);
    },

    /** Has the groups read again now. */
    async readNow(caller: Caller): Promise<GroupsView> {
      const now = clock.now();
      await reads.request(caller.scope, 'groups', now, wantedUntil(now));
      await requests.groups(caller.scope.courseId);
      return overview(caller);
    },
  };
}
