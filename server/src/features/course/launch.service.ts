import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import { fingerprint, memberIdOf } from '../../core/ids.ts';
import { isStaff } from '../../core/roles.ts';
import type { GradingView, LaunchOutcome, VerifiedLaunch } from '../../platform/lti/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { CopyService } from './copy.service.ts';
import { type Course, entitiesOf, type ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import { sectionIdsOf } from './groups.domain.ts';
import type { LmsDatesService } from './lms-dates.service.ts';
import { createLaunchLinkService } from './launch-link.service.ts';
import { changesOf, type LaunchSaid, type Member } from './member.domain.ts';
import type { MemberLinkStore } from './member-links.store.ts';
import { RecentlySaved } from './recently-saved.service.ts';

/** Rounds of "read again, decide again" while other launches of the same person get through. */
const MAX_ROUNDS = 5;

interface Ports {
  readonly store: CourseStore;
  readonly memberLinks: MemberLinkStore;
  readonly activities: ActivityService;
  readonly copies: CopyService;
  readonly lmsDates: Pick<LmsDatesService, 'follow' | 'followOwn'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** Told of each launch by staff. */
  readonly staffLaunched?: (scope: CourseScope) => void;
}

/**
 * Turns a verified launch into course, resource link and member.
 *
 * @returns the function that the LTI core calls once per launch: 3 round trips the first time (4 when the link names an
 *   activity, three more where the LMS has dates for each person, a handful when a copied link is launched for the first
 *   time), 1 when nothing but the person's visit is new.
 */
export function createLaunchRecorder(ports: Ports) {
  const { store, memberLinks, activities, copies, lmsDates, clock, eventsWritten } = ports;
  const saveLink = createLaunchLinkService(store, activities, copies, lmsDates, clock, eventsWritten);
  const courses = new RecentlySaved<true>();
  const personDates = new RecentlySaved<true>();
  const ownDates = new RecentlySaved<true>();

  /** Does what is not known to be done. */
  async function once(done: RecentlySaved<true>, id: string, value: unknown, act: () => Promise<void>) {
    const hash = fingerprint(value);
    if (done.find(id, hash, clock.now().getTime())) return;
    await act();
    done.remember(id, hash, true, Infinity);
  }

  const saveCourse = (course: Course): Promise<void> =>
    once(courses, course.id, course, () => store.saveCourse(course));

  async function savePersonDates(scope: CourseScope, linkId: string, member: Member, launch: VerifiedLaunch) {
    const { personDates: dates } = launch;
    if (!dates || member.role !== 'learner') return;
    await once(personDates, `${linkId}/${member.id}`, dates, () =>
      memberLinks.saveDates(scope, linkId, member.id, dates, clock.now()),
    );
  }

  /** Once for what was said: when the date of everybody moves, all are asked about anew. */
  async function followOwnDates(
    scope: CourseScope,
    activityId: string,
    member: Member,
    launch: VerifiedLaunch,
  ) {
    const { personDates: dates } = launch;
    if (!dates || member.role !== 'learner') return;
    await once(ownDates, `${activityId}/${member.id}`, dates.submissionUntil, () =>
      lmsDates.followOwn(scope, activityId, member.id, dates.submissionUntil),
    );
  }

  /** What the LMS's grading view asks for, as far as this course has it; null for a launch that is none. */
  async function gradingViewOf(
    scope: CourseScope,
    { work, reviewedSubject }: VerifiedLaunch,
    link: ResourceLink | null,
  ): Promise<GradingView | null> {
    if (!work && reviewedSubject === null) return null;
    const activityId = work ? work.activityId : link?.activityId;
    // A link that leads nowhere yet is shown as such.
    if (!activityId) return null;
    const memberId = work ? work.memberId : memberIdOf(scope.courseId, reviewedSubject ?? '');
    const [activity, [member]] = await Promise.all([
      activities.find(scope, activityId),
      store.findMembers(scope, [memberId]),
    ]);
    return activity && member
      ? { type: 'work', activityId, memberId, version: work?.version ?? null }
      : { type: 'notHere' };
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
      ...(said.sections && { sections: sectionIdsOf(scope.courseId, said.sections) }),
    });
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const saved = await store.saveMember(member, clock.now(), joined, said);
      if (saved.type === 'joined') return eventsWritten();
      if (saved.type === 'unchanged') return;
      const { before } = saved;
      const after = {
        ...member,
        observes: said.observes,
        ...(said.groups && { groups: said.groups }),
        ...(said.sections && { sections: sectionIdsOf(scope.courseId, said.sections) }),
      };
      const sections = before.said.sections && sectionIdsOf(scope.courseId, before.said.sections);
      const changes = changesOf({ ...before, ...before.said, sections }, after);
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
    const by: By = { actor: { kind: 'member', memberId: member.id, role: member.role }, requestId };
    const eventOf = (type: EventType, kind: string, id: string, data: Record<string, unknown>): DomainEvent =>
      makeEvent({ ...by, type, at: clock.now(), courseId: course.id, subject: { kind, id }, data });

    /** The grading view's launches come by a link of their own making, or name another column: neither is kept. */
    async function findLink(): Promise<ResourceLink | null> {
      if (!link || launch.work) return null;
      if (launch.reviewedSubject !== null) return store.findLink(scope, link.id);
      return saveLink({
        scope,
        link,
        launch,
        by,
        linked: (activityId) => eventOf('activity.linked', 'resourceLink', link.id, { activityId }),
      });
    }

    const [savedLink] = await Promise.all([
      findLink(),
      saveCourse(course),
      saveMember(scope, member, said, (type, data) => eventOf(type, 'member', member.id, data)),
      link && savePersonDates(scope, link.id, member, launch),
    ]);
    if (savedLink?.activityId) await followOwnDates(scope, savedLink.activityId, member, launch);
    if (isStaff(member.role) && !member.readOnly) ports.staffLaunched?.(scope);
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
      gradingView: await gradingViewOf(scope, launch, savedLink),
    };
  };
}
