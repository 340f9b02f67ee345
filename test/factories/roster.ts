import { courseIdOf, memberIdOf, newId } from '../../server/src/core/ids.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import type { Role } from '../../server/src/core/roles.ts';
import { createActivityService, createActivityStore } from '../../server/src/features/activity/index.ts';
import {
  createCopyService,
  createCourseService,
  createCourseStore,
  createLaunchRecorder,
  createLmsDatesService,
  createMemberLinkStore,
  createRoster,
} from '../../server/src/features/course/index.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import { csv } from '../../server/src/platform/csv/csv.ts';
import { createEventRelay } from '../../server/src/platform/database/event-relay.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import type { VerifiedLaunch } from '../../server/src/platform/lti/ports.ts';
import { createIndexes } from './database.ts';
import { FakeRoster, rosterEntry } from './fake-roster.ts';
import { testClock } from './gradebook.ts';

/** A launch of a learner into a course of its own, unless told otherwise. */
export const buildLaunch = (overrides: Partial<VerifiedLaunch> = {}): VerifiedLaunch => ({
  launchId: 'l',
  messageType: 'LtiResourceLinkRequest',
  platformId: 'platform',
  deploymentId: '1',
  deploymentKey: 'key',
  subject: 'ada',
  role: 'learner',
  readOnly: false,
  testUser: false,
  name: 'Ada Ström',
  email: null,
  locale: 'en',
  context: { id: newId(), label: null, title: 'Collab 101' },
  resourceLink: { id: 'link', title: 'Essay' },
  custom: {},
  lineItem: 'https://lms.example/lineitem?type_id=1',
  lineItems: null,
  membershipsUrl: null,
  groupsService: null,
  groups: null,
  sections: null,
  observes: [],
  returnUrl: null,
  courseUrl: null,
  linkUrl: null,
  deepLinking: null,
  copiedFrom: { contexts: [], links: [] },
  courseStartsAt: null,
  dates: null,
  personDates: null,
  work: null,
  reviewedSubject: null,
  ...overrides,
});

/** A member as the database has it. */
export interface StoredMember {
  _id: string;
  subject: string;
  role: Role;
  status: 'active' | 'inactive';
  name: string | null;
  events: { type: string; data: Record<string, unknown> }[];
  [field: string]: unknown;
}

/** What `memberships` has of one. */
export interface StoredMembership {
  groupId: string;
  setId: string;
  memberId: string;
  from: Date;
  to: Date | null;
  open: boolean;
}

export type RosterWorld = Awaited<ReturnType<typeof openRosterWorld>>;

/** The course feature with its jobs and events on a database, and an LMS's roster in memory. */
export async function openRosterWorld(database: Database) {
  // Collections are defined once per connection; a second instance has its own.
  const connection = await database.connection
    .useDb(database.connection.name, { useCache: false })
    .asPromise();
  const clock = testClock();
  const lms = new FakeRoster();
  const log = { warn: () => undefined, error: () => undefined };
  const store = createCourseStore(connection);
  const activityStore = createActivityStore(connection);
  const activities = createActivityService(activityStore, clock);
  const memberLinks = createMemberLinkStore(connection);
  const jobs = createJobs({ connection, clock, log, random: () => 0 });
  const eventsWritten = () => undefined;
  const roster = createRoster({
    connection,
    store,
    rosters: lms,
    csv,
    jobs,
    clock,
    log,
    eventsWritten,
    random: () => 0.5,
  });
  const record = createLaunchRecorder({
    store,
    memberLinks,
    activities,
    copies: createCopyService(store, activities),
    lmsDates: createLmsDatesService({
      store,
      memberLinks,
      activities,
      extensions: activityStore.timelines.groups,
      clock,
      eventsWritten,
    }),
    clock,
    eventsWritten,
  });
  await createIndexes(connection);
  const relay = createEventRelay(connection, [roster.consumer], clock, log);

  const scopeOf = (context: string, platformId = 'platform', deploymentId = '1'): CourseScope => ({
    courseId: courseIdOf(platformId, deploymentId, context),
    platformId,
    deploymentId,
  });
  /** A launch into one of this world's courses. */
  const launch = (context: string, subject: string, overrides: Partial<VerifiedLaunch> = {}) =>
    record(
      buildLaunch({
        subject,
        name: `Person ${subject}`,
        context: { id: context, label: null, title: 'Collab 101' },
        membershipsUrl: 'https://lms.example/members',
        ...overrides,
      }),
      'request',
    );

  return {
    connection,
    clock,
    lms,
    store,
    jobs,
    roster,
    relay,
    course: createCourseService(store),

    launch,
    scopeOf,

    /** A course of its own that a teacher has opened, with an LMS that has nobody else. */
    async openCourse(): Promise<{ context: string; scope: CourseScope }> {
      const context = newId();
      Object.assign(lms, {
        people: [rosterEntry('teacher', { role: 'instructor' })],
        pageSize: 1000,
        unreadable: 0,
        differences: null,
        interruption: null,
        betweenPages: () => undefined,
      });
      await launch(context, 'teacher', { role: 'instructor' });
      clock.forward(1);
      return { context, scope: scopeOf(context) };
    },

    /** Lets events and due jobs happen until nothing is left to do now. */
    async settle(): Promise<void> {
      do await relay.drain();
      while ((await jobs.runDueOnce()) > 0);
    },

    /** Asks for a reading of this course's roster alone and carries it out; what it throws stays in its job. */
    async read({ courseId }: CourseScope): Promise<void> {
      await connection.collection('jobs').deleteMany({});
      await jobs.enqueue({ type: 'course.roster', key: courseId, payload: { courseId } });
      await jobs.runDueOnce();
    },

    async members({ courseId }: CourseScope): Promise<StoredMember[]> {
      const found = await connection.collection('members').find({ courseId }).sort({ subject: 1 }).toArray();
      return found as unknown as StoredMember[];
    },

    async memberships({ courseId }: CourseScope): Promise<StoredMembership[]> {
      const found = await connection.collection('memberships').find({ courseId }).sort({ from: 1 }).toArray();
      return found as unknown as StoredMembership[];
    },

    memberId: ({ courseId }: CourseScope, subject: string): string => memberIdOf(courseId, subject),
  };
}

/** How people stand in the course, by their ids in the LMS. */
export const standing = (members: readonly StoredMember[]) =>
  Object.fromEntries(members.map(({ subject, role, status }) => [subject, `${status} ${role}`]));

/** What is kept of a course's last reading. */
export async function rosterStatus({ connection }: RosterWorld, { courseId }: CourseScope) {
  const found = await connection
    .collection<{
      _id: string;
      trouble: { reason: string; words: string; tries: number } | null;
      people: number;
    }>('lmsReads')
    .findOne({ _id: `${courseId}/roster` });
  if (!found) throw new Error('never read');
  return found;
}
