/** The composition root: configuration → database → features → jobs → HTTP. The only file that wires parts together. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { makeApp } from './app.ts';
import { FILE_BYTES_MAX, FILES_PER_ITEM_BYTES_MAX, FILES_PER_ITEM_MAX } from './contracts/limits.ts';
import { AppError } from './core/app-error.ts';
import { createCapabilitySecrets } from './core/capability.ts';
import { systemClock } from './core/clock.ts';
import { activityRoutes, createActivityService, createActivityStore } from './features/activity/index.ts';
import { createAdministration } from './features/administration/index.ts';
import { createAuditStore } from './features/audit/index.ts';
import {
  courseRoutes,
  createCopyService,
  createCourseService,
  createCourseStore,
  createLaunchRecorder,
  createLinkService,
  createMemberLinkStore,
  createPlacementService,
  createRoster,
  createSessionService,
  observedRoutes,
} from './features/course/index.ts';
import { createDisputes } from './features/disputes/index.ts';
import { createFiles } from './features/files/index.ts';
import { createGradebook } from './features/gradebook/index.ts';
import { createQueue } from './features/insights/index.ts';
import { createNotices } from './features/notices/index.ts';
import { createPeerReview } from './features/peer-review/index.ts';
import { createCalendarWriter } from './platform/calendar/ical.ts';
import { type Config, ConfigError, readConfig } from './platform/config/config.ts';
import { secretKeyIn } from './platform/config/secret-key.ts';
import { csv } from './platform/csv/csv.ts';
import { createIndexes } from './platform/database/collection.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createEventRelay } from './platform/database/event-relay.ts';
import { contentRouter } from './platform/files/content-router.ts';
import { createInspector } from './platform/files/inspector.ts';
import { createDiskStorage, createS3Storage } from './platform/files/storage.ts';
import { uncounted } from './platform/database/round-trips.ts';
import { createBearers } from './platform/http/bearer.ts';
import { linkRouter } from './platform/http/link-router.ts';
import type { Route } from './platform/http/route.ts';
import { closeServer, listen } from './platform/http/server.ts';
import { createInvitations, type Invitations } from './platform/invitations/index.ts';
import { createJobs } from './platform/jobs/index.ts';
import { createLog } from './platform/log/log.ts';
import { createLti } from './platform/lti/index.ts';
import { registerGradeMetrics } from './platform/grade-metrics.ts';
import { createSmtpMailer } from './platform/mail/smtp-mailer.ts';
import { createMetrics, serveMetrics } from './platform/metrics.ts';

/** Where the build puts the client, seen from the built form of this file. */
const CLIENT_DIRECTORY = fileURLToPath(new URL('../../client', import.meta.url));

export interface StartOptions {
  /** Nothing on disk: for tests. */
  readonly inMemory?: boolean;
}

/** A running Roundtable. */
export interface Roundtable {
  readonly routes: readonly Route[];
  /** Makes one-time links, as the command line does. */
  readonly invitations: Invitations;
  /** Takes no more requests, finishes what was begun, closes the database. */
  stop(): Promise<void>;
}

/** Wires everything and listens. @throws ConfigError and errors of the database, for a person at a terminal */
export async function startRoundtable(config: Config, options: StartOptions = {}): Promise<Roundtable> {
  const clock = systemClock;
  const log = createLog(config.logLevel);
  const countCommands = log.isLevelEnabled('debug');
  const secretKey = config.secretKey ?? secretKeyIn(config.dataDirectory);
  const database = await connectDatabase({
    mongodbUri: config.mongodbUri,
    dataDirectory: options.inMemory ? null : config.dataDirectory,
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
  /** What most features work with. */
  const base = { connection, jobs, clock, log, eventsWritten };
  const activities = createActivityService(createActivityStore(connection), clock);
  const courseStore = createCourseStore(connection);
  const course = createCourseService(courseStore);
  const copies = createCopyService(courseStore, activities);
  const audit = createAuditStore(connection);
  const invitations = createInvitations(connection, clock, eventsWritten);
  const lti = await createLti({
    connection,
    publicUrl: config.publicUrl,
    secretKey,
    platformsFile: platformsFileOf(config),
    clock,
    log,
    loopbackHttpAllowed: config.publicUrl.startsWith('http:'),
    invitations,
    eventsWritten,
    onLaunch: createLaunchRecorder({
      store: courseStore,
      memberLinks: createMemberLinkStore(connection),
      activities,
      copies,
      clock,
      eventsWritten,
      staffLaunched: (scope) => uncounted(() => roster.afterStaffLaunch(scope)),
    }),
    onContextCopied: copies.noteOrigins,
    jobs,
  });
  const roster = createRoster({ ...base, store: courseStore, rosters: lti.rosters, csv });
  const files = createFiles({
    connection,
    storage: config.files.s3
      ? await createS3Storage(config.files.s3)
      : createDiskStorage(config.files.directory),
    inspector: createInspector({ inThread: !options.inMemory }),
    jobs,
    clock,
    findScope: course.findScope,
    limits: {
      fileBytes: FILE_BYTES_MAX,
      itemBytes: FILES_PER_ITEM_BYTES_MAX,
      itemFiles: FILES_PER_ITEM_MAX,
      courseBytes: config.files.courseBytes,
    },
  });
  const gradebook = createGradebook({
    ...base,
    course,
    grades: lti.grades,
    publicUrl: config.publicUrl,
  });
  const peerReview = createPeerReview({ ...base, activities, course, grades: gradebook, files });
  gradebook.useSource(peerReview.gradeSource);
  for (const [kind, rules] of Object.entries(peerReview.fileRules)) files.useItems(kind, rules);
  const disputes = createDisputes({
    ...base,
    activities,
    course,
    findDisputable: peerReview.findDisputable,
    setGrade: gradebook.setGrade,
  });
  const queue = createQueue({ sources: [...gradebook.waitingSources, roster.waiting, disputes.waiting] });
  const mailer = config.mail && createSmtpMailer({ url: config.mail.smtpUrl, from: config.mail.from, log });
  const notices = createNotices({
    ...base,
    activities,
    course,
    sources: [peerReview.noticeSource, disputes.noticeSource],
    secrets: createCapabilitySecrets(secretKey),
    publicUrl: config.publicUrl,
    writeCalendar: createCalendarWriter(new URL(config.publicUrl).host),
    mailer,
  });
  const relay = createEventRelay(
    connection,
    [
      audit.append,
      peerReview.progressConsumer,
      peerReview.jobsConsumer,
      gradebook.consumer,
      roster.consumer,
      // After the staff tables, by which it knows who lacks what.
      notices.consumer,
    ],
    clock,
    log,
  );

  const administration = createAdministration({
    connection,
    clock,
    jobs,
    audit,
    invitations,
    registry: lti.registry,
    connectionTest: lti.connectionTest,
    launchNotes: lti.launchNotes,
    rotateDueKeys: lti.rotateDueKeys,
    oldestUnsentGradeAt: gradebook.oldestUnsentAt,
    publicUrl: config.publicUrl,
    eventsWritten,
  });

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
    ...courseRoutes(sessions, links, createPlacementService(courseStore, activities, eventsWritten)),
    ...roster.routes,
    ...observedRoutes(course),
    ...activityRoutes(activities),
    ...peerReview.routes,
    ...gradebook.routes,
    ...disputes.routes,
    ...files.routes,
    ...queue.routes,
    ...notices.routes,
    ...administration.routes,
  ];
  const metrics = createMetrics(
    {
      countCommands,
      oldestUnsentGradeAt: gradebook.oldestUnsentAt,
      oldestDueMailAt: notices.oldestDueMailAt,
    },
    () => clock.now(),
  );
  registerGradeMetrics(metrics.registry, gradebook);
  const app = makeApp({
    log,
    clock,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    clientDirectory: CLIENT_DIRECTORY,
    bearers,
    administrators: administration.sessions,
    routes,
    ltiRouter: lti.router,
    linkRouter: linkRouter(notices.links),
    fileContents: contentRouter(files.open),
    frameRules: lti,
    metrics,
    async ready(): Promise<void> {
      if (draining) throw new AppError('DRAINING');
      await connection.db?.command({ ping: 1 });
    },
  });

  await createIndexes(connection);
  await administration.start();
  // The embedded database lets one process in: what was leased when this one starts was a dead one's.
  const alone = config.mongodbUri === null;
  await Promise.all([jobs.start(alone), gradebook.start(alone), files.start()]);
  notices.start();
  void mailer?.check();
  relay.start();
  const server = await listen(createServer(app), config.port);
  const metricsServer = await serveMetrics(metrics.registry, config.metricsPort);
  log.info({ port: config.port, publicUrl: config.publicUrl }, 'Roundtable is ready');

  return {
    routes,
    invitations,
    async stop(): Promise<void> {
      draining = true;
      await closeServer(server);
      mailer?.drain();
      await Promise.all([closeServer(metricsServer), jobs.stop(), gradebook.stop(), notices.stop()]);
      mailer?.close();
      await lti.flush();
      await relay.stop();
      await database.close();
    },
  };
}

/** The platforms file, or null when it was not named and is not there: then platforms are added by the command line. */
const platformsFileOf = ({ platformsFile, platformsFileNamed }: Config): string | null =>
  platformsFileNamed || existsSync(platformsFile) ? platformsFile : null;

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
