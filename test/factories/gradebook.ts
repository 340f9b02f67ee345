import { createCourseService, createCourseStore } from '../../server/src/features/course/index.ts';
import {
  createGradebook,
  type GradeInput,
  type GradeSource,
} from '../../server/src/features/gradebook/index.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { makeEvent } from '../../server/src/core/events.ts';
import { courseIdOf, memberIdOf, newId, resourceLinkIdOf } from '../../server/src/core/ids.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import { createIndexes } from './database.ts';
import type { FakeLms } from './fake-lms.ts';

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
export type TestClock = ReturnType<typeof testClock>;

/** The grades an activity type would give: what each member's reviews are right now. */
class FakeSource implements GradeSource {
  readonly formula = 'peer-review.median@1';
  readonly finished: string[] = [];
  readonly grades = new Map<string, GradeInput[]>();
  points = 100;
  chunkSize = 500;

  async maximumOf(): Promise<number> {
    return this.points;
  }
  async *inputs(_scope: CourseScope, activityId: string): AsyncIterable<GradeInput[]> {
    const all = this.grades.get(activityId) ?? [];
    for (let from = 0; from < all.length; from += this.chunkSize)
      yield all.slice(from, from + this.chunkSize);
  }
  async runFinished(_scope: CourseScope, _activityId: string, runId: string): Promise<void> {
    this.finished.push(runId);
  }
}

/** One server instance with a real course feature, jobs and database, and an LMS in memory. */
export async function gradebookServer(database: Database, clock: TestClock, lms: FakeLms) {
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
  const source = new FakeSource();
  const gradebook = createGradebook({
    connection,
    jobs,
    course,
    grades: lms,
    clock,
    log,
    random: () => 0,
    eventsWritten: () => undefined,
  });
  gradebook.useSource(source);
  await createIndexes(connection);

  /** Asks for a run as a release does, and carries it out. */
  async function release(scope: CourseScope, activityId: string, runId = newId()): Promise<string> {
    const event = makeEvent({
      type: 'grades.released',
      at: clock.now(),
      actor: { kind: 'member', memberId: 'teacher', role: 'instructor' },
      courseId: scope.courseId,
      subject: { kind: 'activity', id: activityId },
      requestId: null,
      data: { runId },
    });
    await gradebook.consumer([event]);
    await jobs.runDueOnce();
    const [failure] = errors.splice(0);
    if (failure) throw new Error('the run failed', { cause: failure });
    return runId;
  }

  return { ...gradebook, jobs, source, release, warnings, courseStore };
}
export type GradebookServer = Awaited<ReturnType<typeof gradebookServer>>;

/** A course with members and an activity whose resource link has a column. */
export async function gradebookCourse(
  { courseStore }: GradebookServer,
  clock: TestClock,
  { members = 1, lineItem = true } = {},
) {
  const [platformId, deploymentId, contextId] = ['platform', 'deployment', newId()];
  const courseId = courseIdOf(platformId, deploymentId, contextId);
  const scope: CourseScope = { courseId, platformId, deploymentId };
  const activityId = newId();
  const column = `https://lms.test/${contextId}/lineitem?type_id=1`;
  await courseStore.saveCourse({
    id: courseId,
    platformId,
    deploymentId,
    contextId,
    title: null,
    label: null,
    membershipsUrl: null,
    lineItems: null,
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
  for (let index = 0; index < members; index += 1) {
    const subject = `user-${index}`;
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
export const oneReview = (points: number): GradeInput['inputs'] => ({
  reviews: [{ reviewId: 'r1', version: 1, points, maximum: 100 }],
});
