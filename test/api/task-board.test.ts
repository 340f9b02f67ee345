/** The task boards of groups: for their members, for staff who look on, and for nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { LiveState } from '../../server/src/contracts/live.ts';
import type { TaskBoardView } from '../../server/src/contracts/task-board.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildTask } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

const HOUR_MS = 3_600_000;
let room: Room;
let set: GroupSet;
let activityId: string;
let board: string;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3] });
  activityId = await addProject(room.staff, { groupSetId: set.id });
  board = `/group-work/${activityId}/groups/${set.groupIds['Red']}/tasks`;
}, 60_000);
afterAll(() => room.stack.close());

const read = (who: ApiSession) => who.ok<TaskBoardView>('GET', board);
async function add(who: ApiSession, overrides: Parameters<typeof buildTask>[0] = {}): Promise<string> {
  const taskId = newId();
  await who.ok('PUT', `${board}/${taskId}`, buildTask(overrides));
  return taskId;
}
const titles = ({ items }: TaskBoardView, state: string): string[] =>
  items.filter((task) => task.state === state).map(({ title }) => title);

test('a group puts its tasks in order; nobody writes over what they have not seen; deleting is undone', async () => {
  const [ada, bo] = [room.learner(0), room.learner(1)];
  const first = await add(ada, { title: 'One', ownerIds: [bo.memberId], milestone: 1 });
  const second = await add(bo, { title: 'Two' });
  expect(titles(await read(ada), 'todo')).toEqual(['One', 'Two']);
  const up = { state: 'todo', after: null, expectedRevision: 1 };
  const moved = await ada.ok<TaskBoardView>('PUT', `${board}/${second}/place`, up);
  expect(titles(moved, 'todo')).toEqual(['Two', 'One']);
  expect(codeOf(await bo.call('PUT', `${board}/${second}/place`, up))).toBe('STALE_REVISION');
  await ada.ok('PUT', `${board}/${first}/place`, { state: 'done', after: null, expectedRevision: 1 });
  expect(titles(await read(bo), 'done')).toEqual(['One']);
  await bo.ok('PUT', `${board}/${first}/deleted`, { deleted: true, expectedRevision: 2 });
  expect(titles(await read(ada), 'done')).toEqual([]);
  await bo.ok('PUT', `${board}/${first}/deleted`, { deleted: false, expectedRevision: 3 });
  expect((await read(ada)).items.find(({ taskId }) => taskId === first)).toMatchObject({
    state: 'done',
    ownerIds: [bo.memberId],
    milestone: 1,
    revision: 4,
  });
});

test('another group sees and changes nothing of it, staff look on', async () => {
  const taskId = await add(room.learner(0), { title: 'Secret plan' });
  const dee = room.learner(3);
  for (const refused of [
    await dee.call('GET', board),
    await dee.call('PUT', `${board}/${newId()}`, buildTask()),
    await dee.call('PUT', `${board}/${taskId}/deleted`, { deleted: true, expectedRevision: 1 }),
  ]) {
    expect(codeOf(refused)).toBe('NOT_IN_GROUP');
    expect(JSON.stringify(refused.body)).not.toContain('Secret');
  }
  const topics = [`room/${activityId}/${set.groupIds['Red']}`];
  expect(codeOf(await dee.call('POST', '/live/state', { topics }))).toBe('NOT_FOUND');
  await until('its changes are live for the group', async () => {
    const { items } = await room.learner(1).ok<LiveState>('POST', '/live/state', { topics });
    return items[0]?.revision !== null;
  });
  const own = board.replace(set.groupIds['Red'] ?? '', set.groupIds['Blue'] ?? '');
  expect(
    codeOf(await dee.call('PUT', `${own}/${taskId}`, buildTask({ title: 'Mine', expectedRevision: 1 }))),
  ).toBe('STALE_REVISION');
  const seen = await read(room.staff);
  expect([titles(seen, 'todo').includes('Secret plan'), seen.room.can.write]).toEqual([true, false]);
  expect(codeOf(await room.staff.call('PUT', `${board}/${taskId}`, buildTask()))).toBe('FORBIDDEN');
});

test('own tasks are on the home with their dates, and one is reminded of them before', async () => {
  const bo = room.learner(1);
  const dueAt = new Date(Date.now() + HOUR_MS).toISOString();
  const taskId = await add(room.learner(0), { title: 'Count the stones', ownerIds: [bo.memberId], dueAt });
  const tasks = async (who: ApiSession) =>
    (await who.ok<HomeView>('GET', '/home')).next.filter(({ title }) => title === 'Count the stones');
  await until('it is on the home', async () => (await tasks(bo)).length === 1);
  expect(await tasks(bo)).toMatchObject([
    { code: 'TASK', activityId, groupId: set.groupIds['Red'], until: dueAt },
  ]);
  expect(await tasks(room.learner(0))).toEqual([]);
  const calendarOf = async (who: ApiSession): Promise<string> => {
    const { calendar } = await who.ok<{ calendar: { url: string } }>('POST', '/notices/calendar');
    return (await fetch(calendar.url)).text();
  };
  expect(await calendarOf(bo)).toContain('SUMMARY:Your task in the group is due: Count the stones');
  expect(await calendarOf(room.learner(0))).not.toContain('Count the stones');
  await bo.ok('PUT', `${board}/${taskId}/place`, { state: 'done', after: null, expectedRevision: 1 });
  await until('it is gone', async () => (await tasks(bo)).length === 0);
  // Half of two seconds before it is due.
  const soon = new Date(Date.now() + 2_000).toISOString();
  await add(room.learner(0), { title: 'At once', ownerIds: [bo.memberId], dueAt: soon });
  const kinds = async () =>
    (await bo.ok<{ items: { content: { kind: string } }[] }>('GET', '/notices')).items.map(
      ({ content }) => content.kind,
    );
  await until('there is a reminder', async () => (await kinds()).includes('taskDue'));
});

test('a task of somebody who leaves is free and says so; what they have done stays; closed, nothing changes', async () => {
  const cleo = room.learner(2);
  const taskId = await add(cleo, { title: 'Left behind', ownerIds: [cleo.memberId] });
  await set.move(2, null);
  const found = (await read(room.learner(0))).items.find((task) => task.taskId === taskId);
  expect(found).toMatchObject({ ownerIds: [], leftBy: [room.names[2]] });
  await until('their home has it no more', async () => {
    const { next } = await cleo.ok<HomeView>('GET', '/home');
    return !next.some(({ title }) => title === 'Left behind');
  });
  await room.staff.ok('PUT', `/activities/${activityId}/publication`, { state: 'closed' });
  const closed = await read(room.learner(0));
  expect(closed.room.can.write).toBe(false);
  const change = await room.learner(0).call('PUT', `${board}/${newId()}`, buildTask());
  expect(codeOf(change)).toBe('ACTIVITY_CLOSED');
});
