import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { FakeLms } from '../../../../test/factories/fake-lms.ts';
import {
  gradebookCourse,
  type GradebookServer,
  gradebookServer,
  oneReview,
  testClock,
} from '../../../../test/factories/gradebook.ts';
import { mattersOf, sourceOf } from '../../../../test/factories/matters.ts';
import { makeEvent } from '../../core/events.ts';
import { columnIdOf, MAIN_COLUMN } from '../../core/ids.ts';
import type { Database } from '../../platform/database/connect.ts';
import { type ColumnLineItem, nextStep } from './line-item.domain.ts';

const BY = { actor: { kind: 'member', memberId: 'teacher', role: 'instructor' }, requestId: 'r' } as const;
const clock = testClock('2026-06-01T00:00:00.000Z');
let database: Database;
let server: GradebookServer;
let world: Awaited<ReturnType<typeof gradebookCourse>>;
let lms: FakeLms;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function open(
  options: { lineItem?: boolean } = {},
  abilities?: ConstructorParameters<typeof FakeLms>[0],
) {
  lms = new FakeLms(abilities);
  server = await gradebookServer(database, clock, lms);
  world = await gradebookCourse(server, clock, { members: 2, ...options });
  server.source.columns = [
    { key: MAIN_COLUMN, label: 'Essay', maximum: 100 },
    { key: 'reviewing', label: 'Essay: reviewing', maximum: 10 },
  ];
}
beforeEach(async () => {
  clock.forward(3600);
  await open();
});

/** What the relay would tell the gradebook, and the jobs that follow. */
async function happens(
  type: 'activity.changed' | 'activity.linked',
  on: GradebookServer = server,
): Promise<void> {
  if (type === 'activity.changed') server.source.revision += 1;
  await on.consumer([
    makeEvent({
      ...BY,
      type,
      at: clock.now(),
      courseId: world.scope.courseId,
      subject: { kind: 'activity', id: world.activityId },
      data: { activityId: world.activityId },
    }),
  ]);
  await on.jobs.runDueOnce();
}
const known = (key: string) =>
  database.connection
    .collection<ColumnLineItem & { _id: string; events: { type: string }[] }>('lineItems')
    .findOne({ _id: columnIdOf(world.activityId, key) });
const made = () =>
  [...lms.lineItems.values()].map(({ tag, label, scoreMaximum }) => [tag, label, scoreMaximum]);
const grade = async () => {
  server.source.grades.set(
    world.activityId,
    world.memberIds.map((memberId) => ({ memberId, inputs: oneReview(80) })),
  );
  await server.release(world.scope, world.activityId);
};

test('what stands alone gets its column without a link, and only when it says so', () => {
  const column = {
    id: 'a',
    courseId: 'c',
    platformId: 'p',
    deploymentId: 'd',
    activityId: 'a',
    key: MAIN_COLUMN,
    label: 'Check',
    maximum: 10,
    position: 0,
    wanted: 'present',
    revision: 1,
  } as const;
  const gradebook = { lineItemsUrl: 'https://lms.example/items', links: [] };
  const alone = { ...column, standsAlone: true };
  expect(nextStep(column, null, gradebook, true)).toEqual({ type: 'nothing' });
  expect(nextStep(alone, null, gradebook, false)).toEqual({ type: 'nothing' });
  expect(nextStep(alone, null, gradebook, true)).toEqual({
    type: 'findOrMake',
    lineItemsUrl: gradebook.lineItemsUrl,
    resourceLinkId: null,
  });
});

describe('the columns of an activity in the LMS', () => {
  test('the main one is the link’s own; the others are made with their names, once', async () => {
    await happens('activity.linked');
    expect(await known(MAIN_COLUMN)).toMatchObject({ url: world.column, origin: 'coupled', problem: null });
    expect([...lms.lineItems.values()]).toMatchObject([
      {
        label: 'Essay: reviewing',
        scoreMaximum: 10,
        resourceId: world.activityId,
        tag: 'reviewing',
        resourceLinkId: 'link',
      },
    ]);
    const before = lms.requests.lineItems;
    await happens('activity.linked');
    expect(lms.lineItems.size).toBe(1);
    expect(lms.requests.lineItems).toBe(before);
    expect((await known('reviewing'))?.events.map(({ type }) => type)).toEqual(['column.linked']);
  });

  test('each member’s grades go to their columns, with the query string', async () => {
    await happens('activity.linked');
    await grade();
    await server.sendDueOnce();
    const reviewing = (await known('reviewing'))?.url ?? '';
    expect(reviewing).toMatch(/\?type_id=1$/);
    expect(lms.held(world.column, 'user-0')?.score).toBe(80);
    expect(lms.held(reviewing, 'user-0')?.score).toBe(80);
    expect(lms.stored).toHaveLength(4);
  });

  test('follow the activity: renamed, re-pointed, and taken away with the grades kept here', async () => {
    await happens('activity.linked');
    server.source.columns = [
      { key: MAIN_COLUMN, label: 'Essay', maximum: 100 },
      { key: 'reviewing', label: 'Reviews', maximum: 20 },
    ];
    await happens('activity.changed');
    expect(made()).toEqual([['reviewing', 'Reviews', 20]]);
    server.source.columns = [{ key: MAIN_COLUMN, label: 'Essay', maximum: 100 }];
    await happens('activity.changed');
    expect(made()).toEqual([]);
    expect(await known('reviewing')).toMatchObject({ url: null, problem: null });
    // The LMS's own column is never deleted.
    server.source.columns = [];
    await happens('activity.changed');
    expect(await known(MAIN_COLUMN)).toMatchObject({ url: null });
    expect(lms.requests.lineItems).toBeGreaterThan(0);
  });

  test('without a coupled one the main column is made when the first grades wait for it, not before', async () => {
    await open({ lineItem: false });
    await happens('activity.linked');
    expect(made()).toEqual([['reviewing', 'Essay: reviewing', 10]]);
    await grade();
    await server.sendDueOnce();
    await server.jobs.runDueOnce();
    await server.sendDueOnce();
    expect(made()).toContainEqual(['total', 'Essay', 100]);
    expect(lms.held((await known(MAIN_COLUMN))?.url ?? '', 'user-1')?.score).toBe(80);
  });

  test('a deep-linked column that no launch has named yet is found by its names', async () => {
    await open({ lineItem: false });
    const url = 'https://lms.test/deep/lineitem?type_id=1';
    const facts = { label: 'Essay', scoreMaximum: 100, resourceId: world.activityId, tag: 'total' };
    lms.lineItems.set(url, { ...facts, url, resourceLinkId: 'link' });
    await grade();
    await server.jobs.runDueOnce();
    expect(await known(MAIN_COLUMN)).toMatchObject({ url, origin: 'coupled' });
    expect(made().filter(([tag]) => tag === 'total')).toHaveLength(1);
  });
});

describe('a column is made once', () => {
  test('after a crash between the LMS and our own record', async () => {
    lms.behaviour = 'crashAfterStoring';
    await happens('activity.linked').catch(() => undefined);
    lms.behaviour = 'ok';
    clock.forward(3600);
    await server.jobs.runDueOnce();
    expect(made()).toEqual([['reviewing', 'Essay: reviewing', 10]]);
    expect(await known('reviewing')).toMatchObject({ problem: null, url: [...lms.lineItems.keys()][0] });
  });

  test('after an answer that was lost', async () => {
    lms.behaviour = 'lostAfterStoring';
    await happens('activity.linked');
    expect(await known('reviewing')).toMatchObject({ url: null });
    lms.behaviour = 'ok';
    clock.forward(3600);
    await server.jobs.runDueOnce();
    expect(made()).toHaveLength(1);
  });

  test('by two servers at the same moment', async () => {
    const other = await gradebookServer(database, clock, lms);
    other.source.columns = server.source.columns;
    await server.consumer([]);
    await happens('activity.changed');
    await database.connection.collection('lineItems').deleteMany({ activityId: world.activityId });
    lms.lineItems.clear();
    // Both have found none before either has made one: jobs of the same key would not let that happen.
    const list = lms.findLineItems.bind(lms);
    let waiting = 0;
    let bothLooked = (): void => undefined;
    const together = new Promise<void>((resolve) => {
      bothLooked = resolve;
    });
    lms.findLineItems = async (...args) => {
      const found = await list(...args);
      if (waiting < 2) {
        waiting += 1;
        if (waiting === 2) bothLooked();
        await together;
      }
      return found;
    };
    await Promise.all([
      server.syncColumns(world.scope, world.activityId, 0),
      other.syncColumns(world.scope, world.activityId, 0),
    ]);
    expect(made()).toEqual([['reviewing', 'Essay: reviewing', 10]]);
    expect((await known('reviewing'))?.url).toBe([...lms.lineItems.keys()][0]);
  });
});

describe('a column that the LMS does not give', () => {
  const waiting = () => mattersOf(sourceOf(server.matterSources, 'column'), world.scope);

  test('waits in the queue with the LMS’s words, and one click asks again', async () => {
    lms.behaviour = 'refused';
    lms.refusal = { type: 'refused', cause: 'notAllowed', status: 401, words: 'insufficient scope' };
    await happens('activity.linked');
    const columnId = columnIdOf(world.activityId, 'reviewing');
    expect(await waiting()).toMatchObject([
      {
        code: 'COLUMN_REFUSED',
        params: { name: 'Essay: reviewing', words: '401 insufficient scope' },
        nextAction: { code: 'RETRY_COLUMN', path: `/grade-columns/${columnId}/retry` },
      },
    ]);
    lms.behaviour = 'ok';
    expect(await server.retryColumn(world.scope, columnId, BY)).toEqual({ state: 'waiting' });
    await server.jobs.runDueOnce();
    expect(await waiting()).toEqual([]);
    expect(made()).toHaveLength(1);
    await expect(server.retryColumn(world.scope, columnId, BY)).rejects.toThrow('NOT_FOUND');
    await expect(server.retryColumn({ ...world.scope, courseId: 'x' }, columnId, BY)).rejects.toThrow(
      'NOT_FOUND',
    );
  });

  test('is asked for again and again while the LMS is silent, which staff are told after a while', async () => {
    lms.behaviour = 'lost';
    await happens('activity.linked');
    expect(await waiting()).toEqual([]);
    for (let round = 0; round < 5; round += 1) {
      clock.forward(3600);
      await server.jobs.runDueOnce();
    }
    expect(await waiting()).toMatchObject([{ code: 'COLUMN_UNREACHABLE' }]);
    lms.behaviour = 'ok';
    clock.forward(3600);
    await server.jobs.runDueOnce();
    expect(await waiting()).toEqual([]);
  });

  test('on a link that cannot have it stands for itself', async () => {
    const create = lms.createLineItem.bind(lms);
    lms.createLineItem = (platformId, url, facts) =>
      facts.resourceLinkId === null
        ? create(platformId, url, facts)
        : Promise.resolve({ type: 'refused', cause: 'other', status: 422, words: 'no assignment' });
    await happens('activity.linked');
    expect([...lms.lineItems.values()]).toMatchObject([{ tag: 'reviewing', resourceLinkId: null }]);
  });

  test('any more is not made again unasked; grades wait, and go when it is', async () => {
    await happens('activity.linked');
    const url = (await known('reviewing'))?.url ?? '';
    lms.lineItems.delete(url);
    lms.behaviour = 'refused';
    lms.refusal = { type: 'refused', cause: 'columnGone', status: 404, words: 'not found' };
    await grade();
    await server.sendDueOnce();
    lms.behaviour = 'ok';
    await server.jobs.runDueOnce();
    expect(lms.lineItems.size).toBe(0);
    expect(await waiting()).toMatchObject([
      { code: 'COLUMN_GONE', params: { words: '404 not found' } },
      { code: 'COLUMN_GONE' },
    ]);
    await server.retryColumn(world.scope, columnIdOf(world.activityId, 'reviewing'), BY);
    await server.jobs.runDueOnce();
    await server.sendDueOnce();
    const anew = (await known('reviewing'))?.url ?? '';
    expect(anew).not.toBe(url);
    expect(lms.held(anew, 'user-0')?.score).toBe(80);
  });
});
