import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../factories/ports.ts';
import { type Child, startChild, untilReady } from './processes.ts';
import { type Figure, median } from './figure.ts';

const CLIENTS = 8;
const ROUNDS = 5;
const LAUNCHES_PER_ROUND = 250;
const PEOPLE = 100;
/** A server runs for weeks: until the engine has compiled all of both that it ever will. */
const WARM_UP = 1_500;
/** spec/quality.md: launches per second beside a bare ltijs application in the same run. */
const RATIO_BUDGET = 1.5;
const FIRST_LAUNCH_BUDGET = 8;
const REPEATED_LAUNCH_BUDGET = 5;

interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

interface Tool {
  readonly url: string;
  stop(): Promise<void>;
  commands(): Promise<number>;
}

async function startTool(platformUrl: string, directory: string, logLevel: string): Promise<Tool> {
  const [port, metricsPort] = await freePorts(2);
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(directory);
  const platforms = join(directory, 'platforms.json');
  writeFileSync(
    platforms,
    JSON.stringify([
      {
        name: 'Bench',
        issuer: platformUrl,
        clientId: 'bench',
        deploymentIds: ['1'],
        authorizationEndpoint: `${platformUrl}/authorize`,
        tokenEndpoint: `${platformUrl}/token`,
        jwksUri: `${platformUrl}/keys`,
      },
    ]),
  );
  const child = startChild('server/src/main.js', [], {
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: url,
    DATA_DIR: join(directory, 'data'),
    LTI_PLATFORMS_FILE: platforms,
    LOG_LEVEL: logLevel,
    // Each simulated person comes from an address of their own.
    TRUST_PROXY: '1',
  });
  await untilReady(`${url}/readyz`);
  return {
    url,
    stop: () => child.stop(),
    async commands(): Promise<number> {
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const sums = text.matchAll(/^roundtable_request_database_commands_sum\{[^}]*\} (\d+)/gm);
      return [...sums].reduce((total, match) => total + Number(match[1]), 0);
    },
  };
}

interface Order {
  launches: number;
  clients?: number;
  people?: number;
  course?: string;
}

async function order(load: Child, tool: string, launches: Order): Promise<Load> {
  load.send({ tool, clients: CLIENTS, people: PEOPLE, course: 'course', ...launches });
  return JSON.parse(await load.line()) as Load;
}

/** Round trips of one launch: login, launch and code exchange. */
async function roundTrips(load: Child, tool: Tool, course: string): Promise<number> {
  const before = await tool.commands();
  await order(load, tool.url, { launches: 1, clients: 1, people: 1, course });
  return (await tool.commands()) - before;
}

/** Launches per second and round trips per launch, beside a bare ltijs application on the same kind of database. */
export async function benchLaunches(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const [platformPort = 0, barePort = 0] = await freePorts(2);
  const platformUrl = `http://127.0.0.1:${platformPort}`;
  const load = startChild('test/bench/launch-load.js', [String(platformPort)]);
  await load.line();
  try {
    return [
      ...(await countRoundTrips(load, platformUrl, join(directory, 'counted'))),
      ...(await compareWithBare(load, platformUrl, join(directory, 'compared'), barePort)),
    ];
  } finally {
    await load.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** In a process of its own: counting costs speed. */
async function countRoundTrips(load: Child, platformUrl: string, directory: string): Promise<Figure[]> {
  const tool = await startTool(platformUrl, directory, 'debug');
  try {
    // The platform's own records are read once per process, not per launch.
    await order(load, tool.url, { launches: 1 });
    const first = await roundTrips(load, tool, 'another course');
    const repeated = await roundTrips(load, tool, 'another course');
    return [
      { name: 'launch: round trips, first', value: first, unit: '', budget: FIRST_LAUNCH_BUDGET },
      { name: 'launch: round trips, repeated', value: repeated, unit: '', budget: REPEATED_LAUNCH_BUDGET },
    ];
  } finally {
    await tool.stop();
  }
}

async function compareWithBare(
  load: Child,
  platformUrl: string,
  directory: string,
  barePort: number,
): Promise<Figure[]> {
  const bareUrl = `http://127.0.0.1:${barePort}`;
  const tool = await startTool(platformUrl, directory, 'silent');
  const bare = startChild('test/bench/bare-ltijs.js', [String(barePort), platformUrl, 'bench']);
  try {
    await bare.line();
    for (const url of [tool.url, bareUrl]) await order(load, url, { launches: WARM_UP });
    const ours: Load[] = [];
    const theirs: Load[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await order(load, tool.url, { launches: LAUNCHES_PER_ROUND }));
      theirs.push(await order(load, bareUrl, { launches: LAUNCHES_PER_ROUND }));
    }
    const ratio = median(ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? 1)));
    return [
      { name: 'launches per second', value: median(ours.map((o) => o.perSecond)), unit: '/s' },
      { name: 'launches per second, bare ltijs', value: median(theirs.map((t) => t.perSecond)), unit: '/s' },
      { name: 'launches, ratio to bare ltijs', value: ratio, unit: '×', budget: RATIO_BUDGET, atLeast: true },
      { name: 'launch p99 at 8 clients', value: median(ours.map((o) => o.p99)), unit: 'ms' },
    ];
  } finally {
    await Promise.all([tool.stop(), bare.stop()]);
  }
}
