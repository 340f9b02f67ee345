import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { listen, type LiveEar } from '../factories/live.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { membersOf } from './discussion-people.ts';
import type { Figure } from './figure.ts';

const LISTENERS = 500;
/** A person has twenty streams at most. */
const LISTENERS_AT_ONCE = 25;
const POSTS = 10;
const LIVE_BUDGET_MS = 500;

/** How long a post takes to reach the last of all who listen. */
export async function benchLive(staff: ApiSession, learners: readonly ApiSession[]): Promise<Figure[]> {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(staff, activityId, 'Live');
  const ears = await listenOften(learners, `thread/${activityId}/${threadId}`);
  await pause(2_000);
  const times: number[] = [];
  for (let round = 0; round < POSTS; round += 1) {
    const told = ears.map(({ changes }) => changes.length);
    const began = performance.now();
    await reply(staff, activityId, threadId, 1, `Number ${round}`);
    while (!ears.every(({ changes }, index) => changes.length > (told[index] ?? 0))) await pause(2);
    times.push(performance.now() - began);
    await pause(300);
  }
  for (const ear of ears) ear.close();
  return [
    {
      name: `a post reaches the last of ${LISTENERS}, slowest of ${POSTS}`,
      value: Math.max(...times),
      unit: 'ms',
      budget: LIVE_BUDGET_MS,
    },
  ];
}

/** 500 who listen to the same, 25 at a time. */
async function listenOften(learners: readonly ApiSession[], topic: string): Promise<LiveEar[]> {
  const ears: LiveEar[] = [];
  for (let index = 0; index < LISTENERS; index += LISTENERS_AT_ONCE)
    ears.push(
      ...(await Promise.all(learners.slice(0, LISTENERS_AT_ONCE).map((learner) => listen(learner, [topic])))),
    );
  const listening = ears.filter(({ status }) => status === 200).length;
  if (listening < LISTENERS) throw new Error(`only ${listening} of ${LISTENERS} can listen`);
  return ears;
}

/** Has a process take its garbage away twice a second: what it holds is what it needs. */
const TIDY = `data:text/javascript,${encodeURIComponent(
  `import { setFlagsFromString } from 'node:v8';
   import { runInNewContext } from 'node:vm';
   setFlagsFromString('--expose-gc');
   setInterval(runInNewContext('gc'), 500).unref();`,
)}`;

/** Of a tool of its own that takes its garbage away all the time, and would therefore be slow. */
export async function memoryPerListener(): Promise<Figure> {
  const stack = await startStack('strict', { NODE_OPTIONS: `--import=${TIDY}` });
  const { staff, learners } = await membersOf(stack);
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(staff, activityId, 'Live');
  const topic = `thread/${activityId}/${threadId}`;
  // What is kept once for all, whoever listens, is there with the first.
  const first = await listen(staff, [topic]);
  await pause(3_000);
  const before = await memoryOf(stack);
  const ears = await listenOften(learners, topic);
  await pause(3_000);
  const after = await memoryOf(stack);
  for (const ear of [first, ...ears]) ear.close();
  await stack.close();
  return { name: 'memory per listener', value: (after - before) / LISTENERS / 1024, unit: 'kB' };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Of the tool's process: its heap, and what lies outside of it, in bytes. */
async function memoryOf({ metricsUrl }: Stack): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return of('nodejs_heap_size_used_bytes') + of('nodejs_external_memory_bytes');
}
