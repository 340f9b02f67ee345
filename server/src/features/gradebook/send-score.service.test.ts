import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { type Behaviour, FakeLms } from '../../../../test/factories/fake-lms.ts';
import {
  gradebookCourse,
  type GradebookServer,
  gradebookServer,
  oneReview,
  sendOrCrash,
  testClock,
} from '../../../../test/factories/gradebook.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Database } from '../../platform/database/connect.ts';
import { calculate } from './formulas.domain.ts';
import type { GradeSlot } from './grade-slot.domain.ts';
import { slotIdOf } from './grade-slot.domain.ts';

const HOUR = 3600;
const BY = { actor: { kind: 'member', memberId: 'teacher', role: 'instructor' }, requestId: 'r' } as const;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function storedSlot(columnId: string, memberId: string): Promise<GradeSlot> {
  const slots = database.connection.collection<GradeSlot & { _id: string }>('gradeSlots');
  const slot = await slots.findOne({ _id: slotIdOf(columnId, memberId) });
  if (!slot) throw new Error('no slot');
  return slot;
}

type Step =
  | { type: 'grade'; points: number }
  | { type: 'send'; behaviour: Behaviour }
  | { type: 'wait'; seconds: number }
  | { type: 'decide'; value: number | null | 'computed' }
  | { type: 'retry' | 'withdraw' | 'leave' | 'rejoin' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('grade' as const), points: fc.integer({ min: 0, max: 100 }) }),
  fc.record({
    type: fc.constant('send' as const),
    behaviour: fc.constantFrom<Behaviour>(
      'ok',
      'busy',
      'busyAfterStoring',
      'refused',
      'lost',
      'lostAfterStoring',
      'crash',
      'crashAfterStoring',
    ),
  }),
  fc.record({ type: fc.constant('wait' as const), seconds: fc.constantFrom(0.3, 1, 10, 130, 1000) }),
  fc.record({
    type: fc.constant('decide' as const),
    value: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(null, 'computed' as const)),
  }),
  fc.record({
    type: fc.constantFrom('retry' as const, 'withdraw' as const, 'leave' as const, 'rejoin' as const),
  }),
);

const memberChanged = (scope: CourseScope, memberId: string, status: string, at: Date) =>
  makeEvent({
    type: 'member.changed',
    at,
    actor: { kind: 'system', job: 'test' },
    courseId: scope.courseId,
    subject: { kind: 'member', id: memberId },
    requestId: null,
    data: { before: {}, after: { status } },
  });

describe('whatever happens on the way, the LMS ends with the ledger’s newest grade', () => {
  test('any order of grades, decisions, withdrawals, sendings, failures, crashes, retries, leaving and coming back', async () => {
    const clock = testClock();
    const lms = new FakeLms({ rescaledTo: 50 });
    const server = await gradebookServer(database, clock, lms);
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
        clock.forward(HOUR);
        const { scope, activityId, memberId, column } = await gradebookCourse(server, clock);
        const retry = () => server.retryScore(scope, activityId, memberId, BY).catch(() => undefined);
        const grade = async (points: number) => {
          server.source.grades.set(activityId, [{ memberId, inputs: oneReview(points) }]);
          await server.release(scope, activityId);
        };
        const decide = (value: number | null | 'computed') =>
          server.decide(
            scope,
            activityId,
            memberId,
            value === null
              ? { kind: 'excused' }
              : value === 'computed'
                ? { kind: 'computed' }
                : { kind: 'set', value },
          );
        const become = async (status: 'active' | 'left') => {
          await database.connection
            .collection<{ _id: string }>('members')
            .updateOne({ _id: memberId }, { $set: { status } });
          await server.consumer([memberChanged(scope, memberId, status, clock.now())]);
        };
        const withdraw = async () => {
          await server.request(scope, activityId, 'grades.withdrawn');
          await server.jobs.runDueOnce();
        };
        await grade(1);
        for (const step of steps) {
          if (step.type === 'grade') await grade(step.points);
          if (step.type === 'wait') clock.forward(step.seconds);
          if (step.type === 'retry') await retry();
          if (step.type === 'decide') await decide(step.value);
          if (step.type === 'withdraw') await withdraw();
          if (step.type === 'leave') await become('left');
          if (step.type === 'rejoin') await become('active');
          if (step.type === 'send') {
            lms.behaviour = step.behaviour;
            await sendOrCrash(server);
          }
        }
        lms.behaviour = 'ok';
        await become('active');
        for (let round = 0; round < 2; round += 1) {
          clock.forward(HOUR);
          await server.jobs.runDueOnce();
          await retry();
          await server.sendDueOnce();
        }

        const slot = await storedSlot(activityId, memberId);
        const newest = slot.entries.at(-1);
        const result = lms.held(column, 'user-0');
        const ours = newest?.value ?? null;
        // A grade that was taken back before the LMS had any is nothing to tell it.
        expect(result?.score ?? null).toBe(ours === null ? null : ours / 2);
        expect(slot).toMatchObject({ want: { n: newest?.n }, sent: { n: newest?.n }, problem: null });
        expect(slot).not.toHaveProperty('dueAt');
        expect(slot).not.toHaveProperty('unsentSince');
        // Every score that left is an entry, under the entry's own time; what became visible went forward only.
        const mine = (one: { key: string }) => one.key.startsWith(column);
        const entryOf = (at: Date) => slot.entries.find((entry) => entry.at.getTime() === at.getTime());
        for (const { score } of lms.posts.filter(mine)) {
          expect(entryOf(score.timestamp)?.value).toBe(score.scoreGiven);
          expect(score.timestamp.getTime()).toBeLessThanOrEqual(clock.now().getTime());
        }
        const visible = lms.stored.filter(mine).map(({ score }) => entryOf(score.timestamp)?.n ?? 0);
        expect(visible).toEqual([...new Set(visible)].sort((a, b) => a - b));
        // The ledger can be replayed to the last digit.
        for (const entry of slot.entries) expect(calculate(entry).value).toBe(entry.value);
      }),
      { numRuns: 60 },
    );
    expect(lms.overlaps).toEqual([]);
  }, 120_000);
});

describe('one score', () => {
  const clock = testClock('2026-04-01T00:00:00.000Z');
  let lms: FakeLms;
  let server: GradebookServer;
  let world: Awaited<ReturnType<typeof gradebookCourse>>;

  beforeEach(async () => {
    await database.connection.collection('gradeSlots').deleteMany({});
    lms = new FakeLms();
    server = await gradebookServer(database, clock, lms);
    world = await gradebookCourse(server, clock);
    server.source.grades.set(world.activityId, [{ memberId: world.memberId, inputs: oneReview(80) }]);
  });
  const slot = () => storedSlot(world.activityId, world.memberId);
  const grade = async (points: number) => {
    const { activityId, memberId, scope } = world;
    server.source.grades.set(activityId, [{ memberId, inputs: oneReview(points) }]);
    await server.release(scope, activityId);
  };

  test('waits for a column, and goes when there is one', async () => {
    const { scope, activityId, memberId, makeColumn } = (world = await gradebookCourse(server, clock, {
      lineItem: false,
      columnsCanBeMade: false,
    }));
    await grade(80);
    await server.sendDueOnce();
    expect((await server.findGrades(scope, activityId, [memberId])).get(memberId)?.sync.state).toBe(
      'noColumn',
    );
    await makeColumn();
    clock.forward(10 * 60);
    await server.sendDueOnce();
    await server.jobs.runDueOnce();
    await server.sendDueOnce();
    expect((await server.findGrades(scope, activityId, [memberId])).get(memberId)?.sync.state).toBe('sent');
    expect(lms.stored).toMatchObject([{ score: { scoreGiven: 80, scoreMaximum: 100, userId: 'user-0' } }]);
  });

  test('is never sent for the LMS’s test student', async () => {
    await database.connection
      .collection<{ _id: string }>('members')
      .updateOne({ _id: world.memberId }, { $set: { testUser: true } });
    server.source.grades.set(world.activityId, [{ memberId: world.memberId, inputs: oneReview(80) }]);
    await server.release(world.scope, world.activityId);
    await server.sendDueOnce();
    expect(lms.posts).toEqual([]);
  });

  test('is not sent for a member who is not in the course, and is not lost', async () => {
    server.source.grades.set(world.activityId, [{ memberId: 'stranger', inputs: oneReview(80) }]);
    await server.release(world.scope, world.activityId);
    await server.sendDueOnce();
    expect(lms.posts).toEqual([]);
    expect(await storedSlot(world.activityId, 'stranger')).toMatchObject({
      entries: [{ value: 80 }],
      problem: { code: 'MEMBER_NOT_IN_COURSE' },
    });
  });

  test('that the LMS refuses waits with its words until it is retried, and a second click changes nothing', async () => {
    const { scope, activityId, memberId } = world;
    await grade(80);
    lms.behaviour = 'refused';
    await server.sendDueOnce();
    clock.forward(24 * HOUR);
    await server.sendDueOnce();
    expect(lms.posts).toHaveLength(1);
    expect((await slot()).problem).toMatchObject({ code: 'SCORE_REFUSED', words: '400 not a student' });
    lms.behaviour = 'ok';
    expect(await server.retryScore(scope, activityId, memberId, BY)).toEqual({ state: 'waiting' });
    expect(await server.retryScore(scope, activityId, memberId, BY)).toEqual({ state: 'waiting' });
    await server.sendDueOnce();
    expect(lms.stored).toHaveLength(1);
    await expect(server.retryScore(scope, activityId, memberId, BY)).rejects.toThrow('NOT_FOUND');
  });

  test('of another course cannot be retried', async () => {
    await grade(80);
    lms.behaviour = 'refused';
    await server.sendDueOnce();
    const other = { ...world.scope, courseId: 'another' };
    await expect(server.retryScore(other, world.activityId, world.memberId, BY)).rejects.toThrow('NOT_FOUND');
  });

  test('keeps the pause that the LMS asks for', async () => {
    await grade(80);
    lms.behaviour = 'busy';
    await server.sendDueOnce();
    lms.behaviour = 'ok';
    clock.forward(6);
    await server.sendDueOnce();
    expect(lms.stored).toEqual([]);
    clock.forward(1);
    await server.sendDueOnce();
    expect(lms.stored).toHaveLength(1);
  });

  test('that a dead LMS never answers comes into the queue and is still tried every hour', async () => {
    await grade(80);
    lms.behaviour = 'lost';
    for (let round = 0; round < 25; round += 1) {
      await server.sendDueOnce();
      clock.forward(HOUR);
    }
    expect(await slot()).toMatchObject({
      problem: { code: 'SCORE_UNREACHABLE', words: 'connection reset' },
      tries: 25,
    });
    lms.behaviour = 'ok';
    await server.sendDueOnce();
    expect(await slot()).toMatchObject({ sent: { n: 1 }, problem: null });
  });

  test('is not sent twice when the connection broke after the LMS stored it', async () => {
    await grade(80);
    lms.behaviour = 'lostAfterStoring';
    await server.sendDueOnce();
    lms.behaviour = 'ok';
    clock.forward(60);
    await server.sendDueOnce();
    expect(lms.posts).toHaveLength(1);
    expect(await slot()).toMatchObject({ sent: { n: 1 }, attempt: null });
  });

  test('goes out in the end also when results cannot be read back', async () => {
    await grade(80);
    lms.behaviour = 'lost';
    lms.resultsReadable = false;
    await server.sendDueOnce();
    lms.behaviour = 'ok';
    for (let round = 0; round < 5; round += 1) {
      clock.forward(HOUR);
      await server.sendDueOnce();
    }
    expect(lms.stored).toHaveLength(1);
    expect((await slot()).sent?.n).toBe(1);
  });

  test('does not go over what a teacher set by hand in the LMS, unless staff say so', async () => {
    const { scope, activityId, memberId, column } = world;
    await grade(80);
    lms.edit(column, 'user-0', 55, new Date(clock.now().getTime() + 5_000));
    await server.sendDueOnce();
    expect((await slot()).problem).toMatchObject({ code: 'SCORE_CHANGED_IN_LMS', words: '55 / 100' });
    clock.forward(60);
    await server.retryScore(scope, activityId, memberId, BY);
    await server.sendDueOnce();
    expect(lms.stored).toMatchObject([{ score: { scoreGiven: 80 } }]);
    expect((await slot()).entries).toHaveLength(1);
  });

  test('says how it came about, in numbers', async () => {
    await grade(80);
    await server.sendDueOnce();
    expect(lms.stored[0]?.score.comment).toBe('Your work: 1 review, 80 %. Grade: 80 of 100 points.');
  });

  test('leaves the events of what happened on its slot', async () => {
    await grade(80);
    lms.behaviour = 'refused';
    await server.sendDueOnce();
    await server.retryScore(world.scope, world.activityId, world.memberId, BY);
    lms.behaviour = 'ok';
    await server.sendDueOnce();
    const stored = (await slot()) as unknown as { events: { type: string; data: object }[] };
    expect(stored.events.map(({ type }) => type)).toEqual([
      'grade.entered',
      'grade.failed',
      'grade.retried',
      'grade.sent',
    ]);
    const { memberId, activityId: columnId } = world;
    for (const { data } of stored.events) expect(data).toMatchObject({ memberId, columnId });
  });
});

describe('two servers on one database', () => {
  test('send every score once and never one slot at the same time', async () => {
    await database.connection.collection('gradeSlots').deleteMany({});
    const clock = testClock('2026-05-01T00:00:00.000Z');
    const lms = new FakeLms({ delayMs: 5 });
    const servers = [
      await gradebookServer(database, clock, lms),
      await gradebookServer(database, clock, lms),
    ];
    const [first] = servers;
    if (!first) throw new Error('no server');
    const { scope, activityId, memberIds } = await gradebookCourse(first, clock, { members: 40 });
    first.source.grades.set(
      activityId,
      memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(index) })),
    );
    await first.release(scope, activityId);
    for (const server of servers) await server.start(false);
    while ((await first.oldestUnsentAt()) !== null) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all(servers.map((server) => server.stop()));
    expect(lms.overlaps).toEqual([]);
    expect(lms.posts).toHaveLength(40);
    expect(new Set(lms.posts.map(({ key }) => key)).size).toBe(40);
  });
});
