import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { backoffMs } from '../../core/backoff.ts';
import { type ClaimedJob, createJobStore, type JobStore } from './jobs.store.ts';
import type { JobHandler, JobOutcome, Jobs } from './ports.ts';
import { createPump } from './pump.ts';

interface JobLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface JobsOptions {
  readonly connection: Parameters<typeof createJobStore>[0];
  readonly clock: Clock;
  readonly log: JobLog;
  /** A number in [0, 1) for the jitter of retries. */
  readonly random?: () => number;
}

/** The durable jobs of one server instance; any number of instances share one database. */
export interface JobRunner extends Jobs {
  /** @param alone no other server runs jobs of this database: what is leased was a dead one's. */
  start(alone: boolean): Promise<void>;
  /** Claims nothing more and resolves when the jobs under way have ended. */
  stop(): Promise<void>;
  /** Looks for due jobs now; `enqueue` does so by itself. */
  kick(): void;
  /** Runs every job that is due, one after the other; returns how many ran. For tests. */
  runDueOnce(): Promise<number>;
}

const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
const CONCURRENCY = 4;
/** How often jobs are looked for that no `kick` announced: delayed ones, and those of other instances. */
const IDLE_MS = 1_000;
const MESSAGE_MAX = 1_000;

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE_MAX);

/** Runs jobs from the `jobs` collection. A job of a type that nobody defined here stays for an instance that did. */
export function createJobs({ connection, clock, log, random = Math.random }: JobsOptions): JobRunner {
  const store = createJobStore(connection);
  const handlers = new Map<string, JobHandler>();
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);

  const pump = createPump<ClaimedJob>({
    concurrency: CONCURRENCY,
    idleMs: () => IDLE_MS,
    claim: () => store.claim([...handlers.keys()], newId(), clock.now(), inMs(LEASE_MS)),
    run,
    onError: (error) => log.error({ err: error }, 'jobs wait: the database refused'),
  });

  async function run(job: ClaimedJob): Promise<void> {
    const renewal = setInterval(() => {
      store.renew(job, inMs(LEASE_MS)).catch((error: unknown) => {
        log.warn({ err: error, job: job.id }, 'the lease of a job could not be renewed');
      });
    }, RENEW_MS);
    try {
      await settle(store, job, await attempt(job));
    } finally {
      clearInterval(renewal);
    }
  }

  async function attempt(job: ClaimedJob): Promise<JobOutcome | { type: 'failed'; message: string }> {
    try {
      const handler = handlers.get(job.type);
      if (!handler) throw new Error(`no handler for jobs of type ${job.type}`);
      return await handler(job.payload, { key: job.key, tries: job.tries });
    } catch (error) {
      log.error({ err: error, job: job.id, tries: job.tries }, 'a job failed and will be tried again');
      return { type: 'failed', message: messageOf(error) };
    }
  }

  async function settle(
    jobs: JobStore,
    job: ClaimedJob,
    outcome: Awaited<ReturnType<typeof attempt>>,
  ): Promise<void> {
    const now = clock.now();
    const kept =
      outcome.type === 'failed'
        ? await jobs.fail(job, inMs(backoffMs(job.tries, random())), outcome.message, now)
        : outcome.type === 'again'
          ? await jobs.putBack(job, outcome.at, now)
          : (await jobs.remove(job)) || (await jobs.putBack(job, now, now));
    if (!kept) log.warn({ job: job.id }, 'a job lost its lease: its outcome is ignored, another run has it');
  }

  return {
    define(type, handler): void {
      handlers.set(type, handler);
    },
    async enqueue(job): Promise<void> {
      await store.add(job, job.dueAt ?? clock.now());
      pump.kick();
    },
    removeOf: store.removeOf,
    async start(alone): Promise<void> {
      if (alone) await store.endLeases(clock.now());
      pump.start();
    },
    stop: pump.stop,
    kick: pump.kick,
    runDueOnce: pump.drain,
  };
}
