/** Pages that groups write together: until what is written is acknowledged, and what the tool holds meanwhile. */
import { newId } from '../../server/src/core/ids.ts';
import { makeGroups } from '../api/questionnaire-room.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openPage, type Writer } from '../factories/co-writing.ts';
import { addProject } from '../factories/group-work.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import { membersOf } from './discussion-people.ts';
import { type Figure, median, quantile } from './figure.ts';

const MEMBERS = 30;
/** Each has a page for itself: below what one member may have open, in groups of three that have so many pages. */
const GROUPS = 10;
const PAGES = 200;
const WORDS = 20;
const PAUSE_MS = 100;

/** 30 who write on one page, and 200 pages that are written at once. */
export async function benchCoWriting(): Promise<Figure[]> {
  const stack = await startStack('strict');
  const { staff, learners } = await membersOf(stack, MEMBERS);
  const learner = (index: number): ApiSession => {
    const found = learners[index];
    if (!found) throw new Error(`no learner ${index}`);
    return found;
  };
  const everybody = Array.from({ length: MEMBERS }, (_, index) => index);
  const together = await makeGroups({ staff, learner }, { All: everybody });
  const project = await addProject(staff, { groupSetId: together.id });
  const idle = await memoryOf(stack);
  const one = await beginPage(learner(0), project, together.groupIds['All'] ?? '', 'One');
  const figures = await measure(stack, `${MEMBERS} write on one page`, idle, () =>
    everybody.map((index) => openPage(learner(index), one)),
  );

  const placed = Array.from({ length: GROUPS }, (_, group) => [
    `Group ${group}`,
    everybody.filter((index) => index % GROUPS === group),
  ]);
  const apart = await makeGroups({ staff, learner }, Object.fromEntries(placed) as Record<string, number[]>);
  const others = await addProject(staff, { groupSetId: apart.id });
  const pages: (readonly [ApiSession, string])[] = [];
  for (let n = 0; n < PAGES; n += 1) {
    const who = learner(n % MEMBERS);
    const groupId = apart.groupIds[`Group ${(n % MEMBERS) % GROUPS}`] ?? '';
    pages.push([who, await beginPage(who, others, groupId, `Page ${n}`)]);
  }
  figures.push(
    ...(await measure(stack, `${PAGES} pages at once`, idle, () =>
      pages.map(([who, pageId]) => openPage(who, pageId)),
    )),
  );
  await stack.close();
  return figures;
}

async function beginPage(
  who: ApiSession,
  activityId: string,
  groupId: string,
  title: string,
): Promise<string> {
  const pageId = newId();
  await who.ok('PUT', `/group-work/${activityId}/groups/${groupId}/pages/${pageId}`, { title });
  return pageId;
}

async function measure(stack: Stack, name: string, idle: number, open: () => Writer[]): Promise<Figure[]> {
  const writers = open();
  await until('all are in', () => writers.every(({ provider }) => provider.isSynced));
  const times = (await Promise.all(writers.map(write))).flat();
  const held = await memoryOf(stack);
  for (const writer of writers) writer.close();
  return [
    { name: `${name}: acknowledged, median`, value: median(times), unit: 'ms' },
    { name: `${name}: acknowledged, p99`, value: quantile(times, 0.99), unit: 'ms' },
    { name: `${name}: memory more than idle`, value: (held - idle) / 1024 / 1024, unit: 'MB' },
  ];
}

/** How long each of somebody's words takes until the server has it, in milliseconds. */
async function write(writer: Writer): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < WORDS; n += 1) {
    const began = performance.now();
    writer.write(`word${n} `);
    while (!writer.isSaved()) await pause(1);
    times.push(performance.now() - began);
    await pause(PAUSE_MS);
  }
  return times;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the tool's process holds, in bytes. */
async function memoryOf({ metricsUrl }: Stack): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
