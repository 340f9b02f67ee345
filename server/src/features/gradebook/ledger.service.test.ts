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

/** A slot with so many entries of the same grade, of which the LMS has the first `sent`. */
async function crowd(count: number, sent: number): Promise<void> {
  await grade(50);
  const [first] = (await slotOf()).entries;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const at = clock.now();
  const slots = database.connection.collection<{ _id: string }>('gradeSlots');
  await slots.updateOne(
    { _id: slotIdOf(world.activityId, world.memberId) },
    {
      $set: {
        entries: numbers.map((n) => ({ ...first, n })),
        'want.n': count,
        sent: sent > 0 ? { n: sent, at } : null,
        deliveries: numbers.filter((n) => n <= sent).map((n) => ({ n, at })),
      },
    },
  );
}

const downFrom = (n: number) => Array.from({ length: n }, (_, index) => n - index);
const numbersOf = (entries: readonly { n: number }[]) => entries.map(({ n }) => n);

describe('entries that are too old for their slot', () => {
  test('leave it once the LMS has them, and the history is whole', async () => {
    await crowd(60, 60);
    await grade(51);
    await server.sendDueOnce();
    const slot = await slotOf();
    expect(numbersOf(slot.entries)).toEqual(downFrom(61).slice(0, 50).reverse());
    expect(numbersOf(slot.deliveries)).toEqual(numbersOf(slot.entries));
    expect(slot.spilled).toBe(11);
    const history = await historyOf();
    expect(numbersOf(history)).toEqual(downFrom(61));
    expect(history[0]?.value).toBe(51);
    expect(history.filter(({ sentAt }) => sentAt === null)).toEqual([]);
  });

  test('stay while the LMS has taken none of them or newer ones, up to a limit', async () => {
    await crowd(70, 0);
    await grade(51);
    expect((await slotOf()).entries).toHaveLength(71);
    await crowd(230, 0);
    await grade(52);
    expect((await slotOf()).entries).toHaveLength(200);
    expect(numbersOf(await historyOf())).toEqual(downFrom(231));
  });

  test('are neither lost nor doubled by a crash between the copy and the slot', async () => {
    await crowd(60, 60);
    const before = (await slotOf()).entries;
    await grade(51);
    // As if the process had died after it had copied them.
    const whole = [...before, ...(await slotOf()).entries.slice(-1)];
    await database.connection
      .collection<{ _id: string }>('gradeSlots')
      .updateOne(
        { _id: slotIdOf(world.activityId, world.memberId) },
        { $set: { spilled: 0, entries: whole } as never },
      );
    await grade(52);
    expect(numbersOf(await historyOf())).toEqual(downFrom(62));
    expect((await slotOf()).entries).toHaveLength(50);
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
