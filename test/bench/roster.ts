import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../server/src/core/clock.ts';
import { courseIdOf, platformIdOf } from '../../server/src/core/ids.ts';
import { createCourseStore, createRoster } from '../../server/src/features/course/index.ts';
import { csv } from '../../server/src/platform/csv/csv.ts';
import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase } from '../../server/src/platform/database/connect.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import { startLaunchBench } from '../conformance/launch-bench.ts';
import type { Figure } from './figure.ts';

const SIZES = [1_000, 10_000];
/** 500 members at a time: what there is, whether the run is still the newest, what is new. */
const BUDGETS = { first: 100, unchanged: 80 };

const quiet = { warn: () => undefined, error: () => undefined };

/** Reading a roster from a Moodle-like LMS into the embedded store on disk: for the first time, and unchanged. */
export async function benchRoster(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-roster-'));
  const { lti, simulator, registration, close } = await startLaunchBench({ profile: 'moodle' });
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory: directory,
    countCommands: true,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const shared = { connection: database.connection, clock: systemClock, log: quiet };
    const jobs = createJobs(shared);
    const store = createCourseStore(database.connection);
    createRoster({ ...shared, store, rosters: lti.rosters, csv, jobs, eventsWritten: () => undefined });
    await createIndexes(database.connection);
    const platformId = platformIdOf(registration.issuer, registration.clientId);
    const figures: Figure[] = [];
    for (const size of SIZES) {
      const { id: contextId, number } = fillCourse(simulator, size);
      const courseId = courseIdOf(platformId, '1', contextId);
      const services = `${simulator.url}/mod/lti/services.php/CourseSection/${number}`;
      await store.saveCourse({
        id: courseId,
        platformId,
        deploymentId: '1',
        contextId,
        title: null,
        label: null,
        membershipsUrl: `${services}/bindings/1/memberships`,
        lineItems: null,
        groupsUrl: null,
        groupSetsUrl: null,
        startsAt: null,
        url: null,
      });
      for (const what of ['first', 'unchanged'] as const) {
        await jobs.enqueue({ type: 'course.roster', key: courseId, payload: { courseId } });
        const count = { commands: 0 };
        const start = performance.now();
        await counted(count, () => jobs.runDueOnce());
        const name = `roster of ${size}, ${what}`;
        figures.push(
          { name: `${name}: time`, value: performance.now() - start, unit: 'ms' },
          { name: `${name}: round trips`, value: count.commands, unit: '', budget: BUDGETS[what] },
        );
      }
      const { people } = await store.countPeople({ courseId, platformId, deploymentId: '1' });
      if (people !== size) throw new Error(`${people} people were read of ${size}`);
    }
    return figures;
  } finally {
    await database.close();
    await close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function fillCourse(simulator: Awaited<ReturnType<typeof startLaunchBench>>['simulator'], size: number) {
  const course = simulator.addCourse({ title: `Course of ${size}` });
  for (let n = 0; n < size; n += 1) simulator.addPerson(course, { role: 'learner' });
  return course;
}
