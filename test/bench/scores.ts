import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../server/src/core/clock.ts';
import { platformIdOf } from '../../server/src/core/ids.ts';
import { connectDatabase } from '../../server/src/platform/database/connect.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { startLaunchBench } from '../conformance/launch-bench.ts';
import { gradebookCourse, gradebookServer, oneReview } from '../factories/gradebook.ts';
import { lineItemUrl } from '../lms-simulator/ags/columns.ts';
import type { Figure } from './figure.ts';

const SIZES = [1_000, 10_000];
/** A settlement for each, and what a batch shares. */
const ROUND_TRIPS_BUDGET = 1.5;
const PATIENCE_MS = 300_000;
const LOOK_EVERY_MS = 20;

/** Grades of a course on their way to an LMS without limits, in the same process: the tool's cost and the LMS's together. */
export async function benchScores(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await measure(size)));
  return figures;
}

async function measure(size: number): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-scores-'));
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
    const server = await gradebookServer(database, systemClock, lti.grades);
    const lmsCourse = simulator.addCourse({ title: `Course of ${size}` });
    const subjects = Array.from(
      { length: size },
      () => simulator.addPerson(lmsCourse, { role: 'learner' }).id,
    );
    simulator.addResourceLink(lmsCourse, { title: 'Essay', lineItem: { scoreMaximum: 100 } });
    const [item] = simulator.institution.lineItemsOf(lmsCourse);
    const [tool] = Object.values(simulator.institution.state.tools);
    if (!item || !tool) throw new Error('the LMS has no column');
    const { scope, activityId, memberIds } = await gradebookCourse(server, systemClock, {
      subjects,
      platformId: platformIdOf(registration.issuer, registration.clientId),
      column: lineItemUrl(simulator.platform, lmsCourse, item, tool),
    });
    server.source.grades.set(
      activityId,
      memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(index % 101) })),
    );
    await server.request(scope, activityId);
    await server.jobs.runDueOnce();

    const count = { commands: 0 };
    const start = performance.now();
    // What is sent goes on from here, so all its commands are counted.
    await counted(count, () => server.start(true));
    const posts = () => simulator.requests.ofKind('scores').length;
    let most = 0;
    while ((await server.oldestUnsentAt()) !== null) {
      if (performance.now() - start > PATIENCE_MS) throw new Error(`${posts()} of ${size} scores were sent`);
      most = Math.max(most, ...server.figures().platforms.map(({ underWay }) => underWay));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    const elapsed = performance.now() - start;
    await server.stop();
    if (posts() !== size) throw new Error(`${posts()} scores reached the LMS instead of ${size}`);
    const name = `scores of ${size}`;
    return [
      { name: `${name}: time per score`, value: elapsed / size, unit: 'ms' },
      { name: `${name}: most at once`, value: most, unit: '' },
      {
        name: `${name}: round trips per score`,
        value: count.commands / size,
        unit: '',
        budget: ROUND_TRIPS_BUDGET,
      },
    ];
  } finally {
    await database.close();
    await close();
    rmSync(directory, { recursive: true, force: true });
  }
}
