/** The composition root: configuration → database → features → jobs → HTTP. The only file that wires parts together. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { makeApp } from './app.ts';
import { AppError } from './core/app-error.ts';
import { systemClock } from './core/clock.ts';
import { activityRoutes, createActivityService, createActivityStore } from './features/activity/index.ts';
import { createAuditStore } from './features/audit/index.ts';
import {
  courseRoutes,
  createCourseService,
  createCourseStore,
  createLaunchRecorder,
  createLinkService,
  createSessionService,
} from './features/course/index.ts';
import { createGradebook } from './features/gradebook/index.ts';
import { createQueue } from './features/insights/index.ts';
import { createPeerReview } from './features/peer-review/index.ts';
import { type Config, ConfigError, readConfig } from './platform/config/config.ts';
import { secretKeyIn } from './platform/config/secret-key.ts';
import { createIndexes } from './platform/database/collection.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createEventRelay } from './platform/database/event-relay.ts';
import { createBearers } from './platform/http/bearer.ts';
import type { Route } from './platform/http/route.ts';
import { createJobs } from './platform/jobs/index.ts';
import { createLog } from './platform/log/log.ts';
import { createLti } from './platform/lti/index.ts';
import { registerGradeMetrics } from './platform/grade-metrics.ts';
import { createMetrics, serveMetrics } from './platform/metrics.ts';

/** Where the build puts the client, seen from the built form of this file. */
const CLIENT_DIRECTORY = fileURLToPath(new URL('../../client', import.meta.url));
/** How long requests under way may take after SIGTERM. */
const DRAIN_MS = 10_000;

/** A running Roundtable. */
export interface Roundtable {
  readonly routes: readonly Route[];
  /** Takes no more requests, finishes what was begun, closes the database. */
  stop(): Promise<void>;
}

/** Wires everything and listens. @throws ConfigError and errors of the database, for a person at a terminal */
export async function startRoundtable(config: Config): Promise<Roundtable> {
  const clock = systemClock;
  const log = createLog(config.logLevel);
  const countCommands = log.isLevelEnabled('debug');
  const secretKey = config.secretKey ?? secretKeyIn(config.dataDirectory);
  const database = await connectDatabase({
    mongodbUri: config.mongodbUri,
    dataDirectory: config.dataDirectory,
    countCommands,
    onFatal: (error) => {
      // Going on would serve what is not on disk (DESIGN §2): the supervisor starts the process again.
      log.fatal({ err: error }, 'the embedded database cannot write; stopping');
      process.exit(1);
    },
  });
  const { connection } = database;
  let draining = false;

  // The relay is made when all who write events are; nothing is written before it is there.
  const eventsWritten = (): void => relay.kick();
  const jobs = createJobs({ connection, clock, log });
  const activities = createActivityService(createActivityStore(connection), clock);
  const courseStore = createCourseStore(connection);
  const course = createCourseService(courseStore);
  const audit = createAuditStore(connection);
  const lti = await createLti({
    connection,
    publicUrl: config.publicUrl,
    secretKey,
    platformsFile: platformsFileOf(config),
    clock,
    log,
    loopbackHttpAllowed: config.publicUrl.startsWith('http:'),
    onLaunch: createLaunchRecorder(courseStore, activities, clock, eventsWritten),
  });
  const gradebook = createGradebook({
    connection,
    clock,
    log,
    jobs,
    course,
    grades: lti.grades,
    publicUrl: config.publicUrl,
    eventsWritten,
  });
  const peerReview = createPeerReview({
    connection,
    clock,
    jobs,
    activities,
    course,
    grades: gradebook,
    eventsWritten,
  });
  gradebook.useSource(peerReview.gradeSource);
  const queue = createQueue({ sources: gradebook.waitingSources });
  const relay = createEventRelay(
    connection,
    [audit.append, peerReview.progressConsumer, peerReview.jobsConsumer, gradebook.consumer],
    clock,
    log,
  );

  const bearers = createBearers(secretKey);
  const sessions = createSessionService(lti.sessions, bearers, courseStore, clock);
  const links = createLinkService(
    lti.sessions,
    lti.deepLinking,
    activities,
    courseStore,
    clock,
    eventsWritten,
  );
  const routes = [
    ...courseRoutes(sessions, links),
    ...activityRoutes(activities),
    ...peerReview.routes,
    ...gradebook.routes,
    ...queue.routes,
  ];
  const metrics = createMetrics({ countCommands, oldestUnsentGradeAt: gradebook.oldestUnsentAt }, () =>
    clock.now(),
  );
  registerGradeMetrics(metrics.registry, gradebook);
  const app = makeApp({
    log,
    clock,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    clientDirectory: CLIENT_DIRECTORY,
    bearers,
    routes,
    ltiRouter: lti.router,
    frameRules: lti,
    metrics,
    async ready(): Promise<void> {
      if (draining) throw new AppError('DRAINING');
      await connection.db?.command({ ping: 1 });
    },
  });

  await createIndexes(connection);
  // The embedded database lets one process in: what was leased when this one starts was a dead one's.
  const alone = config.mongodbUri === null;
  await Promise.all([jobs.start(alone), gradebook.start(alone)]);
  relay.start();
  const server = await listen(createServer(app), config.port);
  const metricsServer = await serveMetrics(metrics.registry, config.metricsPort);
  log.info({ port: config.port, publicUrl: config.publicUrl }, 'Roundtable is ready');

  return {
    routes,
    async stop(): Promise<void> {
      draining = true;
      await closeServer(server);
      await Promise.all([closeServer(metricsServer), jobs.stop(), gradebook.stop()]);
      await relay.stop();
      await database.close();
    },
  };
}

/** The platforms file, or null when it was not named and is not there: then platforms are added by the command line. */
const platformsFileOf = ({ platformsFile, platformsFileNamed }: Config): string | null =>
  platformsFileNamed || existsSync(platformsFile) ? platformsFile : null;

const listen = (server: Server, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, () => resolve(server));
  });

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(force);
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const roundtable = await startRoundtable(readConfig(process.env));
  const stop = (): void => {
    // A second signal ends the process at once.
    process.once('SIGTERM', () => process.exit(1)).once('SIGINT', () => process.exit(1));
    void roundtable.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const text = error instanceof ConfigError || error instanceof Error ? error.message : String(error);
    process.stderr.write(`Roundtable cannot start:\n${text}\n`);
    process.exit(1);
  });
}
