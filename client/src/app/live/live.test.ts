import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LiveChange, LiveState } from '../../../../server/src/contracts/live.ts';
import { makeEventReader } from './event-reader.ts';
import { type LiveConnectionOptions, makeLiveConnection, type StreamOutcome } from './live-connection.ts';
import { type LiveTabs, makeLiveTabs, type Message } from './live-tabs.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const bytes = (text: string) => new TextEncoder().encode(text);
const changeOf = (revision: string | null, age: number | null = 0): LiveChange => ({
  topic: 'thread/a',
  revision,
  age,
});
const ready = (revision: string | null) =>
  bytes(`event: ready\ndata: ${JSON.stringify({ items: [changeOf(revision)] } satisfies LiveState)}\n\n`);

test('events are read however the network cuts them', () => {
  const text = 'event: beat\ndata: \n\nevent: changed\ndata: {"ü":1}\n\n';
  const whole = bytes(text);
  for (let at = 0; at <= whole.length; at += 1) {
    const events: string[][] = [];
    const read = makeEventReader((event, data) => events.push([event, data]));
    read(whole.slice(0, at));
    read(whole.slice(at));
    expect(events).toEqual([
      ['beat', ''],
      ['changed', '{"ü":1}'],
    ]);
  }
});

describe('one connection', () => {
  interface Attempt {
    readonly send: (piece: Uint8Array) => void;
    readonly end: (outcome: StreamOutcome) => void;
    readonly signal: AbortSignal;
  }
  function connected() {
    const attempts: Attempt[] = [];
    const polls: number[] = [];
    const told: (string | null)[] = [];
    const network = { works: true };
    const options: LiveConnectionOptions = {
      stream: (_topics, send, signal) =>
        new Promise((end, reject) => {
          if (!network.works) reject(new Error('offline'));
          signal.addEventListener('abort', () => reject(new Error('given up')));
          attempts.push({ send, end, signal });
        }),
      poll: () => {
        polls.push(Date.now());
        return Promise.resolve({ items: [changeOf(`polled ${polls.length}`)] });
      },
      onChange: ({ revision }) => told.push(revision),
      now: () => Date.now(),
      random: () => 0.5,
    };
    const connection = makeLiveConnection(options);
    connection.listen(['thread/a']);
    const last = (): Attempt => {
      const attempt = attempts.at(-1);
      if (!attempt) throw new Error('nothing was tried');
      return attempt;
    };
    return { connection, attempts, polls, told, last, network };
  }

  test('hands on what it hears, and comes back when the stream ends', async () => {
    const { attempts, told, last } = connected();
    last().send(ready('1'));
    last().end('ended');
    await pass(2_000);
    last().send(ready('2'));
    expect([attempts.length, told]).toEqual([2, ['1', '2']]);
  });

  test('asks now and then where a proxy keeps the stream back, and tries to listen again later', async () => {
    const { attempts, polls, told, last } = connected();
    await pass(8_000);
    expect([last().signal.aborted, polls.length]).toEqual([true, 1]);
    await pass(60_000);
    expect(polls.length).toBeGreaterThanOrEqual(6);
    expect([attempts.length, told[0]]).toEqual([1, 'polled 1']);
    await pass(5 * 60_000);
    expect(attempts.length).toBe(2);
  });

  test('a stream that falls silent is given up, one that beats is not', async () => {
    const { attempts, last } = connected();
    last().send(ready('1'));
    for (let beat = 0; beat < 10; beat += 1) {
      await pass(20_000);
      last().send(bytes('event: beat\ndata: \n\n'));
    }
    expect([attempts.length, last().signal.aborted]).toEqual([1, false]);
    await pass(46_000);
    expect(attempts[0]?.signal.aborted).toBe(true);
  });

  test('waits longer after each failure, ends when refused, and does not forget a long absence', async () => {
    const { connection, attempts, told, last, network } = connected();
    last().send(ready(null));
    network.works = false;
    last().end('ended');
    await pass(15 * 60_000);
    expect(attempts.length).toBeLessThan(60);
    network.works = true;
    for (const before = attempts.length; attempts.length === before;) await pass(1_000);
    last().send(ready(null));
    expect([told[0], told.length]).toEqual([null, 2]);
    // What has changed meanwhile the server does not know any more.
    expect(told[1]).not.toBeNull();
    last().end('refused');
    const tried = attempts.length;
    await pass(60_000);
    expect(attempts.length).toBe(tried);
    connection.listen(['thread/a']);
    expect(attempts.length).toBe(tried + 1);
  });
});

describe('pages of one browser', () => {
  /** A browser with its lock and its channel. */
  function browser() {
    const waiting: (() => void)[] = [];
    let held = false;
    const release = (): void => {
      held = false;
      waiting.shift()?.();
    };
    const channels = new Set<(message: Message) => void>();
    const streams: { topics: readonly string[]; tell: (change: LiveChange) => void }[] = [];
    const page = (tab: string): LiveTabs =>
      makeLiveTabs({
        tab,
        openChannel: (hear) => {
          channels.add(hear);
          return {
            say: (message) => {
              for (const other of channels) if (other !== hear) other(message);
            },
            close: () => void channels.delete(hear),
          };
        },
        lead: (onLeader, signal) => {
          const take = (): void => {
            if (signal.aborted) return;
            held = true;
            signal.addEventListener('abort', release);
            onLeader();
          };
          if (held) waiting.push(take);
          else take();
        },
        connect: (tell) => ({
          listen: (topics) => {
            if (topics.length > 0) streams.push({ topics, tell });
          },
        }),
        now: () => Date.now(),
      });
    return { page, streams };
  }

  test('have one stream, of which all are told, and another page goes on with it', async () => {
    const { page, streams } = browser();
    const told: string[] = [];
    const leave = page('one').subscribe('thread/a', () => told.push('one'));
    await pass(50);
    streams.at(-1)?.tell(changeOf('1', null));
    page('two').subscribe('thread/a', () => told.push('two'));
    await pass(100);
    expect(streams.map(({ topics }) => topics)).toEqual([['thread/a'], ['thread/a']]);
    streams.at(-1)?.tell(changeOf('2'));
    streams.at(-1)?.tell(changeOf('2'));
    expect(told.sort()).toEqual(['one', 'two']);
    leave();
    await pass(5_000);
    streams.at(-1)?.tell(changeOf('3'));
    expect(told.sort()).toEqual(['one', 'two', 'two']);
  });

  test('are told at first only of what changed after they were opened', async () => {
    const { page, streams } = browser();
    let told = 0;
    page('one').subscribe('thread/a', () => (told += 1));
    await pass(1_000);
    streams.at(-1)?.tell(changeOf('1', 5_000));
    expect(told).toBe(0);
    page('two').subscribe('thread/a', () => (told += 1));
    await pass(1_000);
    streams.at(-1)?.tell(changeOf('2', 500));
    expect(told).toBe(2);
  });
});
