import { createCourseService, createCourseStore } from '../../server/src/features/course/index.ts';
import type { Inputs } from '../../server/src/features/gradebook/formulas.domain.ts';
import type { ColumnSpec } from '../../server/src/features/gradebook/grade-column.domain.ts';
import type { GradeSlot } from '../../server/src/features/gradebook/grade-slot.domain.ts';
import {
  createGradebook,
  type GradeInput,
  type GradeSource,
} from '../../server/src/features/gradebook/index.ts';
import type { LedgerEntry } from '../../server/src/features/gradebook/ledger.domain.ts';
import type { Clock } from '../../server/src/core/clock.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { makeEvent } from '../../server/src/core/events.ts';
import { courseIdOf, MAIN_COLUMN, memberIdOf, newId, resourceLinkIdOf } from '../../server/src/core/ids.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import { createEventRelay } from '../../server/src/platform/database/event-relay.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import { createIndexes } from './database.ts';
import type { GradeServices } from '../../server/src/platform/lti/ports.ts';

/** A clock that stands still until it is told. */
export const testClock = (start = '2026-03-01T12:00:00.000Z') => {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    forward(seconds: number): void {
      time += seconds * 1000;
    },
  };
};

/** What a member's grade is made of, the same in every column. */
interface FakeInput {
  readonly memberId: string;
  readonly inputs: Inputs;
}

/** The grades an activity type would give: what each member's reviews are right now. */
class FakeSource implements GradeSource {
  readonly finished: string[] = [];
  /** By the activity's id. */
  readonly grades = new Map<string, FakeInput[]>();
  /** The columns of every activity, main first; their grades are medians. */
  columns: ColumnSpec[] = [{ key: MAIN_COLUMN, label: 'Essay', maximum: 100 }];
  /** Counts changes of the columns. */
  revision = 1;
  released = true;
  chunkSize = 500;

  async grading() {
    const columns = this.columns.map((column) => ({
      ...column,
      formula: 'peer-review.median@1' as const,
      parameters: { points: column.maximum, decimals: 2 },
    }));
    return { revision: this.revision, released: this.released, columns };
  }
  async *inputs(
    _scope: CourseScope,
    activityId: string,
    columns: readonly ColumnSpec[],
    memberIds: readonly string[] | null,
  ): AsyncIterable<GradeInput[]> {
    const known = this.grades.get(activityId) ?? [];
    const nothing = (memberId: string): FakeInput => ({ memberId, inputs: { reviews: [] } });
    const all = memberIds?.map((id) => known.find(({ memberId }) => memberId === id) ?? nothing(id)) ?? known;
    for (let from = 0; from < all.length; from += this.chunkSize) {
      yield all.slice(from, from + this.chunkSize).map(({ memberId, inputs }) => ({
        memberId,
        columns: Object.fromEntries(columns.map(({ key }) => [key, inputs])),
      }));
    }
  }
  async runFinished(_scope: CourseScope, _activityId: string, runId: string): Promise<void> {
    this.finished.push(runId);
  }
}

/** One server instance with a real course feature, jobs and database, and an LMS in memory. */
export async function gradebookServer(
  database: Database,
  clock: Clock,
  lms: GradeServices,
  source = new FakeSource(),
) {
  // Collections are defined once per connection; a second instance has its own.
  const connection = await database.connection
    .useDb(database.connection.name, { useCache: false })
    .asPromise();
  const warnings: string[] = [];
  const errors: object[] = [];
  const log = {
    warn: (_details: object, message: string) => void warnings.push(message),
    error: (details: object) => void errors.push(details),
  };
  const courseStore = createCourseStore(connection);
  const course = createCourseService(courseStore);
  const jobs = createJobs({ connection, clock, log, random: () => 0 });
  const gradebook = createGradebook({
    connection,
    jobs,
    course,
    grades: lms,
    clock,
    log,
    random: () => 0,
    publicUrl: 'https://roundtable.test',
    eventsWritten: () => undefined,
  });
  gradebook.useSource(source);
  await createIndexes(connection);

  /** Asks for a run as a release or a withdrawal does. */
  async function request(
    scope: CourseScope,
    activityId: string,
    type: 'grades.released' | 'grades.withdrawn' = 'grades.released',
    runId = newId(),
  ): Promise<string> {
    source.released = type === 'grades.released';
    const event = makeEvent({
      type,
      at: clock.now(),
      actor: { kind: 'member', memberId: 'teacher', role: 'instructor' },
      courseId: scope.courseId,
      subject: { kind: 'activity', id: activityId },
      requestId: null,
      data: { runId },
    });
    await gradebook.consumer([event]);
    return runId;
  }

  /** Asks for a run as a release does, and carries it out. */
  async function release(scope: CourseScope, activityId: string, runId = newId()): Promise<string> {
    await request(scope, activityId, 'grades.released', runId);
    await jobs.runDueOnce();
    const [failure] = errors.splice(0);
    if (failure) throw new Error('the run failed', { cause: failure });
    return runId;
  }

  /** Decides about one grade as an instructor does, and asks for the run that makes it effective. */
  async function decide(
    scope: CourseScope,
    columnId: string,
    memberId: string,
    grade: { kind: 'computed' } | { kind: 'set'; value: number } | { kind: 'excused' },
  ): Promise<void> {
    const { decisions } = await gradebook.history(teacher(scope), columnId, memberId, undefined, 1);
    await gradebook.override(teacher(scope), columnId, memberId, {
      grade,
      lateWaived: false,
      reason: 'Because.',
      expectedRevision: decisions[0]?.revision ?? 0,
    });
    await relay();
  }

  /** Hands what was written as events to the gradebook. */
  const relay = () => createEventRelay(connection, [gradebook.consumer], clock, log).drain();

  return { ...gradebook, jobs, source, request, release, relay, decide, errors, warnings, courseStore };
}
/** The instructor who decides in tests. */
export const teacher = (scope: CourseScope): Caller => ({
  scope,
  member: { id: 'teacher', role: 'instructor', readOnly: false, testUser: false, name: 'Teacher' },
  launchId: 'launch',
  requestId: 'request',
  actor: { kind: 'member', memberId: 'teacher', role: 'instructor' },
  can: () => true,
});

export type GradebookServer = Awaited<ReturnType<typeof gradebookServer>>;

/** A crash is an exception that nothing of the sender handles: the slot stays as it is, leased. */
export async function sendOrCrash(server: GradebookServer): Promise<void> {
  try {
    await server.sendDueOnce();
  } catch (error) {
    if (!(error instanceof Error && error.message === 'crash')) throw error;
  }
}

/** A course with members and an activity whose resource link has a column. */
export async function gradebookCourse(
  { courseStore }: GradebookServer,
  clock: Clock,
  {
    members = 1,
    subjects = Array.from({ length: members }, (_, index) => `user-${index}`),
    lineItem = true,
    columnsCanBeMade = true,
    platformId = 'platform',
    column = `https://lms.test/${newId()}/lineitem?type_id=1`,
  } = {},
) {
  const [deploymentId, contextId] = ['deployment', newId()];
  const courseId = courseIdOf(platformId, deploymentId, contextId);
  const scope: CourseScope = { courseId, platformId, deploymentId };
  const activityId = newId();
  await courseStore.saveCourse({
    id: courseId,
    platformId,
    deploymentId,
    contextId,
    title: null,
    label: null,
    membershipsUrl: null,
    lineItems: columnsCanBeMade ? `https://lms.test/${contextId}/lineitems?type_id=1` : null,
    url: null,
    startsAt: null,
    groupsUrl: null,
    groupSetsUrl: null,
  });
  const saveLink = (url: string | null) =>
    courseStore.saveLink(
      {
        id: resourceLinkIdOf(courseId, 'link'),
        courseId,
        platformId,
        ltiResourceLinkId: 'link',
        title: null,
        lineItem: url,
        url: null,
      },
      activityId,
    );
  await saveLink(lineItem ? column : null);
  const memberIds: string[] = [];
  for (const [index, subject] of subjects.entries()) {
    const id = memberIdOf(courseId, subject);
    memberIds.push(id);
    const joined = makeEvent({
      type: 'member.joined',
      at: clock.now(),
      actor: { kind: 'system', job: 'test' },
      courseId,
      subject: { kind: 'member', id },
      requestId: null,
      data: {},
    });
    const name = `Learner ${index}`;
    await courseStore.saveMember(
      {
        id,
        courseId,
        subject,
        role: 'learner',
        readOnly: false,
        testUser: false,
        name,
        sortName: name,
        email: null,
        status: 'active',
      },
      clock.now(),
      joined,
    );
  }
  return {
    scope,
    activityId,
    column,
    memberIds,
    memberId: memberIds[0] ?? '',
    makeColumn: () => saveLink(column),
  };
}

/** One review of `points` out of 100. */
export const oneReview = (points: number): FakeInput['inputs'] => ({
  reviews: [{ reviewId: 'r1', version: 1, points, maximum: 100 }],
});

const requestedAt = new Date('2026-03-01T12:00:00Z');

/** An entry of one review of 80 of 100 points. */
export const buildEntry = (overrides: Partial<LedgerEntry> = {}): LedgerEntry =>
  ({
    n: 1,
    runId: 'run1',
    kind: 'release',
    sequence: 1,
    requestedAt,
    at: requestedAt,
    by: 'teacher',
    value: 80,
    maximum: 100,
    reason: null,
    formula: 'peer-review.median@1',
    parameters: { points: 100, decimals: 2 },
    inputs: oneReview(80),
    overrides: null,
    ...overrides,
  }) as LedgerEntry;

/** A slot whose one grade is due and was never sent. */
export const buildSlot = (overrides: Partial<GradeSlot> = {}): GradeSlot => ({
  id: 'c/m',
  courseId: 'x',
  platformId: 'p',
  deploymentId: 'd',
  activityId: 'c',
  columnId: 'c',
  memberId: 'm',
  entries: [buildEntry()],
  spilled: 0,
  want: { n: 1, timestamp: requestedAt },
  sent: null,
  deliveries: [],
  handIn: null,
  attempt: null,
  tries: 0,
  problem: null,
  ...overrides,
});
