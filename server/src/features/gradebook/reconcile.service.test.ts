import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { FakeLms } from '../../../../test/factories/fake-lms.ts';
import { callRoute } from '../../../../test/factories/call-route.ts';
import {
  gradebookCourse,
  type GradebookServer,
  gradebookServer,
  oneReview,
  teacher,
  testClock,
} from '../../../../test/factories/gradebook.ts';
import { mattersOf, sourceOf } from '../../../../test/factories/matters.ts';
import {
  AcceptAllTheirs,
  AcceptTheirs,
  type ComparedRowView,
  GetGradebookStatus,
  type GradebookStatusView,
  ListCompared,
  SendAllOurs,
  SendOurs,
  StartReconciliation,
} from '../../contracts/reconciliation.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { memberIdOf } from '../../core/ids.ts';
import { createReconciliationStore } from './reconciliations.store.ts';
import type { Database } from '../../platform/database/connect.ts';

const clock = testClock('2026-08-01T00:00:00.000Z');
let database: Database;
let server: GradebookServer;
let lms: FakeLms;
let world: Awaited<ReturnType<typeof gradebookCourse>>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.forward(3600);
  lms = new FakeLms({ rescaledTo: 50 });
  server = await gradebookServer(database, clock, lms);
  world = await gradebookCourse(server, clock, { members: 6 });
  await gradeAll(() => 80);
});

async function gradeAll(points: (index: number) => number): Promise<void> {
  server.source.grades.set(
    world.activityId,
    world.memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(points(index)) })),
  );
  await server.release(world.scope, world.activityId);
  await server.sendDueOnce();
  clock.forward(5);
}
const call = <T>(
  endpoint: Endpoint,
  input: { params?: object; query?: Record<string, unknown> } = {},
): Promise<T> =>
  callRoute(server.routes, teacher(world.scope), endpoint, {
    params: { activityId: world.activityId, ...input.params },
    query: input.query ?? {},
  }) as Promise<T>;
const read = async (): Promise<GradebookStatusView> => {
  await call(StartReconciliation);
  await server.jobs.runDueOnce();
  return call<GradebookStatusView>(GetGradebookStatus);
};
const rows = async (differing = true, query: Record<string, unknown> = {}) =>
  call<{ items: ComparedRowView[]; next: string | null }>(ListCompared, {
    query: { differing: String(differing), limit: 50, ...query },
  });
const statesOf = async (differing = true) =>
  (await rows(differing)).items.map(({ name, state }) => [name, state]);
const slotOf = (index: number) => ({ columnId: world.activityId, memberId: world.memberIds[index] ?? '' });
const edit = (index: number, score: number | null) =>
  lms.edit(world.column, `user-${index}`, score, clock.now());
const heldBy = (index: number) => lms.held(world.column, `user-${index}`)?.score;

describe('what is asked for', () => {
  test.each([
    [StartReconciliation, 'reading'],
    [SendAllOurs, 'sendingOurs'],
    [AcceptAllTheirs, 'acceptingTheirs'],
  ] as const)('is under way at once, before its job begins: %#', async (endpoint, kind) => {
    await read();
    await call(endpoint);
    expect(await call(GetGradebookStatus)).toMatchObject({
      reconciliation: { working: { kind, done: 0, of: null } },
    });
    await server.jobs.runDueOnce();
    expect(await call(GetGradebookStatus)).toMatchObject({ reconciliation: { working: null } });
  });

  test('is not under way when its job was over before it could be noted, the first time or later', async () => {
    const store = createReconciliationStore(database.connection);
    const workingNow = async () => (await store.find(world.scope, world.activityId))?.working;
    for (let round = 0; round < 2; round += 1) {
      const before = await store.find(world.scope, world.activityId);
      await read();
      await store.noteAsked(world.scope, world.activityId, 'reading', before?.finished ?? 0);
      expect(await workingNow()).toBeNull();
    }
  });
});

describe('the comparison', () => {
  test('finds all the same, and says when', async () => {
    const at = clock.now().toISOString();
    const status = await read();
    expect(status).toMatchObject({
      counts: { sent: 6, waiting: 0, failed: 0 },
      columns: [{ id: world.activityId, label: 'Essay', state: 'linked', words: null }],
      reconciliation: { working: null, readAt: at, failure: null, states: { same: 6 }, strangers: 0 },
      can: { sendOurs: true, acceptTheirs: true },
    });
    expect((await rows()).items).toEqual([]);
    expect((await rows(false)).items).toHaveLength(6);
    expect((await rows(false)).items[0]).toMatchObject({
      name: 'Learner 0',
      ours: { value: 80, maximum: 100 },
      theirs: { value: 40, maximum: 50 },
      state: 'same',
    });
  });

  test('finds edits, what is missing, what only the LMS has, and strangers; by name, page by page', async () => {
    edit(1, 27.5);
    edit(3, null);
    const unknown = memberIdOf(world.scope.courseId, 'stranger');
    lms.edit(world.column, 'stranger', 10, clock.now());
    expect(unknown).not.toBe('');
    const status = await read();
    expect(status.reconciliation).toMatchObject({
      states: { same: 4, changed: 1, missing: 1 },
      strangers: 1,
    });
    expect(await statesOf()).toEqual([
      ['Learner 1', 'changed'],
      ['Learner 3', 'missing'],
    ]);
    const first = await rows(false, { limit: 4 });
    const second = await rows(false, { limit: 4, after: first.next });
    const names = [...first.items, ...second.items].map(({ name }) => name);
    expect(names).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Learner ${n}`));
    expect(second.next).toBeNull();
    await expect(rows(false, { after: 'nonsense' })).rejects.toThrow('BAD_REQUEST');
  });

  test('that cannot be finished says why, and what was read before stands', async () => {
    await read();
    edit(0, 1);
    lms.resultsReadable = false;
    const status = await read();
    expect(status.reconciliation).toMatchObject({
      working: null,
      failure: '502 bad gateway',
      states: { same: 6 },
    });
    expect((await rows(false)).items).toHaveLength(6);
  });

  test('of another course is not to be seen', async () => {
    await read();
    const other = { ...teacher({ ...world.scope, courseId: 'other' }) };
    const params = { activityId: world.activityId };
    await expect(callRoute(server.routes, other, GetGradebookStatus, { params })).rejects.toThrow(
      'NOT_FOUND',
    );
    const query = { differing: 'false', limit: 50 };
    await expect(callRoute(server.routes, other, ListCompared, { params, query })).rejects.toThrow(
      'NOT_FOUND',
    );
    await expect(callRoute(server.routes, other, SendOurs, { params: slotOf(0) })).rejects.toThrow(
      'NOT_FOUND',
    );
    await expect(callRoute(server.routes, other, AcceptTheirs, { params: slotOf(0) })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('"send ours again"', () => {
  test('goes over one edit and no other', async () => {
    edit(1, 27.5);
    edit(2, 12);
    await read();
    clock.forward(60);
    expect(await call(SendOurs, { params: slotOf(1) })).toEqual({ state: 'waiting' });
    await server.sendDueOnce();
    expect([heldBy(1), heldBy(2)]).toEqual([40, 12]);
    expect(await statesOf()).toEqual([
      ['Learner 1', 'sentSince'],
      ['Learner 2', 'changed'],
    ]);
  });

  test('for all sends what differs, once', async () => {
    edit(0, 1);
    edit(1, null);
    edit(2, 3);
    await read();
    clock.forward(60);
    const before = lms.stored.length;
    await call(SendAllOurs);
    await server.jobs.runDueOnce();
    await server.sendDueOnce();
    expect(lms.stored).toHaveLength(before + 3);
    expect([0, 1, 2].map(heldBy)).toEqual([40, 40, 40]);
    expect((await read()).reconciliation).toMatchObject({ working: null, states: { same: 6 } });
  });
});

describe('"accept theirs"', () => {
  const accept = async () => {
    await server.relay();
    await server.jobs.runDueOnce();
    clock.forward(5);
    await server.sendDueOnce();
  };

  test('takes over one value as a decision of staff, which needs no sending', async () => {
    edit(1, 27.5);
    await read();
    const before = lms.posts.length;
    await call(AcceptTheirs, { params: slotOf(1) });
    await accept();
    const history = await server.history(
      teacher(world.scope),
      world.activityId,
      slotOf(1).memberId,
      undefined,
      5,
    );
    expect(history.decisions[0]).toMatchObject({ grade: 55, reason: 'accepted from the LMS' });
    expect(history.entries[0]).toMatchObject({ kind: 'override', explanation: { value: 55 } });
    expect(history.sync.state).toBe('sent');
    expect(lms.posts).toHaveLength(before);
    expect((await read()).reconciliation.states).toEqual({ same: 6 });
  });

  test('for all takes over what the LMS shows, and leaves what it does not show', async () => {
    edit(0, 10);
    edit(2, null);
    edit(4, 49);
    await read();
    await call(AcceptAllTheirs);
    await server.jobs.runDueOnce();
    await accept();
    const grades = await server.findGrades(world.scope, world.activityId, world.memberIds);
    expect(world.memberIds.map((id) => grades.get(id)?.explanation.value)).toEqual([20, 80, 80, 80, 98, 80]);
    expect((await read()).reconciliation.states).toEqual({ same: 5, missing: 1 });
  });

  test('of more points than there are is refused, and nothing changes', async () => {
    edit(1, 60);
    await read();
    await expect(call(AcceptTheirs, { params: slotOf(1) })).rejects.toThrow('GRADE_OUT_OF_RANGE');
    await call(AcceptAllTheirs);
    await server.jobs.runDueOnce();
    expect(await statesOf()).toEqual([['Learner 1', 'changed']]);
  });
});

describe('a new grade never goes over a person’s edit by itself', () => {
  test('the run reads the column once, not each member, and leaves what it finds', async () => {
    edit(1, 27.5);
    clock.forward(60);
    const before = lms.requests.results;
    await gradeAll((index) => 70 + index);
    expect(lms.requests.results - before).toBe(1);
    expect([0, 1, 2].map(heldBy)).toEqual([35, 27.5, 36]);
    const [waiting] = await mattersOf(sourceOf(server.matterSources, 'score'), world.scope);
    expect(waiting).toMatchObject({
      code: 'SCORE_CHANGED_IN_LMS',
      about: world.memberIds[1],
      params: { words: '27.5 / 50' },
    });
  });

  test('an edit after the grade was made is told by the LMS’s own time', async () => {
    server.source.grades.set(world.activityId, [{ memberId: world.memberId, inputs: oneReview(60) }]);
    await server.release(world.scope, world.activityId);
    clock.forward(60);
    edit(0, 3);
    await server.sendDueOnce();
    expect(heldBy(0)).toBe(3);
    expect((await read()).counts).toEqual({ sent: 5, waiting: 0, failed: 1 });
  });
});
