import { Agent, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { connectDatabase, type Database } from '../../server/src/platform/database/connect.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { startStack, type Stack } from '../factories/stack.ts';
import { benchLive, memoryPerListener } from './discussion-live.ts';
import { membersOf } from './discussion-people.ts';
import { type Figure, median, quantile } from './figure.ts';
import { type Long, wordsOf, writeLong } from './long-thread.ts';

const SIZES = [1_000, 10_000, 100_000];
const CLIENTS = 8;
const CALLS = 60;
/** A server that has been up for a while: its code is compiled. Read before anything is measured. */
const WARM_UP_SIZE = 1_000;
/** Nobody writes ten thousand posts at once: the store has put in order what it holds when the reading begins. */
const SETTLE_MS = 3_000;
/** spec/quality.md: any read of the API. */
const P99_BUDGET_MS = 25;
const UNREAD_BUDGET_MS = 50;
const SEARCH_BUDGET_MS = 50;
const MEMBERS_OF = 32;

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
  const sizes = [WARM_UP_SIZE, ...SIZES];
  const { staff, learners } = await membersOf(stack, sizes.length * MEMBERS_OF);
  const figures: Figure[] = [];
  for (const [index, size] of sizes.entries()) {
    const long = await writeLong(database, staff, learners, size);
    await setTimeout(SETTLE_MS);
    // Others for each: one person may ask a number of times a minute alone.
    const readers = learners.slice(index * MEMBERS_OF, (index + 1) * MEMBERS_OF);
    const read = await readLong(stack, database, long, readers);
    if (index > 0) figures.push(...read);
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
  const mark = async (isRead: (n: number) => boolean): Promise<void> => {
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
    await figureOf(stack, `${name}: opened`, readers, path, P99_BUDGET_MS),
    await figureOf(stack, `${name}: opened at a post`, readers, `${path}?post=${middle}`, P99_BUDGET_MS),
  ];
  const unread = async (what: string, isRead: (n: number) => boolean): Promise<void> => {
    await mark(isRead);
    figures.push(
      await figureOf(stack, `${name}: next of ${what}`, readers, `${path}/unread`, UNREAD_BUDGET_MS),
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
        `/discussions/${activityId}/search?q=${encodeURIComponent(query)}`,
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

/** @returns the 99th percentile of a read by 8 clients at once, named with the median and the computing time of one */
async function figureOf(
  stack: Stack,
  name: string,
  readers: readonly ApiSession[],
  path: string,
  budget: number,
): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const times: number[] = [];
  const before = await computed(stack);
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      // The first one opens the connection.
      for (let call = -2; call < CALLS; call += 1) {
        const reader = readers[(client + CLIENTS * (call + 2)) % readers.length];
        const began = performance.now();
        if (reader) await read(reader, path, agent);
        if (call >= 0) times.push(performance.now() - began);
      }
    }),
  );
  const each = ((await computed(stack)) - before) / (CLIENTS * (CALLS + 2));
  agent.destroy();
  const facts = `median ${median(times).toFixed(0)}, ${each.toFixed(1)} ms computed`;
  return { name: `${name} (${facts}), p99 of ${CLIENTS}`, value: quantile(times, 0.99), unit: 'ms', budget };
}

/** Takes an answer without looking into it: whoever reads shares the machine with the tool. */
const read = ({ toolUrl, view }: ApiSession, path: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${view.bearer}` };
    get(`${toolUrl}/api${path}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
