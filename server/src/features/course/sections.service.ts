import { SECTIONS_MAX } from '../../contracts/limits.ts';
import type { SectionsView } from '../../contracts/sections.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseStore } from './course.store.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import {
  assistantsOf,
  canBeSections,
  NO_SECTIONS,
  sectionOf,
  type SectionSettings,
  withAssistants,
} from './sections.domain.ts';
import type { SectionStore } from './sections.store.ts';
import { sectionsView } from './sections.views.ts';

interface Ports {
  readonly store: Pick<CourseStore, 'listStaff'>;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly sections: SectionStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** More staff than any course has. */
const STAFF_MAX = 1000;

export type SectionService = ReturnType<typeof createSectionService>;

/** Which groups are the sections of a course, and who of the staff looks after them. */
export function createSectionService(ports: Ports) {
  const { store, groups, memberships, sections, clock, eventsWritten } = ports;

  /** Three steps, whatever there is: settings with sets and staff, the groups, how many are in them. */
  async function view({ scope, can }: Caller): Promise<SectionsView> {
    const [found, sets, staff] = await Promise.all([
      sections.find(scope),
      groups.listSets(scope),
      store.listStaff(scope, STAFF_MAX),
    ]);
    const kept = found ?? NO_SECTIONS;
    const there = sets.filter(canBeSections);
    const setId = there.some(({ id }) => id === kept.setId) ? kept.setId : null;
    const present = setId === null ? [] : await groups.listActiveOfSet(scope, setId, SECTIONS_MAX);
    const ids = present.map(({ id }) => id);
    const counts = ids.length > 0 ? await memberships.countOpenOfGroups(scope, ids) : new Map();
    const edit = { edit: can('groups.edit') };
    return sectionsView({ ...kept, setId }, there, present.map(sectionOf), counts, staff, edit);
  }

  async function save(
    caller: Caller,
    next: SectionSettings,
    type: EventType,
    data: Record<string, unknown>,
  ): Promise<void> {
    const subject = { kind: 'sections', id: caller.scope.courseId };
    const event = courseEvent(type, subject, caller, clock.now(), data);
    if (!(await sections.save(caller.scope, next, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    view,

    /** The same call again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION */
    async choose(caller: Caller, setId: string | null, expectedRevision: number): Promise<SectionsView> {
      const { scope } = caller;
      const [found, set] = await Promise.all([
        sections.find(scope),
        setId === null ? null : groups.findSet(scope, setId),
      ]);
      if (setId !== null && !(set && canBeSections(set)))
        throw new AppError('NOT_FOUND', { kind: 'groupSet' });
      const before = found ?? NO_SECTIONS;
      if (before.setId !== setId) {
        if (before.revision !== expectedRevision) throw new AppError('STALE_REVISION');
        const next = { ...before, setId, revision: before.revision + 1 };
        await save(caller, next, 'sections.changed', { before: before.setId, after: setId });
      }
      return view(caller);
    },

    /** The same call again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION */
    async assign(
      caller: Caller,
      groupId: string,
      memberIds: readonly string[],
      expectedRevision: number,
    ): Promise<SectionsView> {
      const { scope } = caller;
      const [found, [group], staff] = await Promise.all([
        sections.find(scope),
        groups.findGroups(scope, [groupId]),
        store.listStaff(scope, STAFF_MAX),
      ]);
      const before = found ?? NO_SECTIONS;
      if (!group || group.status !== 'active' || group.setId !== before.setId)
        throw new AppError('NOT_FOUND', { kind: 'section' });
      const known = new Set(staff.map(({ id }) => id));
      if (memberIds.some((id) => !known.has(id))) throw new AppError('NOT_FOUND', { kind: 'member' });
      const next = withAssistants(before, groupId, memberIds);
      const [was, is] = [assistantsOf(before, groupId), assistantsOf(next, groupId)];
      if (JSON.stringify(was) !== JSON.stringify(is)) {
        if (before.revision !== expectedRevision) throw new AppError('STALE_REVISION');
        await save(caller, next, 'section.assistantsChanged', { groupId, before: was, after: is });
      }
      return view(caller);
    },
  };
}
