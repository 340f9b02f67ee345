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
import { mattersOf, sourceOf } from '../../../../test/factories/matters.ts';
import { readGradingView } from '../../contracts/paths.ts';
import { makeEvent } from '../../core/events.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { GradeSlot } from './grade-slot.domain.ts';
import { slotIdOf } from './grade-slot.domain.ts';

const HOUR = 3600;
const clock = testClock('2026-07-01T00:00:00.000Z');
let database: Database;
let server: GradebookServer;
let lms: FakeLms;
let world: Awaited<ReturnType<typeof gradebookCourse>>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function open(options: ConstructorParameters<typeof FakeLms>[0] = {}): Promise<void> {
  await database.connection.collection('gradeSlots').deleteMany({});
  lms = new FakeLms(options);
  server = await gradebookServer(database, clock, lms);
  world = await gradebookCourse(server, clock, { members: 2 });
  await server.release(world.scope, world.activityId);
}
beforeEach(async () => {
  clock.forward(HOUR);
  await open();
});

const handedIn = (version: number, at = clock.now()) =>
  makeEvent({
    type: 'submission.handedIn',
    at,
    actor: { kind: 'member', memberId: world.memberId, role: 'learner' },
    courseId: world.scope.courseId,
    subject: { kind: 'submission', id: 's' },
    requestId: null,
    data: { activityId: world.activityId, authorId: world.memberId, version },
  });
const grade = async (points: number) => {
  server.source.grades.set(world.activityId, [{ memberId: world.memberId, inputs: oneReview(points) }]);
  await server.release(world.scope, world.activityId);
};
const slot = async () => {
  const id = slotIdOf(world.activityId, world.memberId);
  const found = await database.connection
    .collection<GradeSlot & { _id: string }>('gradeSlots')
    .findOne({ _id: id });
  if (!found) throw new Error('no slot');
  return found;
};
const held = () => lms.held(world.column, 'user-0');
const attempts = () => lms.attempts.get(`${world.column} user-0`) ?? 0;
const waiting = () => mattersOf(sourceOf(server.matterSources, 'score'), world.scope);

describe('handing in', () => {
  test('tells the LMS once, at the original time, where staff see learner and attempt', async () => {
    const at = clock.now();
    clock.forward(90);
    await server.consumer([handedIn(1, at), handedIn(1, at)]);
    await server.sendDueOnce();
    await server.consumer([handedIn(1, at)]);
    await server.sendDueOnce();
    expect(lms.handedIn).toHaveLength(1);
    const [sent] = lms.handedIn;
    expect(sent).toMatchObject({
      newAttempt: true,
      handedIn: { timestamp: at, submittedAt: at, userId: 'user-0' },
    });
    const { activityId, memberId } = world;
    expect(readGradingView(sent?.handedIn.viewUrl ?? '')).toEqual({ activityId, memberId, version: 1 });
    expect(sent?.handedIn.viewUrl).toMatch(/^https:\/\/roundtable\.test\/lti\/launch\?/);
    expect(await slot()).toMatchObject({ handIn: { version: 1, told: 1 }, entries: [], want: null });
    expect(await slot()).not.toHaveProperty('dueAt');
  });

  test('several versions before the LMS is reached are one message about the newest', async () => {
    await server.consumer([handedIn(2), handedIn(1)]);
    await server.consumer([handedIn(3)]);
    await server.sendDueOnce();
    expect(lms.handedIn.map(({ handedIn: { comment } }) => comment)).toEqual([
      expect.stringContaining('(version 3)'),
    ]);
    await server.consumer([handedIn(2)]);
    await server.sendDueOnce();
    expect(lms.handedIn).toHaveLength(1);
  });

  test('is no grade: nobody sees one, and nothing waits to be sent as one', async () => {
    await server.consumer([handedIn(1)]);
    expect(await server.findGrades(world.scope, world.activityId, [world.memberId])).toEqual(new Map());
    expect(await server.oldestUnsentAt()).toBeNull();
  });

  test('of the LMS’s test student is not told', async () => {
    await database.connection.collection('members').updateMany({}, { $set: { testUser: true } });
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    expect(lms.handedIn).toEqual([]);
  });

  test('again after the grade keeps the grade, uses up the next attempt, and the regrade none', async () => {
    await server.consumer([handedIn(1)]);
    await grade(80);
    await server.sendDueOnce();
    clock.forward(5);
    await server.consumer([handedIn(2)]);
    await server.sendDueOnce();
    expect([held()?.score, attempts()]).toEqual([80, 1]);
    clock.forward(5);
    await grade(90);
    await server.sendDueOnce();
    expect([held()?.score, attempts()]).toEqual([90, 1]);
  });

  test('and being graded in the same second: both arrive', async () => {
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    await grade(70);
    for (let round = 0; round < 3; round += 1) {
      await server.sendDueOnce();
      clock.forward(10);
    }
    expect(await slot()).toMatchObject({ sent: { n: 1 }, handIn: { told: 1 }, problem: null });
    expect(held()?.score).toBe(70);
  });
});

describe('while the LMS stores something, and its answer is lost,', () => {
  const settle = async (): Promise<void> => {
    lms.behaviour = 'ok';
    for (let round = 0; round < 4; round += 1) {
      clock.forward(130);
      await server.sendDueOnce();
    }
  };

  test('a grade comes: the hand-in is told no second time', async () => {
    lms.behaviour = 'lostAfterStoring';
    lms.meanwhile = () => grade(80);
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    await settle();
    expect([lms.handedIn.length, attempts(), held()?.score]).toEqual([1, 1, 80]);
    expect(await slot()).toMatchObject({ handIn: { told: 1 }, sent: { n: 1 } });
  });

  test('another version is handed in: the grade is sent no second time', async () => {
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    clock.forward(5);
    await grade(80);
    lms.behaviour = 'lostAfterStoring';
    lms.meanwhile = () => server.consumer([handedIn(2)]);
    await server.sendDueOnce();
    await settle();
    expect([lms.posts.length, held()?.score]).toEqual([1, 80]);
    expect(await slot()).toMatchObject({ handIn: { version: 2, told: 2 }, sent: { n: 1 } });
  });
});

describe('an LMS without attempts left', () => {
  test('keeps the work here and tells staff; a click after one more was allowed tells the LMS', async () => {
    lms.behaviour = 'refused';
    lms.refusal = { type: 'refused', cause: 'attemptsExhausted', status: 422, words: 'no attempts left' };
    await server.consumer([handedIn(2)]);
    await server.sendDueOnce();
    expect(await waiting()).toMatchObject([
      {
        code: 'ATTEMPTS_EXHAUSTED',
        about: world.memberId,
        params: { words: '422 no attempts left' },
      },
    ]);
    lms.behaviour = 'ok';
    // A grade goes all the same.
    await grade(60);
    await server.sendDueOnce();
    expect(held()?.score).toBe(60);
    clock.forward(2);
    await server.sendDueOnce();
    expect(await slot()).toMatchObject({ handIn: { told: 2 }, problem: null });
  });

  test('a click tells it again', async () => {
    lms.behaviour = 'refused';
    lms.refusal = { type: 'refused', cause: 'attemptsExhausted', status: 422, words: 'none' };
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    lms.behaviour = 'ok';
    const by = { actor: { kind: 'member', memberId: 't', role: 'instructor' }, requestId: 'r' } as const;
    await server.retryScore(world.scope, world.activityId, world.memberId, by);
    await server.sendDueOnce();
    expect(await waiting()).toEqual([]);
    expect(attempts()).toBe(1);
  });
});

test('an assignment that is not published waits with that reason, and is told when it is', async () => {
  lms.behaviour = 'refused';
  lms.refusal = { type: 'refused', cause: 'unpublished', status: 422, words: 'still unpublished' };
  await server.consumer([handedIn(1)]);
  await server.sendDueOnce();
  expect(await waiting()).toMatchObject([{ code: 'ASSIGNMENT_UNPUBLISHED' }]);
  lms.behaviour = 'ok';
  clock.forward(10 * 60);
  await server.sendDueOnce();
  expect(await waiting()).toEqual([]);
  expect(await slot()).toMatchObject({ handIn: { told: 1 } });
});

test('a course without a column, or a person who left, is nothing that staff have to look at', async () => {
  world = await gradebookCourse(server, clock, { lineItem: false });
  await server.release(world.scope, world.activityId);
  await server.consumer([handedIn(1)]);
  await server.sendDueOnce();
  expect(await waiting()).toEqual([]);
});

describe('where "handed in" could take a grade away', () => {
  const CLEARING = { abilities: { clearsScores: true, handedIn: 'clears' as const } };
  test.each([
    ['a grade of ours is there', async () => grade(80), 80],
    [
      'somebody has graded by hand',
      async () => lms.edit(world.column, 'user-0', 33, new Date(clock.now().getTime() - 5000)),
      33,
    ],
  ])('the LMS is not told when %s', async (_rule, before, score) => {
    await open(CLEARING);
    await before();
    await server.sendDueOnce();
    clock.forward(5);
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    expect(lms.handedIn).toEqual([]);
    expect(held()?.score).toBe(score);
    expect(await slot()).toMatchObject({ handIn: { told: 1 } });
  });

  test('nor while what it holds cannot be read', async () => {
    await open(CLEARING);
    lms.resultsReadable = false;
    await server.consumer([handedIn(1)]);
    for (let round = 0; round < 5; round += 1) {
      await server.sendDueOnce();
      clock.forward(HOUR);
    }
    expect(lms.handedIn).toEqual([]);
    lms.resultsReadable = true;
    await server.sendDueOnce();
    expect(lms.handedIn).toHaveLength(1);
  });

  test('Moodle’s comment is written when nothing is there, and never over a person’s words', async () => {
    await open({ abilities: { clearsScores: false, handedIn: 'commentOnly' } });
    await server.consumer([handedIn(1)]);
    await server.sendDueOnce();
    expect(held()).toMatchObject({
      score: null,
      comment: expect.stringMatching(/^Handed in on .*version 1/),
    });
    clock.forward(5);
    await server.consumer([handedIn(2)]);
    await server.sendDueOnce();
    expect(held()?.comment).toMatch(/version 2/);
    await grade(50);
    await server.sendDueOnce();
    clock.forward(5);
    await server.consumer([handedIn(3)]);
    await server.sendDueOnce();
    expect(held()).toMatchObject({ score: 50, comment: expect.stringMatching(/^Your work/) });
  });
});

type Step =
  | { type: 'handIn' }
  | { type: 'grade'; points: number }
  | { type: 'send'; behaviour: Behaviour }
  | { type: 'wait'; seconds: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ type: 'handIn' as const }),
  fc.record({ type: fc.constant('grade' as const), points: fc.integer({ min: 1, max: 100 }) }),
  fc.record({
    type: fc.constant('send' as const),
    behaviour: fc.constantFrom<Behaviour>(
      'ok',
      'busy',
      'busyAfterStoring',
      'lost',
      'lostAfterStoring',
      'crash',
      'crashAfterStoring',
    ),
  }),
  fc.record({ type: fc.constant('wait' as const), seconds: fc.constantFrom(0.3, 1, 10, 130, 1000) }),
);

test('any order of hand-ins, grades, failures and crashes: each attempt counts once, and no grade is touched', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      clock.forward(HOUR);
      world = await gradebookCourse(server, clock);
      await server.release(world.scope, world.activityId);
      let version = 0;
      let points: number | null = null;
      const told = new Set<number>();
      for (const step of [{ type: 'handIn' } as const, ...steps]) {
        if (step.type === 'handIn') await server.consumer([handedIn((version += 1))]);
        if (step.type === 'grade') await grade((points = step.points));
        if (step.type === 'wait') clock.forward(step.seconds);
        if (step.type === 'send') {
          lms.behaviour = step.behaviour;
          await sendOrCrash(server);
        }
      }
      lms.behaviour = 'ok';
      for (let round = 0; round < 4; round += 1) {
        clock.forward(HOUR);
        await server.sendDueOnce();
      }
      expect(await slot()).toMatchObject({ handIn: { version, told: version }, problem: null });
      expect(held()?.score ?? null).toBe(points);
      for (const { key, handedIn: one, newAttempt } of lms.handedIn) {
        if (key.startsWith(world.column) && newAttempt) told.add(one.submittedAt.getTime());
      }
      // What was stored under a version is not stored under it once more.
      expect(attempts()).toBeLessThanOrEqual(version);
      expect(attempts()).toBeLessThanOrEqual(told.size + 1);
    }),
    { numRuns: 40 },
  );
  expect(lms.overlaps).toEqual([]);
}, 120_000);
