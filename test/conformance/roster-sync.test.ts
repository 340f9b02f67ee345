/** The members of a course after its roster was read over HTTP from each kind of LMS, again and again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { courseIdOf } from '../../server/src/core/ids.ts';
import { createCourseStore, createRoster } from '../../server/src/features/course/index.ts';
import { csv } from '../../server/src/platform/csv/csv.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import { createIndexes, openTestDatabase } from '../factories/database.ts';
import { testClock } from '../factories/gradebook.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { first, type LaunchBench, startLaunchBench } from './launch-bench.ts';

const log = { warn: () => undefined, error: () => undefined };

describe.each(['moodle', 'canvas', 'strict'] as const)('%s', (profile: ProfileName) => {
  let bench: LaunchBench;
  let database: Database;
  let read: () => Promise<void>;
  const courseId = (): string => {
    const { platformId, deploymentId, context } = first(bench.launches);
    return courseIdOf(platformId, deploymentId, context.id);
  };

  beforeAll(async () => {
    bench = await startLaunchBench({ profile });
    await bench.answer(await bench.login({ person: bench.instructor }));
    database = await openTestDatabase();
    const { connection } = database;
    const clock = testClock(new Date().toISOString());
    const store = createCourseStore(connection);
    const jobs = createJobs({ connection, clock, log });
    createRoster({
      connection,
      store,
      rosters: bench.lti.rosters,
      csv,
      jobs,
      clock,
      log,
      eventsWritten: () => undefined,
    });
    await createIndexes(connection);
    const { platformId, deploymentId, context, membershipsUrl, groupsService } = first(bench.launches);
    await store.saveCourse({
      id: courseId(),
      platformId,
      deploymentId,
      contextId: context.id,
      title: context.title,
      label: context.label,
      membershipsUrl,
      lineItems: null,
      groupsUrl: groupsService?.groupsUrl ?? null,
      groupSetsUrl: groupsService?.setsUrl ?? null,
      startsAt: null,
      url: null,
    });
    read = async () => {
      bench.simulator.requests.clear();
      clock.forward(60);
      await jobs.enqueue({ type: 'course.roster', key: courseId(), payload: { courseId: courseId() } });
      await jobs.runDueOnce();
    };
  });
  afterAll(async () => {
    await database.close();
    await bench.close();
  });

  async function active(): Promise<string[]> {
    const found = await database.connection
      .collection<{ subject: string; status: string }>('members')
      .find({ courseId: courseId(), status: 'active' })
      .toArray();
    return found.map(({ subject }) => subject).sort();
  }
  const onRoster = (): string[] =>
    Object.values(bench.course.members)
      .filter(({ status }) => status === 'Active')
      .map(({ userId }) => userId)
      .sort();

  test('joiners, leavers, suspended and returning people, readings that break off: members = roster', async () => {
    const { simulator, course } = bench;
    const change = (index: number, status: 'Active' | 'Inactive' | 'Deleted') => {
      const userId = Object.keys(course.members)[index] ?? '';
      simulator.institution.changeMember(course, userId, { status });
    };
    await read();
    expect(await active()).toEqual(onRoster());
    simulator.addPerson(course, { role: 'learner' });
    change(2, 'Deleted');
    change(3, 'Inactive');
    simulator.misbehave.set('memberships', { drop: 'after', times: 1 });
    await read();
    expect(await active()).toHaveLength(14);
    await read();
    expect(await active()).toEqual(onRoster());
    change(2, 'Active');
    change(3, 'Active');
    await read();
    expect(await active()).toEqual(onRoster());
    const asked = simulator.requests.ofKind('memberships').map(({ path }) => path);
    // Only what changed, where the LMS offers that.
    expect(asked[0]?.includes('since=')).toBe(profile === 'strict');
  });
});
