import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { DEFAULT_GRADE_RULES, DEFAULT_HAND_IN, FILE_GROUPS } from '../../server/src/contracts/limits.ts';
import type { PeerReviewSettings } from '../../server/src/contracts/peer-review.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { courseIdOf, memberIdOf, newId } from '../../server/src/core/ids.ts';
import { type DomainEvent, makeEvent } from '../../server/src/core/events.ts';
import { can, type Permission } from '../../server/src/core/permissions.ts';
import {
  type ActivityService,
  createActivityService,
  createActivityStore,
  createTimelines,
} from '../../server/src/features/activity/index.ts';
import {
  countsAsLearner,
  createCourseService,
  createCourseStore,
  createRoster,
  type CourseService,
  type CourseStore,
  type Member,
} from '../../server/src/features/course/index.ts';
import { createDisputes } from '../../server/src/features/disputes/index.ts';
import { createAuditStore } from '../../server/src/features/audit/index.ts';
import { createFiles, type Files } from '../../server/src/features/files/index.ts';
import { createGradebook } from '../../server/src/features/gradebook/index.ts';
import { createInsights } from '../../server/src/features/insights/index.ts';
import { createMarking } from '../../server/src/features/marking/index.ts';
import { createNotices } from '../../server/src/features/notices/index.ts';
import { createPeerReview } from '../../server/src/features/peer-review/index.ts';
import { createQuestionnaires } from '../../server/src/features/questionnaire/index.ts';
import { csv } from '../../server/src/platform/csv/csv.ts';
import { createInspector } from '../../server/src/platform/files/inspector.ts';
import { createDiskStorage } from '../../server/src/platform/files/storage.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import { createEventRelay, type EventRelay } from '../../server/src/platform/database/event-relay.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { createJobs, type JobRunner } from '../../server/src/platform/jobs/index.ts';
import type { Endpoint } from '../../server/src/contracts/endpoint.ts';
import { createCapabilitySecrets } from '../../server/src/core/capability.ts';
import { createCalendarWriter } from '../../server/src/platform/calendar/ical.ts';
import type { Mailer } from '../../server/src/platform/mail/ports.ts';
import { type CallInput, callRoute } from './call-route.ts';
import { createIndexes, openTestDatabase } from './database.ts';
import { FakeLms } from './fake-lms.ts';
import { FakeRoster } from './fake-roster.ts';

/** Settings of a small essay review; dates lie around noon of 1 March 2027. */
export const buildSettings = (overrides: Partial<PeerReviewSettings> = {}): PeerReviewSettings => ({
  title: 'Essay',
  instructions: richTextOf('Two pages.'),
  points: 20,
  submissionsCloseAt: '2027-03-01T12:00:00.000Z',
  reviewsCloseAt: '2027-03-08T12:00:00.000Z',
  reviewsPerLearner: 2,
  criteria: [
    { id: 'argument', title: 'Argument', description: '', points: 6 },
    { id: 'style', title: 'Style', description: '', points: 4 },
  ],
  late: null,
  columns: { kind: 'work' },
  workMethod: 'median',
  agreement: null,
  helpfulness: null,
  quality: null,
  disagreementLimit: null,
  rules: DEFAULT_GRADE_RULES,
  releaseMode: { kind: 'manual' },
  reviewsWithin: 'course',
  authors: { kind: 'learners' },
  reviewers: { kind: 'learners' },
  topicSetId: null,
  givenOut: 'atOnce',
  leastPerWork: null,
  feedbackCoach: true,
  inlineComments: true,
  measuresTime: false,
  calibration: null,
  selfAssessment: null,
  revision: null,
  backEvaluation: null,
  comparison: null,
  anonymity: 'nobodyKnows',
  handIn: { ...DEFAULT_HAND_IN, fileGroups: [...FILE_GROUPS] },
  ...overrides,
});

/** Peer review with everything it works with, on a database of its own; the LMS answers nothing. */
export interface PeerReviewWorld {
  /** For tests that leave the database as a crash would. */
  readonly connection: Database['connection'];
  readonly activities: ActivityService;
  readonly course: CourseService;
  readonly peerReview: ReturnType<typeof createPeerReview>;
  readonly gradebook: ReturnType<typeof createGradebook>;
  readonly notices: ReturnType<typeof createNotices>;
  readonly insights: ReturnType<typeof createInsights>;
  readonly marking: ReturnType<typeof createMarking>;
  readonly files: Files;
  readonly jobs: JobRunner;
  /** The LMS's gradebook and its roster, which nobody reads unasked. */
  readonly lms: FakeLms;
  readonly rosterLms: FakeRoster;
  readonly courseStore: CourseStore;
  /** The audit trail of a course. */
  auditOf(scope: CourseScope): Promise<DomainEvent[]>;
  /** Every event, as it came to the consumers. */
  readonly seen: DomainEvent[];
  /** The clock that everything goes by. */
  readonly clock: { time: string; now(): Date };
  /** Adds a member to the course and says who calls. */
  join(scope: CourseScope, name: string, overrides?: Partial<Member>): Promise<Caller>;
  /** One request as the API makes it, without HTTP: its contract is checked on the way in and out. */
  call(caller: Caller, endpoint: Endpoint, input: CallInput): Promise<unknown>;
  /** Lets events and jobs happen until nothing is left to do. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export const buildScope = (): CourseScope => {
  const [platformId, deploymentId] = [newId(), '1'];
  return { platformId, deploymentId, courseId: courseIdOf(platformId, deploymentId, newId()) };
};

const error = (details: object, message: string) => console.error(message, details);
const log = { error, warn: console.warn };

/** @param mailer how mail leaves; by default no mail server is set up */
export async function openPeerReviewWorld(mailer: Mailer | null = null): Promise<PeerReviewWorld> {
  const { connection, close } = await openTestDatabase();
  const clock = { time: '2027-03-01T10:00:00Z', now: () => new Date(clock.time) };
  const activityStore = createActivityStore(connection);
  const activities = createActivityService(activityStore, clock);
  const members = createCourseStore(connection);
  const course = createCourseService(members);
  const jobs: JobRunner = createJobs({ connection, clock, log });
  const lms = new FakeLms();
  const gradebook = createGradebook({
    connection,
    jobs,
    course,
    clock,
    log,
    publicUrl: 'https://roundtable.test',
    eventsWritten: () => undefined,
    grades: lms,
  });
  const eventsWritten = (): void => undefined;
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-files-'));
  const files = createFiles({
    connection,
    jobs,
    clock,
    storage: createDiskStorage(directory),
    inspector: createInspector({ inThread: false }),
    findScope: course.findScope,
    limits: { fileBytes: 2 ** 20, itemBytes: 10 * 2 ** 20, itemFiles: 20, courseBytes: 100 * 2 ** 20 },
  });
  const rosterLms = new FakeRoster();
  const roster = createRoster({
    connection,
    jobs,
    clock,
    eventsWritten,
    csv,
    log,
    store: members,
    rosters: rosterLms,
    random: () => 0.5,
  });
  const peerReview = createPeerReview({
    connection,
    jobs,
    activities,
    course,
    sections: roster.sections,
    groups: roster.groups,
    grades: gradebook,
    files,
    csv,
    clock,
    eventsWritten,
  });
  const timelines = createTimelines({
    store: activityStore.timelines,
    activities,
    schedules: {
      peerReview: peerReview.activityType.scheduleOf,
      discussion: peerReview.activityType.scheduleOf,
      groupWork: peerReview.activityType.scheduleOf,
    },
    findLearners: async (scope, ids) => (await course.findMembers(scope, ids)).filter(countsAsLearner),
    // A course without groups.
    findGroups: async () => [],
    listMembersOf: async () => [],
    groupsOf: async () => new Map(),
    findScope: course.findScope,
    clock,
    eventsWritten,
  });
  gradebook.useSource(peerReview.gradeSource);
  const disputes = createDisputes({
    connection,
    activities,
    course,
    clock,
    eventsWritten,
    sources: { peerReview: peerReview.findDisputable },
    grades: gradebook,
  });
  const questionnaires = createQuestionnaires({
    connection,
    jobs,
    course,
    groups: roster.groups,
    files,
    clock,
    csv,
    grades: gradebook,
    eventsWritten,
  });
  gradebook.useFurtherSource(questionnaires.findGradeSource);
  const marking = createMarking({
    connection,
    jobs,
    course,
    sections: roster.sections,
    clock,
    eventsWritten,
    further: {},
    findActivity: activities.find,
    source: peerReview.markingSource,
    grades: gradebook.marked,
  });
  peerReview.useStaffGrades(marking.findQualities);
  const insights = createInsights({
    sections: roster.sections,
    connection,
    jobs,
    clock,
    activities,
    course,
    matters: [
      peerReview.matterSource,
      ...gradebook.matterSources,
      roster.matterSource,
      disputes.matterSource,
      peerReview.problemMatters,
      marking.matterSource,
    ],
    progress: [peerReview.matterSource],
    eventsWritten,
  });
  const notices = createNotices({
    connection,
    jobs,
    clock,
    // A mail server's moods are what tests are about: they are no news.
    log: { ...log, warn: () => undefined },
    activities,
    course,
    sources: [peerReview.noticeSource, questionnaires.noticeSource],
    secrets: createCapabilitySecrets(Buffer.alloc(32, 1)),
    publicUrl: 'https://tool.example.edu',
    writeCalendar: createCalendarWriter('tool.example.edu'),
    mailer,
    eventsWritten,
    random: () => 0,
  });
  questionnaires.useNotices(notices.settle);
  const audit = createAuditStore(connection);
  for (const [kind, rules] of Object.entries(peerReview.fileRules)) files.useItems(kind, rules);
  await createIndexes(connection);
  const seen: DomainEvent[] = [];
  const relay: EventRelay = createEventRelay(
    connection,
    [
      async (events) => void seen.push(...events),
      audit.append,
      peerReview.jobsConsumer,
      peerReview.progressConsumer,
      gradebook.consumer,
      questionnaires.gradeConsumer,
      insights.consumer,
      marking.consumer,
      notices.consumer,
    ],
    clock,
    log,
  );
  return {
    connection,
    jobs,
    lms,
    rosterLms,
    courseStore: members,
    activities,
    course,
    peerReview,
    gradebook,
    notices,
    insights,
    marking,
    auditOf: (scope) => audit.list(scope, 1000),
    files,
    seen,
    clock,
    async join(scope, name, overrides = {}): Promise<Caller> {
      const member = buildMember(scope, name, overrides);
      await members.saveCourse({
        id: scope.courseId,
        platformId: scope.platformId,
        deploymentId: scope.deploymentId,
        contextId: 'context',
        title: null,
        label: null,
        membershipsUrl: 'https://lms.test/members',
        lineItems: null,
        url: null,
        startsAt: null,
        groupsUrl: null,
        groupSetsUrl: null,
      });
      await members.saveMember(member, clock.now(), joinedEvent(member, clock.now()));
      return callerOf(scope, member);
    },
    call: (caller, endpoint, input) =>
      callRoute(
        [
          ...peerReview.routes,
          ...timelines.routes,
          ...gradebook.routes,
          ...files.routes,
          ...notices.routes,
          ...insights.routes,
          ...disputes.routes,
          ...roster.routes,
          ...marking.routes,
          ...questionnaires.routes,
        ],
        caller,
        endpoint,
        input,
      ),
    async settle(): Promise<void> {
      // What a consumer of events writes is seen in the next round.
      for (let idle = 0; idle < 2;) {
        await relay.drain();
        // Work that waits for what is being written to settle is due a moment later.
        clock.time = new Date(clock.now().getTime() + 1000).toISOString();
        idle = (await jobs.runDueOnce()) > 0 ? 0 : idle + 1;
      }
      await relay.drain();
    },
    async close(): Promise<void> {
      await close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const buildMember = (scope: CourseScope, name: string, overrides: Partial<Member>): Member => ({
  id: memberIdOf(scope.courseId, name),
  courseId: scope.courseId,
  subject: name,
  role: 'learner',
  readOnly: false,
  testUser: false,
  name,
  sortName: name.toLowerCase(),
  email: null,
  status: 'active',
  ...overrides,
});

const joinedEvent = (member: Member, at: Date) =>
  makeEvent({
    type: 'member.joined',
    at,
    actor: { kind: 'member', memberId: member.id, role: member.role },
    courseId: member.courseId,
    subject: { kind: 'member', id: member.id },
    requestId: null,
    data: {},
  });

function callerOf(scope: CourseScope, member: Member): Caller {
  const { id, role, readOnly, testUser, name } = member;
  return {
    scope,
    member: { id, role, readOnly, testUser, name },
    launchId: 'launch',
    requestId: 'request',
    actor: { kind: 'member', memberId: id, role },
    can: (permission: Permission) => can({ role, readOnly }, permission),
  };
}
