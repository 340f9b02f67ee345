import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import { fingerprint } from '../../core/ids.ts';
import { isStaff } from '../../core/roles.ts';
import type { LaunchOutcome, VerifiedLaunch } from '../../platform/lti/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type Course, entitiesOf, type ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import { changesOf, type LaunchSaid, type Member } from './member.domain.ts';

const CACHE_SIZE = 10_000;
/** How long a link without an activity is believed to have none. */
const UNLINKED_MS = 2_000;
/** Rounds of "read again, decide again" while other launches of the same person get through. */
const MAX_ROUNDS = 5;

/** Courses or links seen lately, by a hash of what the launch said: an unchanged one costs no write. */
class RecentlySaved<T> {
  private readonly entries = new Map<string, { hash: string; value: T; until: number }>();

  find(id: string, hash: string, now: number): T | null {
    const entry = this.entries.get(id);
    return entry?.hash === hash && now < entry.until ? entry.value : null;
  }

  remember(id: string, hash: string, value: T, until: number): void {
    const oldest = this.entries.keys().next().value;
    if (this.entries.size >= CACHE_SIZE && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(id, { hash, value, until });
  }
}

/**
 * Turns a verified launch into course, resource link and member.
 *
 * @returns the function that the LTI core calls once per launch: 3 round trips the first time (4 when the link names an
 *   activity), 1 when course and link are unchanged.
 */
export function createLaunchRecorder(
  store: CourseStore,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  staffLaunched: (scope: CourseScope) => void = () => undefined,
) {
  const courses = new RecentlySaved<true>();
  const links = new RecentlySaved<ResourceLink>();

  async function saveCourse(course: Course): Promise<void> {
    const hash = fingerprint(course);
    if (courses.find(course.id, hash, clock.now().getTime())) return;
    await store.saveCourse(course);
    courses.remember(course.id, hash, true, Infinity);
  }

  /** The activity that a deep-linked item names, if this course has it; a copied course's link names another's. */
  async function namedActivity(scope: CourseScope, id: string | undefined): Promise<string | null> {
    return id && (await activities.find(scope, id)) ? id : null;
  }

  async function saveLink(
    scope: CourseScope,
    link: Omit<ResourceLink, 'activityId'>,
    named: string | undefined,
    linked: (activityId: string) => DomainEvent,
  ): Promise<ResourceLink> {
    const hash = fingerprint([link, named]);
    const known = links.find(link.id, hash, clock.now().getTime());
    if (known) return known;
    const activityId = await namedActivity(scope, named);
    let saved = await store.saveLink(link, activityId);
    if (
      activityId &&
      !saved.activityId &&
      (await store.linkActivity(scope, link.id, activityId, linked(activityId)))
    ) {
      saved = { ...saved, activityId };
      eventsWritten();
    }
    // A link that points nowhere yet may be pointed somewhere at any moment: it is believed for a moment only.
    links.remember(link.id, hash, saved, saved.activityId ? Infinity : clock.now().getTime() + UNLINKED_MS);
    return saved;
  }

  /** One round trip for a person who stands as before; the event of a change rides on it (DESIGN §2 rule 4). */
  async function saveMember(
    scope: CourseScope,
    member: Member,
    said: LaunchSaid,
    event: (type: 'member.joined' | 'member.changed', data: Record<string, unknown>) => DomainEvent,
  ): Promise<void> {
    const joined = event('member.joined', {
      role: member.role,
      ...(said.groups && { groups: said.groups }),
    });
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const saved = await store.saveMember(member, clock.now(), joined, said);
      if (saved.type === 'joined') return eventsWritten();
      if (saved.type === 'unchanged') return;
      const { before } = saved;
      const after = { ...member, observes: said.observes, ...(said.groups && { groups: said.groups }) };
      const changes = changesOf({ ...before, ...before.said }, after);
      // No change: another first launch of the same person was faster.
      if (!changes) continue;
      const changed = event('member.changed', changes);
      if (await store.changeByLaunch(before, member, said, clock.now(), changed)) return eventsWritten();
    }
    throw new Error(`member ${member.id} of course ${scope.courseId} keeps changing`);
  }

  return async function recordLaunch(launch: VerifiedLaunch, requestId: string): Promise<LaunchOutcome> {
    const { course, link, member, said } = entitiesOf(launch);
    const scope: CourseScope = {
      courseId: course.id,
      platformId: course.platformId,
      deploymentId: course.deploymentId,
    };
    const eventOf = (type: EventType, kind: string, id: string, data: Record<string, unknown>): DomainEvent =>
      makeEvent({
        type,
        at: clock.now(),
        actor: { kind: 'member', memberId: member.id, role: member.role },
        courseId: course.id,
        subject: { kind, id },
        requestId,
        data,
      });

    const [savedLink] = await Promise.all([
      link &&
        saveLink(scope, link, launch.custom['activity'], (activityId) =>
          eventOf('activity.linked', 'resourceLink', link.id, { activityId }),
        ),
      saveCourse(course),
      saveMember(scope, member, said, (type, data) => eventOf(type, 'member', member.id, data)),
    ]);
    if (isStaff(member.role) && !member.readOnly) staffLaunched(scope);
    return {
      courseId: course.id,
      courseTitle: course.title,
      memberId: member.id,
      role: member.role,
      readOnly: member.readOnly,
      testUser: member.testUser,
      name: member.name,
      resourceLinkId: savedLink?.id ?? null,
      resourceLinkTitle: savedLink?.title ?? null,
      activityId: savedLink?.activityId ?? null,
    };
  };
}
