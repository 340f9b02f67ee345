import type { Connection, Model } from 'mongoose';
import type { DomainEvent } from '../../core/events.ts';
import type { Clock } from '../../core/clock.ts';
import { uncounted } from './round-trips.ts';
import { type Eventful, type EventSource, eventSources } from './collection.ts';

/** Gets events at least once and in no certain order; must give the same outcome however often it gets them. */
export type EventConsumer = (events: readonly DomainEvent[]) => Promise<void>;

interface RelayLog {
  error(details: object, message: string): void;
}

const BATCH = 200;
/** How soon it is tried again after a failure, and found what was written without a `kick`. */
const AGAIN_MS = 5_000;
/** How often all is looked through, whoever wrote it: what another instance left when it crashed, nobody announces. */
const ALL_MS = 60_000;
const GATHER_MS = 10;

export interface EventRelay {
  start(): void;
  /** Copies what this process has written, and at first what is there; when it resolves, it is with the consumers. */
  drain(): Promise<void>;
  /** Says that something was written: the relay looks soon, only where this process has written. */
  kick(): void;
  stop(): Promise<void>;
}

/**
 * Copies events from the documents that carry them to every consumer, then takes them off (DESIGN §2 rule 4). A crash
 * in between repeats the copying, never loses it; a consumer that throws keeps the events where they are.
 */
export function createEventRelay(
  connection: Connection,
  consumers: readonly EventConsumer[],
  clock: Clock,
  log: RelayLog,
): EventRelay {
  let running: Promise<void> | null = null;
  let again = false;
  let timers: NodeJS.Timeout[] = [];
  let kicked: NodeJS.Timeout | null = null;
  let stopped = false;

  async function relayOne(model: Model<Eventful>): Promise<number> {
    const carriers = await model
      .find({ eventsSince: { $lte: clock.now() } }, { events: 1 })
      .sort({ eventsSince: 1 })
      .limit(BATCH)
      .lean<{ _id: string; events: DomainEvent[] }[]>();
    if (carriers.length === 0) return 0;
    const events = carriers.flatMap((carrier) => carrier.events);
    for (const consume of consumers) await consume(events);
    await model.bulkWrite(
      carriers.map(({ _id, events: copied }) => ({
        updateOne: {
          // An event pushed meanwhile changes the size: the document then waits for the next round, whole.
          filter: { _id, events: { $size: copied.length } },
          update: { $set: { events: [] }, $unset: { eventsSince: 1 } },
        },
      })) as never,
      { ordered: false },
    );
    return carriers.length;
  }

  async function relayFrom(source: EventSource): Promise<void> {
    source.isWritten = false;
    try {
      while ((await relayOne(source.model)) === BATCH && !stopped);
    } catch (error) {
      source.isWritten = true;
      throw error;
    }
  }

  async function relayWritten(): Promise<void> {
    do {
      again = false;
      const failures: unknown[] = [];
      for (const source of eventSources(connection))
        if (source.isWritten) await relayFrom(source).catch((error: unknown) => failures.push(error));
      // What cannot be copied holds back nothing else.
      if (failures.length > 0) throw failures[0];
    } while (again && !stopped);
  }

  function run(): Promise<void> {
    again = true;
    running ??= relayWritten().finally(() => {
      running = null;
    });
    return running;
  }

  const runLogged = (): void => {
    kicked = null;
    run().catch((error: unknown) => log.error({ err: error }, 'events wait: copying them failed'));
  };

  const lookThroughAll = (): void => {
    for (const source of eventSources(connection)) source.isWritten = true;
    runLogged();
  };

  return {
    start(): void {
      timers = [setInterval(runLogged, AGAIN_MS).unref(), setInterval(lookThroughAll, ALL_MS).unref()];
      lookThroughAll();
    },
    drain: run,
    kick(): void {
      if (stopped || kicked) return;
      // Many commands at once are copied together; the request that kicked does not pay for it.
      kicked = uncounted(() => setTimeout(runLogged, GATHER_MS));
    },
    async stop(): Promise<void> {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      if (kicked) clearTimeout(kicked);
      await running?.catch(() => undefined);
    },
  };
}
