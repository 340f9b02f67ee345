import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmbeddedMongodb } from '../../server/embedded-mongodb/index.ts';
import { keepLedgerOf } from './database.ts';
import { startSimulatedLms } from './simulated-lms.ts';
import type { ProfileName, Simulator } from '../lms-simulator/index.ts';

const HERE = fileURLToPath(new URL('../../', import.meta.url));
/** The built tree, seen from its own test folder or from the sources'. */
const DIST = existsSync(join(HERE, 'server/src/main.js')) ? HERE : join(HERE, 'dist');
const READY_SECONDS = 90;

/** The built tool as a process of its own, with its data on disk, beside a simulated LMS on another site. */
export interface Stack {
  readonly simulator: Simulator;
  readonly toolUrl: string;
  /** Where the tool keeps its data. */
  readonly dataDirectory: string;
  readonly metricsUrl: string;
  /** Ends the tool at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends the tool as an administrator does: what was begun is finished. */
  stop(): Promise<void>;
  /** Starts the tool again on the same data, in a world whose clocks are this far ahead: the tool's and the LMS's. */
  restart(aheadMs?: number): Promise<void>;
  /** Runs an administrator's command beside the tool. @returns what it printed. */
  command(program: 'invite-cli' | 'platforms-cli', ...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** As the tool is started by `server/scripts`. */
const FLAGS = ['--enable-source-maps', '--max-semi-space-size=64'];

/** A module that moves the clock of the process that loads it. */
const clockAhead = (ms: number): string =>
  `data:text/javascript,${encodeURIComponent(
    `const Real = Date; globalThis.Date = class Date extends Real {
      constructor(...parts) { if (parts.length === 0) super(Real.now() + ${ms}); else super(...parts); }
      static now() { return Real.now() + ${ms}; }
    };`,
  )}`;

/** @param configuration further variables of the tool's environment */
export async function startStack(
  profile: ProfileName,
  configuration: Readonly<Record<string, string>> = {},
): Promise<Stack> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-e2e-'));
  const { simulator, toolUrl, environment } = await startSimulatedLms(profile, directory);

  let tool: ChildProcess;
  async function restart(aheadMs = 0): Promise<void> {
    simulator.misbehave.clockSkewSeconds = aheadMs / 1000;
    tool = spawn(process.execPath, [...FLAGS, 'server/src/main.js'], {
      cwd: DIST,
      env: {
        ...process.env,
        NODE_OPTIONS: aheadMs === 0 ? '' : `--import=${clockAhead(aheadMs)}`,
        ...environment,
        LOG_LEVEL: 'warn',
        ...configuration,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = performance.now() + READY_SECONDS * 1000;
    while ((await fetch(`${toolUrl}/readyz`).catch(() => null))?.status !== 200) {
      if (tool.exitCode !== null) throw new Error(`the tool ended with ${tool.exitCode}`);
      if (performance.now() > end) throw new Error('the tool is not ready');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (tool.exitCode !== null || tool.signalCode !== null) return;
    const ended = new Promise((resolve) => tool.once('exit', resolve));
    tool.kill(signal);
    await ended;
  }
  async function command(program: string, ...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [`server/src/${program}.js`, ...args], {
      cwd: DIST,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
    });
    return stdout;
  }
  await restart();
  return {
    simulator,
    toolUrl,
    dataDirectory: environment['DATA_DIR'] ?? '',
    metricsUrl: `http://127.0.0.1:${environment['METRICS_PORT']}/metrics`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    restart,
    command,
    async close(): Promise<void> {
      await end('SIGTERM');
      await keepLedgerIn(join(directory, 'data', 'database'));
      await simulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The tool has ended, so its database can be opened here. */
async function keepLedgerIn(directory: string): Promise<void> {
  const database = await startEmbeddedMongodb({ directory, inThread: false });
  await keepLedgerOf(database.uri('roundtable'));
  await database.close();
}
