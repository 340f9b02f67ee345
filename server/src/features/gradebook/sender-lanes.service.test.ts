import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
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
import type { Database } from '../../platform/database/connect.ts';

const clock = testClock('2026-09-01T00:00:00.000Z');
let database: Database;
let lms: FakeLms;
let server: GradebookServer;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['gradeSlots', 'platformPaces'])
    await database.connection.collection(name).deleteMany({});
  clock.forward(3600);
  lms = new FakeLms();
  server = await gradebookServer(database, clock, lms);
});

type World = Awaited<ReturnType<typeof gradebookCourse>>;
async function graded(platformId: string, members: number): Promise<World> {
  const world = await gradebookCourse(server, clock, { members, platformId });
  server.source.grades.set(
    world.activityId,
    world.memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(index) })),
  );
  await server.release(world.scope, world.activityId);
  return world;
}
const postsTo = ({ column }: World): number => lms.posts.filter(({ key }) => key.startsWith(column)).length;
const storedIn = ({ column }: World): number => lms.stored.filter(({ key }) => key.startsWith(column)).length;
const leased = () =>
  database.connection.collection('gradeSlots').countDocuments({ leaseUntil: { $gt: clock.now() } });
/** What the course is told of it by now. */
const silent = async ({ scope }: World) =>
  (await mattersOf(sourceOf(server.matterSources, 'lms'), scope)).filter(({ since }) => since <= clock.now());

test('a dead platform holds back no other’s scores, and is not asked for each of its own', async () => {
  lms.behaviours.set('dead', 'lost');
  const dead = await graded('dead', 60);
  const alive = await graded('alive', 60);
  await server.sendDueOnce();
  expect(storedIn(alive)).toBe(60);
  expect(postsTo(dead)).toBeLessThan(10);

  // Its course is told after a while, in one line; the other's is not.
  for (let minute = 0; minute < 12; minute += 1) {
    clock.forward(60);
    await server.sendDueOnce();
  }
  expect(postsTo(dead)).toBeLessThan(30);
  expect(await silent(dead)).toMatchObject([{ code: 'LMS_UNREACHABLE', params: { count: 60 } }]);
  expect(await silent(alive)).toEqual([]);

  lms.behaviours.set('dead', 'ok');
  for (let round = 0; round < 5; round += 1) {
    clock.forward(60);
    await server.sendDueOnce();
  }
  expect(storedIn(dead)).toBe(60);
  expect(await silent(dead)).toEqual([]);
});

test('servers keep a pause together that one of them was asked for', async () => {
  const other = await gradebookServer(database, clock, lms);
  const world = await graded('platform', 20);
  lms.behaviour = 'busy';
  await server.sendDueOnce();
  const posts = postsTo(world);
  lms.behaviour = 'ok';
  clock.forward(5);
  await other.sendDueOnce();
  await server.sendDueOnce();
  expect(postsTo(world)).toBe(posts);
  clock.forward(3);
  await other.sendDueOnce();
  expect(storedIn(world)).toBeGreaterThan(0);
});

test('a server that stops gives back what it has claimed and not begun', async () => {
  const slow = new FakeLms({ delayMs: 30 });
  const stopping = await gradebookServer(database, clock, slow);
  await graded('platform', 40);
  await stopping.start(false);
  while (slow.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await stopping.stop();
  expect(slow.posts.length).toBeLessThan(40);
  expect(await leased()).toBe(0);
  await server.sendDueOnce();
  expect(slow.stored.length + lms.stored.length).toBe(40);
});

test('a server that is alone takes up at once what a dead one had leased', async () => {
  const world = await graded('platform', 10);
  lms.behaviour = 'crashAfterStoring';
  await expect(server.sendDueOnce()).rejects.toThrow('crash');
  lms.behaviour = 'ok';
  expect(await leased()).toBeGreaterThan(0);
  const next = await gradebookServer(database, clock, lms);
  await next.sendDueOnce();
  expect(storedIn(world)).toBeLessThan(10);
  await next.start(true);
  while ((await next.oldestUnsentAt()) !== null) await new Promise((resolve) => setTimeout(resolve, 5));
  await next.stop();
  // What the dead one had sent was read back, and is not there twice.
  expect(postsTo(world)).toBe(10);
});

test('grades that are followed by newer ones before they leave are counted, and never sent', async () => {
  const world = await graded('platform', 3);
  for (const points of [50, 60, 70]) {
    clock.forward(2);
    server.source.grades.set(
      world.activityId,
      world.memberIds.map((memberId) => ({ memberId, inputs: oneReview(points) })),
    );
    await server.release(world.scope, world.activityId);
  }
  await server.sendDueOnce();
  expect(lms.posts.map(({ score }) => score.scoreGiven)).toEqual([70, 70, 70]);
  expect(server.figures()).toMatchObject({ coalesced: 9, answers: { stored: 3 } });
  expect(await server.totals()).toMatchObject({ unsent: 0, failed: 0, pending: 0 });
});
