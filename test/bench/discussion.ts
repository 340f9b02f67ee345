import { connectDatabase, type Database } from '../../server/src/platform/database/connect.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { startStack, type Stack } from '../factories/stack.ts';
import { benchLive, memoryPerListener } from './discussion-live.ts';
import { membersOf } from './discussion-people.ts';
import type { Figure } from './figure.ts';
import { type Long, wordsOf, writeLong } from './long-thread.ts';

const SIZES = [1_000, 10_000, 100_000];
const CLIENTS = 8;
const CALLS = 25;
/** spec/quality.md: any read of the API. */
const P99_BUDGET_MS = 25;
const UNREAD_BUDGET_MS = 50;
const SEARCH_BUDGET_MS = 50;
const MEMBERS_OF = 8;

/** What people type: a space ends a word, without it more may come. */
const SEARCHES = [
  ['a word of most posts', 'word1x '],
  ['a rare word', 'word4001x '],
  ['a frequent and a rare one', 'word1x word4001x '],
  ['the beginning of many words', 'word'],
  ['a word that nobody wrote', 'nothing '],
] as const;

/**
 * Threads of 1k, 10k and 100k posts on the embedded store, the tool a process of its own: opening them, going to what is
 * unread, searching; and how long a post takes to reach the last of 500 who listen.
 */
export async function benchDiscussion(): Promise<Figure[]> {
  const stack = await startStack('strict');
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory: stack.dataDirectory,
    countCommands: false,
    joinRunning: true,
    onFatal: (error) => {
      throw error;
    },
  });
  const { staff, learners } = await membersOf(stack);
  const figures: Figure[] = [];
  for (const [index, size] of SIZES.entries()) {
    const long = await writeLong(database, staff, learners, size);
    // Others for each: one person may ask a number of times a minute alone.
    const readers = learners.slice(index * MEMBERS_OF, (index + 1) * MEMBERS_OF);
    figures.push(...(await readLong(stack, database, long, readers)));
  }
  figures.push(...(await benchLive(staff, learners)));
  await database.close();
  await stack.close();
  figures.push(await memoryPerListener());
  return figures;
}

async function readLong(
  stack: Stack,
  { connection }: Database,
  { activityId, threadId, size }: Long,
  readers: readonly ApiSession[],
): Promise<Figure[]> {
  const path = `/discussions/${activityId}/threads/${threadId}`;
  const marks = connection.collection('readMarks');
  const read = async (isRead: (n: number) => boolean): Promise<void> => {
    const numbers = Array.from({ length: size }, (_, index) => index + 1).filter(isRead);
    for (const { memberId } of readers)
      await marks.updateOne(
        { _id: `${threadId}/${memberId}` as never },
        { $set: { words: wordsOf(numbers) } },
        { upsert: true },
      );
  };
  const thread = await connection
    .collection<{ courseId: string }>('threads')
    .findOne({ _id: threadId as never });
  for (const { memberId } of readers)
    await marks.updateOne(
      { _id: `${threadId}/${memberId}` as never },
      { $set: { courseId: thread?.courseId, words: {} } },
      { upsert: true },
    );
  const middle = Math.floor(size / 2);
  const name = `thread of ${size}`;
  const figures = [
    await figureOf(stack, `${name}: opened`, readers, () => path, P99_BUDGET_MS),
    await figureOf(
      stack,
      `${name}: opened at a post`,
      readers,
      () => `${path}?post=${middle}`,
      P99_BUDGET_MS,
    ),
  ];
  const unread = async (what: string, isRead: (n: number) => boolean): Promise<void> => {
    await read(isRead);
    figures.push(
      await figureOf(stack, `${name}: next of ${what}`, readers, () => `${path}/unread`, UNREAD_BUDGET_MS),
    );
  };
  await unread('20 unread', (n) => n % Math.floor(size / 20) !== 7);
  await unread('a tenth, the newest', (n) => n <= size * 0.9);
  await unread('all but ten', (n) => n <= 10);
  for (const [what, query] of SEARCHES)
    figures.push(
      await figureOf(
        stack,
        `${name}: search for ${what}`,
        readers,
        () => `/discussions/${activityId}/search?q=${encodeURIComponent(query)}`,
        SEARCH_BUDGET_MS,
      ),
    );
  return figures;
}

/** Computing time of the tool, its store included, in milliseconds: what a busy machine does not change. */
async function computed({ metricsUrl }: Stack): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]) * 1_000;
}

/** @returns the 99th percentile of a read by 8 clients at once, named with the computing time of one */
async function figureOf(
  stack: Stack,
  name: string,
  readers: readonly ApiSession[],
  pathOfCall: (call: number) => string,
  budget: number,
): Promise<Figure> {
  const times: number[] = [];
  const before = await computed(stack);
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const reader = readers[client % readers.length];
      // The first one opens the connection.
      for (let call = -2; call < CALLS; call += 1) {
        const began = performance.now();
        await reader?.ok('GET', pathOfCall(call));
        if (call >= 0) times.push(performance.now() - began);
      }
    }),
  );
  const each = ((await computed(stack)) - before) / (CLIENTS * (CALLS + 2));
  times.sort((a, b) => a - b);
  const value = times[Math.floor(times.length * 0.99)] ?? 0;
  return { name: `${name} (${each.toFixed(1)} ms computed), p99 of ${CLIENTS}`, value, unit: 'ms', budget };
}
