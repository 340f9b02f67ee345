import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { systemClock } from '../../server/src/core/clock.ts';
import { courseIdOf, platformIdOf } from '../../server/src/core/ids.ts';
import { createCourseStore, createRoster } from '../../server/src/features/course/index.ts';
import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase } from '../../server/src/platform/database/connect.ts';
import { csv } from '../../server/src/platform/csv/csv.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { createJobs } from '../../server/src/platform/jobs/index.ts';
import { createLti } from '../../server/src/platform/lti/index.ts';
import { startSimulator } from '../lms-simulator/index.ts';
import type { Figure } from './figure.ts';

const SIZES = [1_000, 10_000];
/** 500 members at a time: what there is, whether the run is still the newest, what is new. */
const FIRST_BUDGET = 100;
const UNCHANGED_BUDGET = 80;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Reading a roster from a Moodle-like LMS into the embedded store on disk: for the first time, and unchanged. */
export async function benchRoster(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-roster-'));
  const simulator = await startSimulator({ profile: 'moodle', seed: 'empty' });
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory: directory,
    countCommands: true,
    onFatal: (error) => {
      throw error;
    },
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { connection } = database;
    const jobs = createJobs({ connection, clock: systemClock, log: quiet });
    const shared = { connection, clock: systemClock, log: quiet, jobs, eventsWritten: () => undefined };
    const lti = await createLti({
      ...shared,
      publicUrl: url,
      secretKey: randomBytes(32),
      platformsFile: null,
      loopbackHttpAllowed: true,
      onLaunch: () => Promise.reject(new Error('nobody launches here')),
      onContextCopied: () => Promise.resolve(),
    });
    const store = createCourseStore(connection);
    createRoster({ ...shared, store, rosters: lti.rosters, csv });
    await createIndexes(connection);
    // The LMS fetches the tool's keys.
    server.on('request', express().use(lti.router));
    const registration = simulator.registerTool({
      name: 'Bench',
      loginUrl: `${url}/lti/login`,
      launchUrl: `${url}/lti/launch`,
      jwksUrl: `${url}/lti/keys`,
    });
    await lti.registry.add(registration, { actor: { kind: 'system', job: 'bench' }, requestId: null });
    const platformId = platformIdOf(registration.issuer, registration.clientId);

    const figures: Figure[] = [];
    for (const size of SIZES) {
      const course = simulator.addCourse({ title: `Course of ${size}` });
      for (let n = 0; n < size; n += 1) simulator.addPerson(course, { role: 'learner' });
      const courseId = courseIdOf(platformId, '1', course.id);
      await store.saveCourse({
        id: courseId,
        platformId,
        deploymentId: '1',
        contextId: course.id,
        title: null,
        label: null,
        membershipsUrl: `${simulator.url}/mod/lti/services.php/CourseSection/${course.number}/bindings/1/memberships`,
        lineItems: null,
        groupsUrl: null,
        groupSetsUrl: null,
        startsAt: null,
      });
      for (const [what, budget] of [
        ['first', FIRST_BUDGET],
        ['unchanged', UNCHANGED_BUDGET],
      ] as const) {
        await jobs.enqueue({ type: 'course.roster', key: courseId, payload: { courseId } });
        const count = { commands: 0 };
        const start = performance.now();
        await counted(count, () => jobs.runDueOnce());
        const name = `roster of ${size}, ${what}`;
        figures.push({ name: `${name}: time`, value: performance.now() - start, unit: 'ms' });
        figures.push({ name: `${name}: round trips`, value: count.commands, unit: '', budget });
      }
      const people = await store.countPeople({ courseId, platformId, deploymentId: '1' });
      if (people.people !== size) throw new Error(`${people.people} people were read of ${size}`);
    }
    return figures;
  } finally {
    server.close();
    await database.close();
    await simulator.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
