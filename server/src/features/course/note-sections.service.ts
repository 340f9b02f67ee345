import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CourseStore } from './course.store.ts';
import { type Group, launchedSectionOf, launchedSectionsOf, sectionIdsOf } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner, type KnownMember } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import type { By, MembershipService } from './place-members.service.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly placing: MembershipService;
  readonly clock: Clock;
}

const BY: By = { actor: { kind: 'system', job: 'course.sections' }, requestId: null };

/** The sections that launches name (activity.md item 3): learners of the course in a set of their own. */
export function createSectionNotes({ store, groups, memberships, placing, clock }: Ports) {
  /** The sections of some names; one that is new, or was gone, is written. */
  async function knowSections(scope: CourseScope, setId: string, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const { courseId } = scope;
    const found = await groups.findGroups(scope, sectionIdsOf(courseId, names));
    const there = new Set(found.filter(({ status }) => status === 'active').map(({ id }) => id));
    const fresh: Group[] = names
      .map((name) => launchedSectionOf(courseId, setId, name))
      .filter(({ id }) => !there.has(id));
    if (fresh.length === 0) return;
    await groups.saveSets([launchedSectionsOf(courseId)]);
    await groups.saveGroups(fresh);
  }

  /** Sections that nobody is in any more: the LMS has renamed or dissolved them. */
  async function markEmpty(scope: CourseScope, left: readonly string[]): Promise<void> {
    if (left.length === 0) return;
    const people = await memberships.countOpenOfGroups(scope, left);
    await groups.markGone(
      scope,
      left.filter((id) => !people.has(id)),
    );
  }

  async function note(scope: CourseScope, memberIds: readonly string[]): Promise<void> {
    const { id: setId } = launchedSectionsOf(scope.courseId);
    const [members, open] = await Promise.all([
      store.findKnownMembers(scope, memberIds),
      memberships.listOpenOfMembersIn(scope, setId, memberIds),
    ]);
    const isIn = (member: KnownMember): boolean => countsAsLearner(member) && member.said.sections !== null;
    const namesOf = (member: KnownMember) => (isIn(member) ? (member.said.sections ?? []) : []);
    await knowSections(scope, setId, [...new Set(members.flatMap(namesOf))]);
    let changes = 0;
    for (const member of members) {
      const before = open.filter(({ memberId }) => memberId === member.id);
      const wanted = sectionIdsOf(scope.courseId, namesOf(member)).map((groupId) => ({
        setId,
        groupId,
        memberId: member.id,
      }));
      // A launch says where its person was then; who is no learner any more is out of them from now on.
      const at = (isIn(member) ? member.lastLaunchAt : null) ?? clock.now();
      const { closed, opened } = await placing.place(
        scope,
        { source: 'sections', open: before, wanted, at },
        BY,
      );
      changes += closed + opened;
    }
    if (changes === 0) return;
    await markEmpty(scope, [...new Set(open.map(({ groupId }) => groupId))]);
    await placing.recount(scope, setId);
  }

  return {
    /** Follows launches, and who leaves or becomes something else; reads the facts anew, so repeating it changes nothing. */
    async consume(events: readonly DomainEvent[]): Promise<void> {
      const concerned = new Map<string, Set<string>>();
      for (const event of events) {
        if (!concernsSections(event)) continue;
        const ofCourse = concerned.get(event.courseId) ?? new Set<string>();
        concerned.set(event.courseId, ofCourse.add(event.subject.id));
      }
      for (const [courseId, memberIds] of concerned) {
        const scope = await store.findScope(courseId);
        if (scope) await note(scope, [...memberIds]);
      }
    },
  };
}

const STANDING = ['role', 'readOnly', 'testUser'] as const;

/** Whether an event changes the sections of its member: a launch that named others, or another standing in the course. */
function concernsSections({ type, actor, data }: DomainEvent): boolean {
  if (type === 'member.joined') return 'sections' in data;
  if (type !== 'member.changed') return false;
  const after = (data['after'] ?? {}) as Record<string, unknown>;
  if (after['sections'] !== undefined || STANDING.some((field) => after[field] !== undefined)) return true;
  // Sections of old come back by a launch, which says them again, and not by the roster alone.
  return after['status'] === 'inactive' || (after['status'] === 'active' && actor.kind === 'member');
}
