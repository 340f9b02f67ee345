/** The composition root: configuration → database → features → jobs → HTTP. The only file that wires parts together. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FILE_LIMITS } from './contracts/limits.ts';
import { createCapabilitySecrets } from './core/capability.ts';
import { systemClock } from './core/clock.ts';
import {
  activityRoutes,
  createActivityService,
  createActivityStore,
  createAskingList,
  createOpening,
  createPublication,
  createTimelines,
} from './features/activity/index.ts';
import { createActivityTypes, createMarkingOfTypes } from './activity-types.ts';
import { createAdministration } from './features/administration/index.ts';
import { makeApp } from './app.ts';
import { createGroupRooms } from './group-rooms.ts';
import { registerPageMetrics } from './platform/co-writing/index.ts';
import { createAuditStore } from './features/audit/index.ts';
import {
  countsAsLearner,
  createCopyService,
  createCourseRoutes,
  createCourseService,
  createCourseStore,
  createLaunchRecorder,
  createLmsDatesService,
  createMemberLinkStore,
  createRoster,
} from './features/course/index.ts';
import { createDisputes } from './features/disputes/index.ts';
import { createEvidence } from './features/evidence/index.ts';
import { createFiles } from './features/files/index.ts';
import { createGradebook } from './features/gradebook/index.ts';
import { createInsights } from './features/insights/index.ts';
import { createJourneys } from './features/journeys/index.ts';
import { createNotices } from './features/notices/index.ts';
import { createRehearsals } from './features/rehearsal/index.ts';
import { createQuestionnaires } from './features/questionnaire/index.ts';
import { createRubricLibrary } from './features/rubric-library/index.ts';
import { createStaffNotes } from './features/staff-notes/index.ts';
import { createCalendarWriter } from './platform/calendar/ical.ts';
import { type Config, ConfigError, readConfig } from './platform/config/config.ts';
import { secretKeyIn } from './platform/config/secret-key.ts';
import { csv } from './platform/csv/csv.ts';
import { createIndexes } from './platform/database/collection.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createEventRelay } from './platform/database/event-relay.ts';
import { contentRouter } from './platform/files/content-router.ts';
import { createInspector } from './platform/files/inspector.ts';
import { createStorage } from './platform/files/storage.ts';
import { uncounted } from './platform/database/round-trips.ts';
import { createBearers } from './platform/http/bearer.ts';
import { linkRouter } from './platform/http/link-router.ts';
import type { Route } from './platform/http/route.ts';
import { createInvitations, type Invitations } from './platform/invitations/index.ts';
import { createJobs } from './platform/jobs/index.ts';
import { createLive } from './platform/live/live.ts';
import { createLog } from './platform/log/log.ts';
import { createLti } from './platform/lti/index.ts';
import { registerGradeMetrics } from './platform/grade-metrics.ts';
import { createSmtpMailer } from './platform/mail/smtp-mailer.ts';
import { createMetrics } from './platform/metrics.ts';
import { serve } from './serve.ts';

/** Where the build puts the client, seen from the built form of this file. */
const CLIENT_DIRECTORY = fileURLToPath(new URL('../../client', import.meta.url));

export interface StartOptions {
  /** Nothing on disk, and every request's round trips are counted: for tests. */
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
  const countCommands = options.inMemory === true || log.isLevelEnabled('debug');
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
  // The relay is made when all who write events are; nothing is written before it is there.
  const eventsWritten = (): void => relay.kick();
  const jobs = createJobs({ connection, clock, log });
  /** What most features work with. */
  const base = { connection, jobs, clock, log, csv, config, eventsWritten };
  const activityStore = createActivityStore(connection);
  const activities = createActivityService(activityStore, clock);
  const courseStore = createCourseStore(connection);
  const course = createCourseService(courseStore);
  const live = createLive({ ...base, course });
  const scoped = { ...base, findScope: course.findScope };
  const memberLinks = createMemberLinkStore(connection);
  const lmsDates = createLmsDatesService({
    ...base,
    store: courseStore,
    memberLinks,
    activities,
    extensions: activityStore.timelines.groups,
  });
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
      memberLinks,
      activities,
      copies,
      lmsDates,
      clock,
      eventsWritten,
      staffLaunched: (scope) => uncounted(() => roster.afterStaffLaunch(scope)),
    }),
    onContextCopied: copies.noteOrigins,
    jobs,
  });
  const roster = createRoster({ ...base, store: courseStore, rosters: lti.rosters });
  const files = createFiles({
    connection,
    storage: await createStorage(config.files),
    inspector: createInspector({ inThread: !options.inMemory }),
    jobs,
    clock,
    findScope: course.findScope,
    limits: { ...FILE_LIMITS, courseBytes: config.files.courseBytes },
  });
  const gradebook = createGradebook({ ...base, course, grades: lti.grades, publicUrl: config.publicUrl });
  const shared = { ...base, ...roster, course, files, live, secretKey };
  const { peerReview, discussions, groupWork, types, schedules, rehearsed, findActivity, findGradeSource } =
    createActivityTypes(activityStore, { ...shared, grades: gradebook });
  const timelines = createTimelines({
    ...scoped,
    store: activityStore.timelines,
    activities,
    schedules,
    findLearners: async (scope, ids) => (await course.findMembers(scope, ids)).filter(countsAsLearner),
    ...roster.groups,
  });
  gradebook.useSource(peerReview.gradeSource);
  const disputes = createDisputes({
    ...base,
    activities,
    course,
    sources: { peerReview: peerReview.findDisputable },
    grades: gradebook,
  });
  const questionnaires = createQuestionnaires({
    ...base,
    course,
    groups: roster.groups,
    files,
    grades: gradebook,
  });
  roster.useAnswers(questionnaires.attributeSource);
  groupWork.useEvaluations(questionnaires.evaluations);
  for (const find of [questionnaires.findGradeSource, findGradeSource]) gradebook.useFurtherSource(find);
  const evidence = createEvidence({ ...base, course, listAsking: createAskingList(activityStore) });
  const opening = createOpening({
    ...scoped,
    store: activityStore,
    met: activityStore.timelines.groups,
    activities,
    types,
    checks: questionnaires.checks,
    sessions: evidence.sessions,
  });
  for (const { fileRules } of [peerReview, discussions, groupWork, questionnaires])
    for (const [kind, rules] of Object.entries(fileRules)) files.useItems(kind, rules);
  const marking = createMarkingOfTypes(
    { peerReview, discussions, groupWork, findActivity },
    { ...base, course, sections: roster.sections, grades: gradebook.marked },
  );
  const bearers = createBearers(secretKey);
  const { publicUrl } = config;
  const inRooms = { ...base, activities, bearers, publicUrl, live, course, files };
  const rooms = createGroupRooms({ ...inRooms, ...groupWork, sections: roster.sections });
  const insights = createInsights({
    ...base,
    activities,
    course,
    sections: roster.sections,
    matters: [
      peerReview.matterSource,
      ...gradebook.matterSources,
      roster.matterSource,
      disputes.matterSource,
      peerReview.problemMatters,
      marking.matterSource,
      ...questionnaires.matterSources,
      roster.signUpMatters,
      ...[discussions, groupWork, rooms].flatMap(({ matterSources }) => matterSources),
    ],
    progress: [peerReview.matterSource],
  });
  const mailer = config.mail && createSmtpMailer({ url: config.mail.smtpUrl, from: config.mail.from, log });
  const notices = createNotices({
    ...base,
    activities,
    course,
    sources: [peerReview, discussions, groupWork, disputes, questionnaires, roster]
      .map(({ noticeSource }) => noticeSource)
      .concat(rooms.noticeSources),
    secrets: createCapabilitySecrets(secretKey),
    publicUrl,
    writeCalendar: createCalendarWriter(new URL(publicUrl).host),
    mailer,
  });
  questionnaires.useNotices(notices.settle);
  const relay = createEventRelay(
    connection,
    [
      audit.append,
      peerReview.progressConsumer,
      peerReview.jobsConsumer,
      gradebook.consumer,
      questionnaires.gradeConsumer,
      marking.consumer,
      roster.consumer,
      discussions.consumer,
      groupWork.consumer,
      rooms.consumer,
      timelines.consumer,
      opening.consumer,
      // After the staff tables, from which they read what waits and who lacks what.
      insights.consumer,
      notices.consumer,
      live.consumer,
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

  const routes = [
    ...createCourseRoutes({ ...base, ...lti, lmsDates, store: courseStore, course, activities, bearers }),
    ...roster.routes,
    ...activityRoutes(activities),
    ...timelines.routes,
    ...opening.routes,
    ...createPublication({
      ...base,
      activities,
      types,
      isLinked: async (scope, id) => (await courseStore.findLinksTo(scope, id)).length > 0,
    }).routes,
    ...createJourneys({ ...scoped, activities, types }).routes,
    ...createRehearsals({
      ...scoped,
      activities,
      store: courseStore,
      sources: rehearsed,
      bearers,
      removeFiles: files.removeAll,
    }).routes,
    ...createRubricLibrary({ ...base, course }).routes,
    ...createStaffNotes({ ...base, course, groups: roster.groups }).routes,
    ...evidence.routes,
    ...peerReview.routes,
    ...gradebook.routes,
    ...disputes.routes,
    ...files.routes,
    ...insights.routes,
    ...notices.routes,
    ...questionnaires.routes,
    ...marking.routes,
    ...discussions.routes,
    ...groupWork.routes,
    ...rooms.routes,
    ...administration.routes,
    ...live.routes,
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
  registerPageMetrics(metrics.registry, rooms.sockets);
  await createIndexes(connection);
  await administration.start();
  // The embedded database lets one process in: what was leased when this one starts was a dead one's.
  const alone = config.mongodbUri === null;
  await Promise.all([jobs.start(alone), gradebook.start(alone), files.start()]);
  notices.start();
  void mailer?.check();
  relay.start();
  const serving = await serve(config, {
    log,
    registry: metrics.registry,
    upgrade: rooms.sockets.upgrade,
    ping: () => Promise.resolve(connection.db?.command({ ping: 1 })),
    makeApp: (ready) =>
      makeApp({
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
        frameRules: { ...lti, frameSources: rooms.frameSources },
        metrics,
        ready,
      }),
  });

  return {
    routes,
    invitations,
    async stop(): Promise<void> {
      live.stop();
      await Promise.all([rooms.sockets.stop(), serving.stopRequests()]);
      mailer?.drain();
      await Promise.all([serving.stopMetrics(), jobs.stop(), gradebook.stop(), notices.stop()]);
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
