/** How the groups of a project stand, over HTTP: what staff see of all and of one, and what nobody else gets. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GroupStandingView } from '../../server/src/contracts/group-standings.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addProject,
  buildMeeting,
  buildMilestone,
  buildTask,
  buildTeam,
  deliverablePath,
  handInText,
} from '../factories/group-work.ts';
import { buildItem, buildQuestionnaire } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let activityId: string;
let red: string;
const [ada, ben, cleo, dee] = [0, 1, 2, 3].map((index) => () => room.learner(index)) as [
  () => ApiSession,
  () => ApiSession,
  () => ApiSession,
  () => ApiSession,
];

beforeAll(async () => {
  room = await openRoom(6);
  set = await makeGroups(room, { Red: [0, 1, 2], Blue: [3, 4] });
  red = set.groupIds['Red'] ?? '';
  activityId = await addProject(room.staff, {
    groupSetId: set.id,
    team: buildTeam({ retrospective: { staffLookOn: true } }),
    milestones: [buildMilestone(), buildMilestone({ n: 2, title: 'Report' })],
  });
}, 60_000);
afterAll(() => room.stack.close());

const of = (name: string): string => `/group-work/${activityId}/groups/${set.groupIds[name]}`;

interface List {
  readonly items: GroupStandingView[];
  readonly next: string | null;
  readonly total: number | null;
  readonly inNoGroup: { readonly count: number; readonly names: readonly string[] } | null;
}
const list = (who: ApiSession, query = '') =>
  who.ok<List>('GET', `/group-work/${activityId}/standings${query}`);

async function doTasks(who: ApiSession, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const task = buildTask({ state: 'done', ownerIds: [who.memberId] });
    await who.ok('PUT', `${of('Red')}/tasks/${newId()}`, task);
  }
}

test('staff see of each group how far it is, when it did something, and what may be unevenly divided', async () => {
  const [, blank] = (await list(room.staff)).items;
  expect(blank).toMatchObject({ name: 'Red', lastActivityAt: null, hints: [], next: { n: 1 } });
  await doTasks(ada(), 5);
  const meeting = `${of('Red')}/meetings/${newId()}`;
  await ada().ok('PUT', meeting, buildMeeting({ startsAt: new Date(Date.now() - 60_000).toISOString() }));
  await ben().ok('PUT', `${meeting}/attendance/${ben().memberId}`, { was: 'present' });
  await cleo().ok('PUT', `${of('Red')}/actions/${newId()}`, {
    n: 1,
    text: 'Ask the town.',
    ownerId: cleo().memberId,
    dueAt: new Date(Date.now() - 60_000).toISOString(),
    state: 'open',
    expectedRevision: 0,
  });
  await handInText(ada(), deliverablePath(activityId, red), 'Our concept.');
  const { items, total } = await list(room.staff);
  const [blue, found] = items;
  expect([total, blue?.name, found?.name]).toEqual([2, 'Blue', 'Red']);
  expect(found).toMatchObject({
    progress: { handedIn: 1, toConfirm: 0, missed: 0, marked: 0 },
    next: { n: 2 },
    health: { checkIn: null, actions: { open: 1, overdue: 1 } },
    hints: [
      { kind: 'tasks', percent: 100, people: 3 },
      { kind: 'noTrace', count: 1, people: 3 },
    ],
  });
  expect(Date.parse(found?.lastActivityAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  expect(blue).toMatchObject({ lastActivityAt: null, hints: [], health: { actions: { open: 0 } } });
  const mark = { ratings: [], points: 15, comment: '', adjustments: [], expectedRevision: 0 };
  await room.staff.ok('PUT', `${deliverablePath(activityId, red)}/mark`, mark);
  const one = await room.staff.ok<GroupStandingView>('GET', `${of('Red')}/standing`);
  expect(one).toMatchObject({ groupId: red, progress: { handedIn: 1, marked: 1 } });
  expect(one.milestones.map(({ isMarked }) => isMarked)).toEqual([true, false]);
});

test('groups come by pages, by name', async () => {
  const first = await list(room.staff, '?limit=1');
  expect([first.items.map(({ name }) => name), first.total]).toEqual([['Blue'], 2]);
  const { names: alone = [], count } = first.inNoGroup ?? {};
  expect(alone).toContain(room.names[5]);
  expect([alone.length, alone.filter((name) => room.names.slice(0, 5).includes(name))]).toEqual([count, []]);
  const second = await list(room.staff, `?limit=1&after=${encodeURIComponent(first.next ?? '')}`);
  expect(second).toMatchObject({ items: [{ name: 'Red' }], next: null, total: null, inNoGroup: null });
  const inRed = second.items.flatMap(({ members }) => members.map(({ name }) => name));
  expect(new Set(inRed)).toEqual(new Set(room.names.slice(0, 3)));
  const foreign = await room.staff.call('GET', `/group-work/${activityId}/standings?after=Blue`);
  expect(codeOf(foreign)).toBe('BAD_REQUEST');
});

test('what members say of each other is told as a whole, and from three answers on', async () => {
  const id = newId();
  const item = buildItem('matrix', { rows: [], groupRows: { setId: set.id, self: false } });
  const settings = buildQuestionnaire({ title: 'Check-in', visibility: 'confidential', items: [item] });
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  const [low = '', high = ''] = (item as { columns: { id: string }[] }).columns.map((one) => one.id);
  const answer = async (who: ApiSession, others: readonly ApiSession[], level: string) => {
    const said = Object.fromEntries(others.map(({ memberId }) => [memberId, level]));
    await who.ok('POST', `/questionnaires/${id}/mine`, { version: 1, answers: { [item.id]: said } });
  };
  const checkIn = async () =>
    (await room.staff.ok<GroupStandingView>('GET', `${of('Red')}/standing`)).health.checkIn;
  await answer(ada(), [ben(), cleo()], high);
  await answer(ben(), [ada(), cleo()], low);
  expect(await checkIn()).toEqual({ title: 'Check-in', answered: 2, asked: 3, seen: null });
  await answer(cleo(), [ada(), ben()], high);
  expect(await checkIn()).toMatchObject({ answered: 3, asked: 3, seen: { raisesQuestions: false } });
});

test('a nudge goes to those who are in the group, once a day unless somebody means it', async () => {
  const at = of('Blue');
  const text = 'How is it going?';
  const send = (nudgeId: string, again = false) =>
    room.staff.ok<{ told: number; lately: string | null }>('PUT', `${at}/nudges/${nudgeId}`, { text, again });
  const preview = () =>
    room.staff.ok<{ people: string[]; last: { text: string } | null; isRecent: boolean }>(
      'GET',
      `${at}/nudge`,
    );
  expect(await preview()).toMatchObject({ last: null, isRecent: false });
  expect((await preview()).people.toSorted()).toEqual([room.names[3], room.names[4]]);
  const nudgeId = newId();
  expect(await send(nudgeId)).toEqual({ told: 2, lately: null });
  expect(await send(nudgeId)).toEqual({ told: 2, lately: null });
  const second = await send(newId());
  expect([second.told, second.lately === null]).toEqual([0, false]);
  expect(await preview()).toMatchObject({ last: { text }, isRecent: true });
  const nudges = async (who: ApiSession) =>
    (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items.filter(
      ({ content }) => content.kind === 'groupNudged',
    );
  await until('it is told', async () => (await nudges(dee())).length === 1);
  expect((await nudges(dee()))[0]).toMatchObject({ activityId, content: { text } });
  expect(await send(newId(), true)).toEqual({ told: 2, lately: null });
  await until('it is told again', async () => (await nudges(dee())).length === 2);
  expect(await nudges(ada())).toEqual([]);
  const refused = await Promise.all(
    [dee(), ada()].map((who) => who.call('PUT', `${at}/nudges/${newId()}`, { text, again: false })),
  );
  expect(refused.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

test('a move says what it changes before, and changes nothing of what was', async () => {
  const blue = set.groupIds['Blue'] ?? '';
  const at = `${of('Red')}/moves/${ada().memberId}`;
  const task = buildTask({ ownerIds: [ada().memberId] });
  await ada().ok('PUT', `${of('Red')}/tasks/${newId()}`, task);
  const before = await room.staff.ok<{ groups: object[] }>('GET', at);
  expect(before).toMatchObject({ setId: set.id, coming: [], groups: [{ groupId: blue, people: 2 }] });
  expect(await room.staff.ok('GET', `${at}?to=${blue}`)).toMatchObject({
    kept: [{ n: 1, title: 'Concept' }],
    coming: [{ n: 1 }, { n: 2, title: 'Report' }],
    withoutPart: [],
    unconfirmed: [],
    tasks: 1,
  });
  const past = () =>
    Promise.all(
      ['', '/mark'].map((what) => room.staff.ok('GET', `${deliverablePath(activityId, red)}${what}`)),
    );
  const was = await past();
  await set.move(0, 'Blue');
  expect(await past()).toEqual(was);
  expect(codeOf(await room.staff.call('GET', at))).toBe('NOT_FOUND');
  expect(codeOf(await ada().call('GET', `${of('Red')}/tasks`))).toBe('NOT_IN_GROUP');
  await set.move(0, 'Red');
  expect(await past()).toEqual(was);
  expect(codeOf(await dee().call('GET', at))).toBe('FORBIDDEN');
});

test('no learner, no observer and nobody of another course gets any of it', async () => {
  const { stack } = room;
  const elsewhere = stack.simulator.addCourse({ title: 'Another course' });
  const link = stack.simulator.addResourceLink(elsewhere, { title: 'Plain' });
  const person = stack.simulator.addPerson(elsewhere, {
    role: 'assistant',
    givenName: 'Eve',
    familyName: 'X',
  });
  const stranger = await stack.open(person, link.id, elsewhere);
  const here = stack.simulator.addResourceLink(stack.course, { title: 'Also plain' });
  const watching = stack.simulator.addPerson(stack.course, {
    role: 'observer',
    givenName: 'Olga',
    familyName: 'Y',
  });
  const observer = await stack.open(watching, here.id);
  for (const path of [`/group-work/${activityId}/standings`, `${of('Red')}/standing`, `${of('Red')}/nudge`]) {
    const answers = await Promise.all([ada(), dee(), observer, stranger].map((who) => who.call('GET', path)));
    expect(answers.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/Red|Blue|Given/);
  }
});
