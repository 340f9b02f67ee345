/** Sign-up for groups as learners meet it: on their home page, in a line, and by a notice when a seat is theirs. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import type { GroupView } from '../../server/src/contracts/groups.ts';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

const setId = newId();
const CLOSES = '2040-03-01T12:00:00.000Z';
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];
let groups: Record<string, string>;

beforeAll(async () => {
  stack = await startApiStack('strict');
  teacher = await stack.open(stack.person('instructor'));
  learners = await Promise.all([0, 1, 2, 3].map((index) => stack.open(stack.person('learner', index))));
  await teacher.ok('POST', '/group-sets', { id: setId, name: 'Projects', copyOf: null });
  await change('POST', '/groups', { names: ['Red', 'Blue'], cap: 1 });
  const { items } = await teacher.ok<{ items: GroupView[] }>('GET', `/group-sets/${setId}/groups`);
  groups = Object.fromEntries(items.map(({ name, id }) => [name ?? '', id]));
}, 60_000);
afterAll(() => stack.close());

/** A change by the teacher of the set as it is now. */
async function change(method: 'POST' | 'PUT', path: string, body: object): Promise<void> {
  const { revision } = await teacher.ok<OwnSetView>('GET', `/group-sets/${setId}`);
  await teacher.ok(method, `/group-sets/${setId}${path}`, { ...body, expectedRevision: revision });
}

const settings = (signUp: object | null) => ({ name: 'Projects', hasLeaders: false, signUp });
const signUp = { opensAt: null, closesAt: CLOSES, mayChange: true, waitingList: true };

const learner = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error('no such learner');
  return found;
};
const choose = (index: number, name: string | null) =>
  learner(index).ok('PUT', `/group-sets/${setId}/mine`, { groupId: name === null ? null : groups[name] });

/** What the home says of groups: code, number, and until when. */
async function tasksOf(index: number): Promise<[string, number, string | null][]> {
  const { next } = await learner(index).ok<HomeView>('GET', '/home');
  return next
    .filter(({ activityId }) => activityId === setId)
    .map(({ code, count, until: end, title }) => {
      expect(title).toBe('Projects');
      return [code, count, end];
    });
}

/** What is kept for a home follows events. */
async function expectTasks(index: number, wanted: [string, number, string | null][]): Promise<void> {
  const same = async () => JSON.stringify(await tasksOf(index)) === JSON.stringify(wanted);
  await until('the home says so', same, 8).catch(() => undefined);
  expect(await tasksOf(index)).toEqual(wanted);
}

async function seatsOf(index: number): Promise<NoticeView[]> {
  const { items } = await learner(index).ok<{ items: NoticeView[] }>('GET', '/notices');
  return items.filter(({ content }) => content.kind === 'groupSeat');
}

test('a home asks to choose a group as long as one can and is in none', async () => {
  await expectTasks(0, []);
  await change('PUT', '', settings({ ...signUp, opensAt: '2039-03-01T12:00:00.000Z' }));
  await expectTasks(0, []);
  await change('PUT', '', settings(signUp));
  await expectTasks(0, [['CHOOSE_GROUP', 1, CLOSES]]);
  await choose(0, 'Red');
  await expectTasks(0, []);
  await expectTasks(1, [['CHOOSE_GROUP', 1, CLOSES]]);
});

test('a home says at which place of the line one waits, also who has another group meanwhile', async () => {
  await choose(1, 'Red');
  await choose(3, 'Blue');
  await choose(2, 'Red');
  await choose(3, 'Red');
  await expectTasks(1, [['GROUP_SEAT', 1, CLOSES]]);
  await expectTasks(2, [['GROUP_SEAT', 2, CLOSES]]);
  await expectTasks(3, [['GROUP_SEAT', 3, CLOSES]]);
  const home = JSON.stringify(await learner(2).ok('GET', '/home'));
  for (const other of [learner(0), learner(1), learner(3), teacher]) {
    const { id, name } = other.view['member'] as { id: string; name: string };
    expect(home).not.toContain(id);
    expect(home).not.toContain(name);
  }
});

test('whom staff take out makes room at once, and whoever gets the seat is told once', async () => {
  const memberId = learner(0).memberId;
  await change('POST', '/moves', { moves: [{ memberId, groupId: null }] });
  await expectTasks(1, []);
  await expectTasks(0, [['CHOOSE_GROUP', 1, CLOSES]]);
  await expectTasks(2, [['GROUP_SEAT', 1, CLOSES]]);
  await until('the learner is told', async () => (await seatsOf(1)).length > 0, 15);
  expect(await seatsOf(1)).toMatchObject([{ title: 'Projects: Red', activityId: setId, state: 'open' }]);
  expect([...(await seatsOf(0)), ...(await seatsOf(2)), ...(await seatsOf(3))]).toEqual([]);
});

test('more seats go to those who wait, each of whom is told, and the seat that is left for it to the next', async () => {
  await choose(0, 'Blue');
  await expectTasks(0, [['GROUP_SEAT', 1, CLOSES]]);
  const red = { name: 'Red', topic: '', cap: 3, leaderId: null };
  await change('PUT', `/groups/${groups['Red']}`, red);
  for (const index of [0, 1, 2, 3]) await expectTasks(index, []);
  for (const [index, title] of [
    [0, 'Projects: Blue'],
    [2, 'Projects: Red'],
    [3, 'Projects: Red'],
  ] as const) {
    await until('the learner is told', async () => (await seatsOf(index)).length > 0, 15);
    expect(await seatsOf(index)).toMatchObject([{ title }]);
  }
  expect(await seatsOf(1)).toHaveLength(1);
});

test('when the sign-up is taken off, nobody is asked any more', async () => {
  await choose(1, null);
  await expectTasks(1, [['CHOOSE_GROUP', 1, CLOSES]]);
  await change('PUT', '', settings(null));
  await expectTasks(1, []);
});

test('whom staff put into a group, move or take out is told where they are now, and nobody else is', async () => {
  const memberId = learner(1).memberId;
  const told = async (index: number) => {
    const { items } = await learner(index).ok<{ items: NoticeView[] }>('GET', '/notices');
    return items
      .filter(({ content: { kind } }) => kind === 'groupPlaced' || kind === 'groupLeft')
      .map(({ content, title, state }) => `${content.kind} ${title} ${state}`);
  };
  const others = await Promise.all([0, 2, 3].map(told));
  // Who chose, and got the seat that they waited for, is told of that alone.
  expect(await told(3)).toEqual([]);
  const before = await told(1);
  const steps: [groupId: string | null | undefined, news: string][] = [
    [groups['Red'], 'groupPlaced Projects: Red'],
    [groups['Blue'], 'groupPlaced Projects: Blue'],
    [null, 'groupLeft Projects'],
    [groups['Red'], 'groupPlaced Projects: Red'],
  ];
  await change('PUT', `/groups/${groups['Blue']}`, { name: 'Blue', topic: '', cap: 2, leaderId: null });
  await change('PUT', `/groups/${groups['Red']}`, { name: 'Red', topic: '', cap: 4, leaderId: null });
  for (const [groupId, news] of steps) {
    await change('POST', '/moves', { moves: [{ memberId, groupId }] });
    await until(`it says ${news}`, async () => (await told(1)).includes(`${news} open`), 15);
    expect((await told(1)).filter((line) => line.endsWith(' open'))).toEqual([`${news} open`]);
  }
  expect(await told(1)).toHaveLength(before.length + steps.length);
  expect(await Promise.all([0, 2, 3].map(told))).toEqual(others);
});
