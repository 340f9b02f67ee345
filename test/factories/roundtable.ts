import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongodb } from '../../server/embedded-mongodb/index.ts';
import { type Roundtable, startRoundtable } from '../../server/src/main.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import type { Course, LaunchRequest, Person, ProfileName, Simulator } from '../lms-simulator/index.ts';
import { ApiSession, type LaunchTarget } from './browserless.ts';
import { keepLedgerOf } from './database.ts';
import { freePorts } from './ports.ts';
import { requireFewRoundTrips } from './reads-in-few-trips.ts';
import { startSimulatedLms } from './simulated-lms.ts';

/** The tool in this process, with its data in memory, beside a simulated LMS. */
export interface ApiStack {
  readonly simulator: Simulator;
  readonly roundtable: Roundtable;
  readonly toolUrl: string;
  /** For tests that look at everything that is stored. */
  readonly mongodbUri: string;
  /** Where the tool's figures are. */
  readonly metricsUrl: string;
  /** The demo course. */
  readonly course: Course;
  /** A person of the demo course by role, in the order of the roster. */
  person(role: 'instructor' | 'assistant' | 'learner', index?: number): Person;
  /** Opens a session in a course, by deep linking unless a resource link is named. */
  open(
    person: Person,
    request?: LaunchRequest,
    course?: Course,
    more?: Pick<LaunchTarget, 'options' | 'tamper'>,
  ): Promise<ApiSession>;
  close(): Promise<void>;
}

/** @param configuration further variables of the tool's environment */
export async function startApiStack(
  profile: ProfileName = 'moodle',
  configuration: Readonly<Record<string, string>> = {},
): Promise<ApiStack> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-api-'));
  const { simulator, toolUrl, environment } = await startSimulatedLms(profile, directory);
  const database = await startEmbeddedMongodb({ memory: true });
  const MONGODB_URI = database.uri('roundtable');
  const config = readConfig({ ...environment, MONGODB_URI, LOG_LEVEL: 'fatal', ...configuration });
  const roundtable = await startRoundtable(config, { inMemory: true });
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  return {
    simulator,
    roundtable,
    toolUrl,
    mongodbUri: MONGODB_URI,
    metricsUrl: `http://127.0.0.1:${config.metricsPort}/metrics`,
    course,
    person(role, index = 0): Person {
      const person = simulator.peopleWith(course, role)[index];
      if (!person) throw new Error(`no ${role} ${index}`);
      return person;
    },
    open: (person, request, inCourse = course, more = {}) =>
      ApiSession.open(toolUrl, simulator, {
        courseId: inCourse.id,
        userId: person.id,
        request: request ?? { deepLinking: true },
        ...more,
      }),
    async close(): Promise<void> {
      const few = await requireFewRoundTrips(`http://127.0.0.1:${config.metricsPort}/metrics`).catch(
        (error: unknown) => error as Error,
      );
      await roundtable.stop();
      await keepLedgerOf(MONGODB_URI);
      await database.close();
      await simulator.close();
      rmSync(directory, { recursive: true, force: true });
      if (few) throw few;
    },
  };
}

/** Another instance of the tool on the stack's database. @param secretKey the first one's: bearers are of both */
export async function startSecond(stack: ApiStack, secretKey: string) {
  const [port, metricsPort] = await freePorts(2);
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-second-'));
  const config = readConfig({
    SECRET_KEY: secretKey,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: stack.toolUrl,
    DATA_DIR: directory,
    MONGODB_URI: stack.mongodbUri,
    LOG_LEVEL: 'fatal',
  });
  const { stop } = await startRoundtable(config, { inMemory: true });
  return {
    toolUrl: `http://127.0.0.1:${port}`,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    async stop(): Promise<void> {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Settings of a peer review that are open for a day, with one criterion of ten points. */
export const buildSettings = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Essay',
  instructions: 'Write about bridges.',
  points: 20,
  submissionsCloseAt: new Date(Date.now() + 86_400_000).toISOString(),
  reviewsCloseAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
  reviewsPerLearner: 2,
  criteria: [{ id: 'content', title: 'Content', description: '', points: 10 }],
  ...overrides,
});
