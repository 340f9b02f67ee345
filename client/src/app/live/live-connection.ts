import type { LiveChange, LiveState } from '../../../../server/src/contracts/live.ts';
import { makeEventReader } from './event-reader.ts';

/** The server tells at once how the topics stand: where nothing has come by then, a proxy keeps it back. */
const READY_MS = 8_000;
/** Longer than two of the server's beats. */
const SILENCE_MS = 45_000;
/** Who cannot listen asks so often, and tries to listen again after so long. */
const POLL_MS = 10_000;
const POLLING_MS = 5 * 60_000;
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** The server forgets after ten minutes what has changed. */
const FORGOTTEN_MS = 8 * 60_000;

/** How an attempt to listen ended; `refused`: there is nothing to listen to, also later. */
export type StreamOutcome = 'ended' | 'failed' | 'refused';

export interface LiveConnectionOptions {
  /** Opens the stream and hands on what comes, until it ends or is given up. @throws when that fails */
  stream(
    topics: readonly string[],
    onPiece: (piece: Uint8Array) => void,
    signal: AbortSignal,
  ): Promise<StreamOutcome>;
  /** Asks how the topics stand. @returns null when there is nothing to ask for any more */
  poll(topics: readonly string[], signal: AbortSignal): Promise<LiveState | null>;
  onChange(change: LiveChange): void;
  readonly now: () => number;
  /** Between 0 and 1: not everybody comes back at the same moment. */
  readonly random: () => number;
}

export interface LiveConnection {
  /** Listens to these topics; one that is listened to already stays until others come. None: it ends. */
  listen(topics: readonly string[]): void;
}

/** Listens to topics for as long as that is wanted, and asks for them now and then where a proxy keeps back what is sent. */
export function makeLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { now, random, onChange } = options;
  let topics: readonly string[] = [];
  let giveUp = new AbortController();
  /** Until when it asks instead of listening. */
  let pollsUntil = 0;
  let heardAt = now();

  function take({ items }: LiveState): void {
    const isForgotten = now() - heardAt > FORGOTTEN_MS;
    heardAt = now();
    for (const item of items) {
      const isUnknown = item.revision === null && isForgotten;
      onChange(isUnknown ? { ...item, revision: `after ${heardAt}` } : item);
    }
  }

  /** @returns null when nothing came in time */
  async function listenOnce(signal: AbortSignal): Promise<StreamOutcome | null> {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), READY_MS);
    const read = makeEventReader((event, data) => {
      if (event === 'ready') take(JSON.parse(data) as LiveState);
      if (event === 'changed') onChange(JSON.parse(data) as LiveChange);
    });
    const onPiece = (piece: Uint8Array): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MS);
      read(piece);
      heardAt = now();
    };
    try {
      return await options.stream(topics, onPiece, AbortSignal.any([signal, silent.signal]));
    } catch {
      return silent.signal.aborted ? null : 'failed';
    } finally {
      clearTimeout(timer);
    }
  }

  async function pollOnce(signal: AbortSignal): Promise<StreamOutcome> {
    try {
      const state = await options.poll(topics, signal);
      if (state === null) return 'refused';
      take(state);
      await wait(POLL_MS * (0.8 + 0.4 * random()), signal);
      return 'ended';
    } catch {
      return 'failed';
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const isPolling = now() < pollsUntil;
      const outcome = isPolling ? await pollOnce(signal) : await listenOnce(signal);
      if (outcome === 'refused') {
        // Asked for anew it may be another answer: after one's own first post.
        if (!signal.aborted) topics = [];
        return;
      }
      if (outcome === null) pollsUntil = now() + POLLING_MS;
      failures = outcome === 'failed' ? failures + 1 : 0;
      if (outcome !== null && !(isPolling && outcome === 'ended'))
        await wait(Math.min(RETRY_MS * 2 ** failures, RETRY_MAX_MS) * (0.2 + 0.8 * random()), signal);
    }
  }

  return {
    listen(wanted) {
      if (wanted.length > 0 && wanted.every((topic) => topics.includes(topic))) return;
      giveUp.abort();
      giveUp = new AbortController();
      topics = wanted;
      if (topics.length > 0) void run(giveUp.signal);
    },
  };
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, signal.aborted ? 0 : ms);
    signal.addEventListener('abort', over);
  });
