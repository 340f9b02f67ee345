import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedMongodb } from '../../server/embedded-mongodb/index.ts';
import { keepLedgerOf } from './database.ts';
import { startSimulatedLms } from './simulated-lms.ts';
import type { ProfileName, Simulator } from '../lms-simulator/index.ts';

const HERE = fileURLToPath(new URL('../../', import.meta.url));
/** The built tree, seen from its own test folder or from the sources'. */
const DIST = existsSync(join(HERE, 'server/src/main.js')) ? HERE : join(HERE, 'dist');
const READY_SECONDS = 30;

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
  /** Starts the tool again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startStack(profile: ProfileName): Promise<Stack> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-e2e-'));
  const { simulator, toolUrl, environment } = await startSimulatedLms(profile, directory);

  let tool: ChildProcess;
  async function restart(): Promise<void> {
    tool = spawn(process.execPath, ['--enable-source-maps', 'server/src/main.js'], {
      cwd: DIST,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        ...environment,
        LOG_LEVEL: 'warn',
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
  await restart();
  return {
    simulator,
    toolUrl,
    dataDirectory: environment['DATA_DIR'] ?? '',
    metricsUrl: `http://127.0.0.1:${environment['METRICS_PORT']}/metrics`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    restart,
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
