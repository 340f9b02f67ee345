/** Staff's overview of a project's groups over HTTP: a page of it and all of it, with 100, 300 and 1,000 groups. */
import mongoose from 'mongoose';
import type { Settings } from '../../server/src/features/questionnaire/questionnaire.domain.ts';
import { newId } from '../../server/src/core/ids.ts';
import { makeGroups, openRoom, type Room } from '../api/questionnaire-room.ts';
import { addProject, buildTask, buildTeam, deliverablePath, handInText } from '../factories/group-work.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { type Figure, median, quantile } from './figure.ts';

const SIZES = [100, 300, 1_000];
const MEMBERS = 3;
const TASKS = 4;
const CALLS = 50;
/** All pages one after the other, so often. */
const WALKS = 3;
/** Of a page that staff open now and then, and that reads what every feature knows of its groups. */
const PAGE_P99_BUDGET_MS = 100;
/** As in `test/factories/reads-in-few-trips.ts`: as many for any number of groups. */
const ROUND_TRIPS = 20;
/** What is about a group or its members. */
const CLONED = [
  'members',
  'memberships',
  'groups',
  'deliverables',
  'groupTasks',
  'questionnaireAnswers',
  'teamActions',
] as const;

/** Groups of three who have handed in, done tasks and rated each other. */
export async function benchGroupStandings(): Promise<Figure[]> {
  const room = await openRoom(MEMBERS);
  const { id, groupIds } = await makeGroups(room, { Group: [0, 1, 2] });
  const groupId = groupIds['Group'] ?? '';
  const activityId = await addProject(room.staff, {
    groupSetId: id,
    team: buildTeam({ retrospective: { staffLookOn: true }, dynamics: true }),
  });
  await work(room, id, activityId, groupId);
  const database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
  const figures: Figure[] = [];
  for (const [index, size] of SIZES.entries()) {
    await clone(
      database,
      groupId,
      room.learners.map((one) => one.memberId),
      SIZES[index - 1] ?? 1,
      size,
    );
    figures.push(...(await measure(room, activityId, size)));
  }
  await database.close();
  await room.stack.close();
  return figures;
}

/** What one group has done. */
async function work({ staff, learners }: Room, setId: string, activityId: string, groupId: string) {
  const questionnaireId = newId();
  const rows = buildItem('matrix', { rows: [], groupRows: { setId, self: true } });
  const settings = buildQuestionnaire({ items: [rows] }) as unknown as Settings;
  await staff.ok('PUT', `/questionnaires/${questionnaireId}`, { settings, expectedRevision: 0 });
  await staff.ok('POST', `/questionnaires/${questionnaireId}/publish`, { expectedRevision: 1 });
  for (const who of learners) {
    for (let task = 0; task < TASKS; task += 1)
      await who.ok(
        'PUT',
        `/group-work/${activityId}/groups/${groupId}/tasks/${newId()}`,
        buildTask({ state: 'done', ownerIds: [who.memberId] }),
      );
    const answers = { [rows.id]: Object.fromEntries(learners.map((one) => [one.memberId, idOf('High')])) };
    await who.ok('POST', `/questionnaires/${questionnaireId}/mine`, { version: 1, answers });
  }
  const [first] = learners;
  if (first) await handInText(first, deliverablePath(activityId, groupId), 'Ours.');
}

/** Puts further groups beside the first one that have done the same. */
async function clone(
  database: mongoose.Connection,
  groupId: string,
  memberIds: readonly string[],
  from: number,
  to: number,
): Promise<void> {
  const old = [groupId, ...memberIds];
  const names = Array.from({ length: to - from }, () => old.map(() => newId()));
  for (const collection of CLONED) {
    const found = await database.collection(collection).find({}).toArray();
    const own = found.filter((one) => old.some((id) => JSON.stringify(one).includes(id)));
    const copies = names.flatMap((ids) =>
      own.map((one) => {
        const copy = replaced(one, (text) =>
          old.reduce((now, id, n) => now.replaceAll(id, ids[n] ?? id), text),
        );
        // What has happened was told for the first group; telling it again would work beside what is measured.
        delete copy['eventsSince'];
        if ('events' in copy) copy['events'] = [];
        return copy['_id'] === one._id.toString() ? { ...copy, _id: newId() } : copy;
      }),
    );
    if (copies.length > 0) await database.collection(collection).insertMany(copies);
  }
}

/** The same with every text in it, keys among them, put otherwise. */
function replaced(value: object, of: (text: string) => string): Record<string, unknown> {
  const inner = (one: unknown): unknown => {
    if (typeof one === 'string') return of(one);
    if (Array.isArray(one)) return one.map(inner);
    if (typeof one !== 'object' || one === null || one instanceof Date) return one;
    return replaced(one, of);
  };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [of(key), inner(one)]));
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
  readonly total: number;
}

async function measure({ staff, stack }: Room, activityId: string, size: number): Promise<Figure[]> {
  const path = `/group-work/${activityId}/standings`;
  const page = (after: string | null) =>
    staff.ok<Page>('GET', after === null ? path : `${path}?after=${encodeURIComponent(after)}`);
  // The first one opens the connection.
  const { total } = await page(null);
  if (total !== size) throw new Error(`${total} groups are there, not ${size}`);
  const before = await commandsOf(stack.metricsUrl);
  const times = await timed(CALLS, () => page(null));
  const after = await commandsOf(stack.metricsUrl);
  const walks = await timed(WALKS, async () => {
    for (let next: string | null = null, isFirst = true; isFirst || next !== null; isFirst = false)
      ({ next } = await page(next));
  });
  const name = `${size} groups at a glance`;
  return [
    {
      name: `${name}, first page, round trips`,
      value: (after - before) / CALLS,
      unit: '',
      budget: ROUND_TRIPS,
    },
    { name: `${name}, first page, median`, value: median(times), unit: 'ms' },
    {
      name: `${name}, first page, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      budget: PAGE_P99_BUDGET_MS,
    },
    { name: `${name}, all pages, median`, value: median(walks), unit: 'ms' },
  ];
}

async function timed(calls: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

/** Commands that reads of this page have sent so far. */
async function commandsOf(metricsUrl: string): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const sums = text.matchAll(/^roundtable_request_database_commands_sum\{([^}]*)\} (\d+)$/gm);
  return [...sums].reduce(
    (sum, [, labels = '', value]) => (labels.includes('/standings"') ? sum + Number(value) : sum),
    0,
  );
}
