/** What the commands of an administrator have in common: the installation's database, and words for a person. */
import { existsSync } from 'node:fs';
import { systemClock } from './core/clock.ts';
import type { Doer } from './core/events.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { secretKeyIn } from './platform/config/secret-key.ts';
import { createIndexes } from './platform/database/collection.ts';
import { connectDatabase, type Database } from './platform/database/connect.ts';
import { createInvitations, type Invitations } from './platform/invitations/index.ts';
import { createJobs, type JobRunner } from './platform/jobs/index.ts';
import { createLog } from './platform/log/log.ts';
import { createLti, type PlatformRegistry } from './platform/lti/index.ts';

/** What a person typed cannot be done; its message says why. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The parts of an installation that commands work on. */
export interface Installation {
  readonly config: Config;
  readonly registry: PlatformRegistry;
  readonly invitations: Invitations;
  /** Only to ask for work: the tool does it. */
  readonly jobs: Pick<JobRunner, 'enqueue'>;
}

/** As which the audit trail names commands. */
export const BY_COMMAND: Doer = { actor: { kind: 'system', job: 'command line' }, requestId: null };

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * Runs a command on the installation that the environment names: on its MongoDB, or on the embedded database, beside a
 * tool that runs on it or alone. What goes wrong is told on standard error, with exit code 1.
 */
export async function runCommand(command: (installation: Installation) => Promise<void>): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const config = readConfig(process.env);
    const database = await connectDatabase({
      mongodbUri: config.mongodbUri,
      dataDirectory: config.dataDirectory,
      joinRunning: true,
      countCommands: false,
      onFatal: (error) => {
        throw error;
      },
    });
    try {
      await command(await open(config, database));
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function open(config: Config, { connection }: Database): Promise<Installation> {
  // The tool's relay copies the events when it looks next.
  const eventsWritten = (): void => undefined;
  const invitations = createInvitations(connection, systemClock, eventsWritten);
  const log = createLog(config.logLevel);
  const jobs = createJobs({ connection, clock: systemClock, log });
  const { registry } = await createLti({
    connection,
    publicUrl: config.publicUrl,
    secretKey: config.secretKey ?? secretKeyIn(config.dataDirectory),
    platformsFile: null,
    clock: systemClock,
    log,
    loopbackHttpAllowed: config.publicUrl.startsWith('http:'),
    invitations,
    eventsWritten,
    onLaunch: () => Promise.reject(new Error('the command line takes no launches')),
    onContextCopied: () => Promise.reject(new Error('the command line takes no notices')),
    jobs,
  });
  await createIndexes(connection);
  return { config, registry, invitations, jobs };
}
