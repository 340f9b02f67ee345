/** The tool's LTI part on its own in an Express app, an LMS, and a browser that keeps cookies: for conformance tests. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase, type Database } from '../../server/src/platform/database/connect.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { createInvitations, type Invitations } from '../../server/src/platform/invitations/index.ts';
import { createLti, type Lti } from '../../server/src/platform/lti/index.ts';
import { createJobs, type JobRunner } from '../../server/src/platform/jobs/index.ts';
import type { CopiedContext, VerifiedLaunch } from '../../server/src/platform/lti/ports.ts';
import { startSimulator } from '../lms-simulator/index.ts';
import type {
  Course,
  LaunchRequest,
  LoginOptions,
  Person,
  ProfileName,
  Registration,
  ResourceLink,
  Simulator,
  Tamper,
} from '../lms-simulator/index.ts';

/** What the log was told. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Record<string, unknown>;
}

export interface LaunchBench {
  readonly url: string;
  readonly lti: Lti;
  readonly invitations: Invitations;
  readonly simulator: Simulator;
  readonly registration: Registration;
  readonly course: Course;
  readonly learner: Person;
  readonly instructor: Person;
  readonly link: ResourceLink;
  /** Every launch that reached the features. */
  readonly launches: VerifiedLaunch[];
  readonly log: LogLine[];
  /** Every course copy that a notice told of. */
  readonly copies: CopiedContext[];
  /** Background work; it runs when a test says so. */
  readonly jobs: JobRunner;
  /** Database commands that requests to the tool have made. */
  readonly count: { commands: number };
  /** The tool's clock is this much ahead of the real one. */
  readonly clock: { aheadMs: number };
  /** Follows the tool's login for a person, as a browser would. */
  login(options?: LoginChoice): Promise<BegunLogin>;
  /** Lets the LMS answer a login, spoilt as told, and posts that to the tool. */
  answer(begun: BegunLogin, tamper?: Tamper, cookie?: string | null): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface LoginChoice extends LoginOptions {
  readonly person?: Person;
  readonly request?: LaunchRequest;
  readonly change?: (params: Record<string, string>) => Record<string, string>;
}

export interface BegunLogin {
  readonly response: Response;
  /** The address of the platform's authorization endpoint, where the tool sends the browser. */
  readonly authorizationUrl: string;
  readonly state: string;
  /** As a browser sends it back. */
  readonly cookie: string;
  /** The page's HTML where the login answered with one. */
  readonly html: string;
}

export interface BenchOptions {
  readonly profile?: ProfileName;
  readonly issuer?: string;
  readonly acceptNewDeployments?: boolean;
}

/** Who changes platforms in these tests. */
export const BY_TEST = { actor: { kind: 'system', job: 'test' }, requestId: null } as const;

export async function startLaunchBench(options: BenchOptions = {}): Promise<LaunchBench> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory: null,
    countCommands: true,
    onFatal: (error) => {
      throw error;
    },
  });
  const launches: VerifiedLaunch[] = [];
  const log: LogLine[] = [];
  const copies: CopiedContext[] = [];
  const clock = { aheadMs: 0 };
  const time = { now: () => new Date(Date.now() + clock.aheadMs) };
  const jobs = createJobs({ connection: database.connection, clock: time, log: recorder(log) });
  const invitations = createInvitations(database.connection, time, () => undefined);
  const lti = await createLti({
    connection: database.connection,
    publicUrl: url,
    secretKey: randomBytes(32),
    platformsFile: null,
    clock: time,
    log: recorder(log),
    loopbackHttpAllowed: true,
    invitations,
    eventsWritten: () => undefined,
    onLaunch: async (launch) => {
      launches.push(launch);
      const { role, readOnly, testUser, name, context } = launch;
      const ids = { courseId: 'c'.repeat(32), memberId: 'm'.repeat(32), resourceLinkId: null };
      const none = { resourceLinkTitle: null, activityId: null, gradingView: null };
      return { ...ids, ...none, courseTitle: context.title, role, readOnly, testUser, name };
    },
    onContextCopied: async (copied) => void copies.push(copied),
    jobs,
  });
  await createIndexes(database.connection);
  const count = { commands: 0 };
  const app = express();
  app.use((_request, _response, next) => counted(count, next));
  app.use(lti.router);
  server.on('request', app);

  const simulator = await startSimulator({
    profile: options.profile ?? 'moodle',
    ...(options.issuer !== undefined && { issuer: options.issuer }),
  });
  const registration = simulator.registerTool({
    name: 'Roundtable',
    loginUrl: `${url}/lti/login`,
    launchUrl: `${url}/lti/launch`,
    jwksUrl: `${url}/lti/keys`,
  });
  await lti.registry.add(
    { ...registration, acceptNewDeployments: options.acceptNewDeployments ?? false },
    BY_TEST,
  );
  return {
    ...makeBrowser(simulator, url),
    url,
    lti,
    invitations,
    count,
    simulator,
    registration,
    launches,
    log,
    copies,
    jobs,
    clock,
    close,
  };

  async function close(): Promise<void> {
    await simulator.close();
    await closeServer(server, database);
  }
}

async function closeServer(server: Server, database: Database): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.close();
}

const recorder = (log: LogLine[]) => {
  const at =
    (level: LogLine['level']) =>
    (fields: unknown): void => {
      log.push({ level, fields: fields as Record<string, unknown> });
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

/** Does what a browser does between the LMS and the tool, with people and a link of the demo course. */
function makeBrowser(simulator: Simulator, url: string) {
  const course = first(simulator.courses);
  const learner = first(simulator.peopleWith(course, 'learner'));
  const instructor = first(simulator.peopleWith(course, 'instructor'));
  const link = simulator.addResourceLink(course, { title: 'Essay', lineItem: { scoreMaximum: 20 } });

  const post: LaunchBench['post'] = async (path, fields, headers = {}) =>
    await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  const login: LaunchBench['login'] = async ({ person, request, change, ...options } = {}) => {
    const { params } = simulator.beginLogin(course.id, (person ?? learner).id, request ?? link.id, options);
    const response = await post('/lti/login', change?.(params) ?? params);
    const html = await response.clone().text();
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1];
    const next = data === undefined ? null : (JSON.parse(data) as { next: string }).next;
    const authorizationUrl = response.headers.get('location') ?? next ?? '';
    const state = new URLSearchParams(authorizationUrl.split('?')[1]).get('state') ?? '';
    const cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    return { response, authorizationUrl, state, cookie, html };
  };

  const answer: LaunchBench['answer'] = async (begun, tamper, cookie = begun.cookie) => {
    const { fields } = await simulator.authorize(begun.authorizationUrl, tamper);
    return await post('/lti/launch', fields, cookie === null ? {} : { cookie });
  };
  return { course, learner, instructor, link, login, answer, post };
}

export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
}
