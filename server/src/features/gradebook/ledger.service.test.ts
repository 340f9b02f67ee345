import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { FakeLms } from '../../../../test/factories/fake-lms.ts';
import {
  gradebookCourse,
  type GradebookServer,
  gradebookServer,
  oneReview,
  testClock,
} from '../../../../test/factories/gradebook.ts';
import type { Database } from '../../platform/database/connect.ts';
import { calculate } from './formulas.domain.ts';
import { type GradeSlot, slotIdOf } from './grade-slot.domain.ts';

const clock = testClock();
let database: Database;
let lms: FakeLms;
let server: GradebookServer;
let world: Awaited<ReturnType<typeof gradebookCourse>>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.forward(3600);
  lms = new FakeLms();
  server = await gradebookServer(database, clock, lms);
  world = await gradebookCourse(server, clock);
});

async function slotOf(memberId = world.memberId): Promise<GradeSlot> {
  const slots = database.connection.collection<GradeSlot & { _id: string }>('gradeSlots');
  const slot = await slots.findOne({ _id: slotIdOf(world.activityId, memberId) });
  if (!slot) throw new Error('no slot');
  return slot;
}

async function grade(points: number): Promise<void> {
  server.source.grades.set(world.activityId, [{ memberId: world.memberId, inputs: oneReview(points) }]);
  clock.forward(2);
  await server.release(world.scope, world.activityId);
}

/** The whole history, as it comes page by page. */
async function historyOf(): Promise<{ n: number; value: number | null; sentAt: string | null }[]> {
  const found = [];
  let before: number | undefined;
  do {
    const page = await server.history(teacher(), world.activityId, world.memberId, before, 7);
    found.push(
      ...page.entries.map(({ n, explanation, sentAt }) => ({ n, value: explanation.value, sentAt })),
    );
    before = page.next ?? undefined;
  } while (before !== undefined);
  return found;
}

const teacher = () => ({ scope: world.scope, can: () => true }) as never;

describe('entries that are too old for their slot', () => {
  test('leave it once the LMS has them, and the history is whole', async () => {
    for (let points = 1; points <= 64; points += 1) {
      await grade(points);
      await server.sendDueOnce();
    }
    const slot = await slotOf();
    expect(slot.entries.length).toBeLessThanOrEqual(61);
    expect(slot.entries.length).toBeGreaterThanOrEqual(50);
    expect(slot.entries[0]?.n).toBe(slot.spilled + 1);
    expect(slot.deliveries.length).toBeLessThanOrEqual(61);
    const history = await historyOf();
    expect(history.map(({ n, value }) => [n, value])).toEqual(
      Array.from({ length: 64 }, (_, index) => [64 - index, 64 - index]),
    );
    expect(history.filter(({ sentAt }) => sentAt === null)).toEqual([]);
  });

  test('stay while the LMS has taken none of them or newer ones, up to a limit', async () => {
    for (let points = 1; points <= 70; points += 1) await grade(points);
    expect((await slotOf()).entries).toHaveLength(70);
    const entries = Array.from({ length: 230 }, (_, index) => ({ n: index + 1 }));
    const newest = (await slotOf()).entries.at(-1);
    await database.connection
      .collection<{ _id: string }>('gradeSlots')
      .updateOne(
        { _id: slotIdOf(world.activityId, world.memberId) },
        { $set: { entries: entries.map(({ n }) => ({ ...newest, n })), 'want.n': 230 } },
      );
    await grade(71);
    expect((await slotOf()).entries).toHaveLength(200);
    expect((await historyOf()).map(({ n }) => n)).toEqual(
      Array.from({ length: 231 }, (_, index) => 231 - index),
    );
  });

  test('are neither lost nor doubled by a crash between the copy and the slot', async () => {
    for (let points = 1; points <= 61; points += 1) {
      await grade(points);
      await server.sendDueOnce();
    }
    const before = await slotOf();
    const slots = database.connection.collection<{ _id: string }>('gradeSlots');
    // As if the process had died after it had copied the first entries.
    const spilled = await database.connection
      .collection('gradeEntries')
      .find({ slotId: slotIdOf(world.activityId, world.memberId) })
      .toArray();
    const first = spilled.map(({ entry }) => entry as { n: number }).sort((a, b) => a.n - b.n);
    await slots.updateOne(
      { _id: slotIdOf(world.activityId, world.memberId) },
      { $set: { spilled: 0, entries: [...first, ...before.entries] } as never },
    );
    await grade(62);
    expect((await historyOf()).map(({ n }) => n)).toEqual(
      Array.from({ length: 62 }, (_, index) => 62 - index),
    );
    expect((await slotOf()).entries.length).toBeLessThanOrEqual(61);
  });
});

type Step =
  | { type: 'grade'; member: number; points: number }
  | { type: 'release' | 'withdraw' }
  | { type: 'decide'; member: number; value: number | null }
  | { type: 'work'; servers: number; fails: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('grade' as const),
    member: fc.nat(2),
    points: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({ type: fc.constantFrom('release' as const, 'withdraw' as const) }),
  fc.record({
    type: fc.constant('decide' as const),
    member: fc.nat(2),
    value: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
  fc.record({
    type: fc.constant('work' as const),
    servers: fc.integer({ min: 1, max: 2 }),
    fails: fc.nat(4),
  }),
);

describe('whatever runs meet', () => {
  test('every grade ends as the last decisions say, in one order, and nothing is to be seen after a withdrawal', async () => {
    const other = await gradebookServer(database, clock, lms, server.source);
    const { source } = server;
    source.chunkSize = 2;
    let failing = 0;
    const inputs = source.inputs.bind(source);
    source.inputs = async function* (...asked) {
      for await (const chunk of inputs(...asked)) {
        yield chunk;
        failing -= 1;
        if (failing === 0) throw new Error('the process died');
      }
    };
    const work = (servers: number) =>
      Promise.all([server, other].slice(0, servers).map(({ jobs }) => jobs.runDueOnce()));

    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 1, maxLength: 16 }),
        fc.constantFrom('release' as const, 'withdraw' as const),
        async (steps, last) => {
          world = await gradebookCourse(server, clock, { members: 3 });
          const { scope, activityId, memberIds } = world;
          const member = (index: number) => memberIds[index] ?? '';
          const points = new Map(memberIds.map((id) => [id, 50]));
          const decided = new Map<string, number | null>();
          const ask = (type: 'release' | 'withdraw') =>
            server.request(scope, activityId, type === 'release' ? 'grades.released' : 'grades.withdrawn');
          const give = () =>
            source.grades.set(
              activityId,
              memberIds.map((memberId) => ({ memberId, inputs: oneReview(points.get(memberId) ?? 0) })),
            );
          give();
          failing = 0;
          server.errors.splice(0);
          await server.release(scope, activityId);
          for (const step of [...steps, { type: last }]) {
            clock.forward(1);
            if (step.type === 'grade') {
              points.set(member(step.member), step.points);
              give();
            } else if (step.type === 'decide') {
              const grade = step.value === null ? 'excused' : 'set';
              await server.decide(scope, activityId, member(step.member), {
                kind: grade,
                ...(step.value !== null && { value: step.value }),
              } as never);
              decided.set(member(step.member), step.value);
            } else if (step.type === 'work') {
              failing = step.fails;
              await work(step.servers);
            } else {
              await ask(step.type);
            }
          }
          failing = 0;
          for (let round = 0; round < 6; round += 1) {
            clock.forward(60);
            await work(2);
          }

          for (const memberId of memberIds) {
            const slot = await slotOf(memberId).catch(() => null);
            const newest = slot?.entries.at(-1);
            const own = decided.has(memberId) ? decided.get(memberId) : points.get(memberId);
            expect(newest?.value ?? null).toBe(last === 'withdraw' ? null : own);
            const sequences = slot?.entries.map(({ sequence }) => sequence) ?? [];
            expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
            expect(slot?.entries.map(({ n }) => n)).toEqual(slot?.entries.map((_, index) => index + 1));
            for (const entry of slot?.entries ?? []) expect(calculate(entry).value).toBe(entry.value);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
