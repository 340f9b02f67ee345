/** Presentations over HTTP: slots that nobody has twice, however many book at once; a draw, and a timer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliverableMarkView } from '../../server/src/contracts/group-grading.ts';
import type { PresentationView } from '../../server/src/contracts/presentation-audience.ts';
import type { PresentationsView } from '../../server/src/contracts/presentations.ts';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { listen } from '../factories/live.ts';
import { until } from '../factories/until.ts';
import { addProject, deliverablePath, handInText } from '../factories/group-work.ts';
import { buildSettings } from '../factories/peer-review.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;
let blue: string;

beforeAll(async () => {
  room = await openRoom(5);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2], Green: [3] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  red = set.groupIds['Red'] ?? '';
  blue = set.groupIds['Blue'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** A project with slots at some minutes from now. */
async function add(...starts: readonly number[]) {
  const activityId = await addProject(staff, { groupSetId: set.id });
  const path = `/group-work/${activityId}/presentations`;
  const slots = starts.map(() => newId());
  for (const [index, slotId] of slots.entries()) {
    const startsAt = inMinutes(starts[index] ?? 0);
    await staff.ok('PUT', `${path}/slots/${slotId}`, {
      startsAt,
      minutes: 10,
      place: 'Hall',
      expectedRevision: 0,
    });
  }
  return { path, slots };
}
const book = (who: ApiSession, path: string, slotId: string | undefined, groupId: string | null) =>
  who.call('PUT', `${path}/slots/${slotId}/group`, { groupId });
const read = (who: ApiSession, path: string) => who.ok<PresentationsView>('GET', path);
const groupsOf = ({ slots }: PresentationsView) => slots.map(({ group }) => group?.name ?? null);

test('two members who book at once get one slot for their group, and two groups never one', async () => {
  const { path, slots } = await add(20, 10, 30);
  const [late, early] = slots;
  const raced = await Promise.all([book(ada, path, early, red), book(ben, path, late, red)]);
  expect(new Set(raced.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const both = await Promise.all([
    book(cleo, path, slots[2], blue),
    book(room.learner(3), path, slots[2], set.groupIds['Green'] ?? ''),
  ]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const names = groupsOf(await read(staff, path));
  expect(names.filter((name) => name === 'Red')).toHaveLength(1);
  expect(names.filter((name) => name !== null)).toHaveLength(2);

  const seen = await read(ada, path);
  expect(seen.slots.map(({ startsAt }) => startsAt)).toEqual(
    seen.slots.map(({ startsAt }) => startsAt).toSorted(),
  );
  const own = seen.slots.find(({ group }) => group?.isOwn)?.slotId;
  expect(codeOf(await book(ada, path, slots[2], red))).toBe('SLOT_TAKEN');
  expect(codeOf(await book(cleo, path, own, null))).toBe('SLOT_TAKEN');
  expect(codeOf(await staff.call('DELETE', `${path}/slots/${own}`))).toBe('SLOT_TAKEN');
  expect((await book(ben, path, own, null)).status).toBe(200);
  await staff.ok('DELETE', `${path}/slots/${own}`);
  expect((await read(ada, path)).waiting.map(({ name }) => name)).toEqual(['Red']);
  const text = JSON.stringify(await read(ada, path));
  for (const { memberId } of [ada, ben, cleo]) expect(text).not.toContain(memberId);
});

test('where staff fill the slots groups book none; a draw gives each group one', async () => {
  const { path, slots } = await add(10, 20, 30, 40);
  const plan = { booking: 'staff', criteria: [], peerReviewId: null };
  await staff.ok('PUT', path, { ...plan, expectedRevision: 0 });
  expect(codeOf(await staff.call('PUT', path, { ...plan, expectedRevision: 0 }))).toBe('STALE_REVISION');
  expect(codeOf(await book(ada, path, slots[0], red))).toBe('FORBIDDEN');
  expect(codeOf(await ada.call('POST', `${path}/draw`))).toBe('FORBIDDEN');
  expect((await book(staff, path, slots[1], red)).status).toBe(200);
  const drawn = groupsOf(await staff.ok<PresentationsView>('POST', `${path}/draw`));
  expect(drawn[1]).toBe('Red');
  expect(new Set([drawn[0], drawn[2]])).toEqual(new Set(['Blue', 'Green']));
  expect(drawn[3]).toBeNull();
  expect((await read(staff, path)).waiting).toEqual([]);
});

test('the timer goes from group to group, and two who go on at once go on by one', async () => {
  const { path, slots } = await add(10, 20, 30);
  await staff.ok('POST', `${path}/draw`);
  const [first, second] = slots;
  const timer = (command: string, slotId: string | undefined, who = staff) =>
    who.call('PUT', `${path}/timer`, { command, slotId });
  expect(codeOf(await timer('start', first, ada))).toBe('FORBIDDEN');
  await timer('start', first);
  const seen = await read(ada, path);
  expect(seen.timer).toMatchObject({ slotId: first, isRunning: true });
  expect(seen.slots.map(({ state }) => state)).toEqual(['on', 'coming', 'coming']);
  await timer('pause', first);
  expect((await read(ada, path)).timer?.isRunning).toBe(false);
  await timer('next', first);
  await timer('next', first);
  const next = await read(ada, path);
  expect(next.timer).toMatchObject({ slotId: second, isRunning: false, elapsedMs: 0 });
  expect(next.slots.map(({ state }) => state)).toEqual(['over', 'on', 'coming']);
  await timer('end', second);
  expect((await read(ada, path)).timer).toBeNull();
});

const criteria = [
  { id: 'clear', title: 'Clear' },
  { id: 'sound', title: 'Sound' },
];
const rating = (value: number) => ({ ratings: criteria.map(({ id }) => ({ criterionId: id, value })) });

/** Red presents now. */
async function stage() {
  const { path, slots } = await add(10, 20);
  await staff.ok('PUT', path, { booking: 'groups', criteria, peerReviewId: null, expectedRevision: 0 });
  await staff.ok('PUT', `${path}/slots/${slots[0]}/group`, { groupId: red });
  const slot = `${path}/slots/${slots[0]}`;
  const timer = (command: string) => staff.ok('PUT', `${path}/timer`, { command, slotId: slots[0] });
  return { path, slot, timer };
}
const see = (who: ApiSession, slot: string) => who.ok<PresentationView>('GET', slot);

test('the audience asks and votes, once each, while it is on; what happens arrives live', async () => {
  const { path, slot, timer } = await stage();
  const question = `${slot}/questions/${newId()}`;
  expect(codeOf(await cleo.call('PUT', question, { text: 'How high?' }))).toBe('PRESENTATION_NOT_ON');
  await timer('start');
  const ear = await listen(ben, [
    path.replace('/group-work/', 'presentations/').replace(/\/presentations$/, ''),
  ]);
  await cleo.ok('PUT', question, { text: 'How high?' });
  await cleo.ok('PUT', question, { text: 'How high?' });
  await until('it is heard of', () => Promise.resolve(ear.changes.length > 0));
  ear.close();
  const other = `${slot}/questions/${newId()}`;
  await ada.ok('PUT', other, { text: 'How wide?' });
  await Promise.all([ben, ben, ada].map((who) => who.ok('PUT', `${question}/vote`, { voted: true })));
  await ben.ok('PUT', `${other}/vote`, { voted: true });
  await ben.ok('PUT', `${other}/vote`, { voted: false });
  const seen = await see(ben, slot);
  expect(seen.questions).toMatchObject([
    { text: 'How high?', votes: 2, hasVoted: true, isOwn: false, by: null },
    { text: 'How wide?', votes: 0, hasVoted: false },
  ]);
  for (const { memberId } of [ada, ben, cleo]) expect(JSON.stringify(seen)).not.toContain(memberId);
  for (const name of room.names) expect(JSON.stringify(seen)).not.toContain(name);
  expect(codeOf(await ben.call('PUT', `${question}/answered`, { answered: true }))).toBe('FORBIDDEN');
  const led = await staff.ok<PresentationView>('PUT', `${question}/answered`, { answered: true });
  expect(led.questions.map(({ text, by }) => [text, by])).toEqual([
    ['How wide?', room.names[0]],
    ['How high?', room.names[2]],
  ]);
});

test('the audience judges, not its own group; afterwards the group and staff read how, and not who', async () => {
  const { slot, timer } = await stage();
  const rate = (who: ApiSession, value: number) => who.call('PUT', `${slot}/rating`, rating(value));
  await timer('start');
  expect(codeOf(await rate(ada, 5))).toBe('OWN_PRESENTATION');
  expect(codeOf(await cleo.call('PUT', `${slot}/rating`, { ratings: [] }))).toBe('RATING_MISSING');
  expect((await rate(cleo, 1)).status).toBe(200);
  expect((await rate(cleo, 4)).status).toBe(200);
  expect((await rate(room.learner(3), 2)).status).toBe(200);
  expect((await see(cleo, slot)).rating).toEqual(rating(4).ratings);
  expect((await see(ada, slot)).results).toBeNull();
  const absent = await staff.ok<PresentationView>('PUT', `${slot}/absent`, { memberIds: [ben.memberId] });
  expect(absent.presenters.filter(({ isAbsent }) => isAbsent).map(({ name }) => name)).toEqual([
    room.names[1],
  ]);
  expect(codeOf(await staff.call('PUT', `${slot}/absent`, { memberIds: [cleo.memberId] }))).toBe(
    'NOT_IN_GROUP',
  );
  await staff.ok('PUT', slot, { startsAt: inMinutes(-20), minutes: 10, place: '', expectedRevision: 1 });
  await timer('end');
  expect(codeOf(await rate(cleo, 3))).toBe('PRESENTATION_NOT_ON');
  // Two have answered: one could tell what the other said.
  expect((await see(ada, slot)).results).toEqual({ answers: 2, criteria: null });
  expect((await see(cleo, slot)).results).toBeNull();
  await timer('start');
  expect((await rate(room.learner(4), 5)).status).toBe(200);
  await timer('end');
  const [own, led] = await Promise.all([see(ben, slot), see(staff, slot)]);
  expect(own.results).toEqual({
    answers: 3,
    criteria: criteria.map((one) => ({ ...one, values: [2, 4, 5] })),
  });
  expect(led.results).toEqual(own.results);
  expect(own.presenters).toEqual([]);
  for (const { memberId } of [cleo, room.learner(3), room.learner(4)])
    expect(JSON.stringify(own) + JSON.stringify(led)).not.toContain(memberId);
});

test('a group is told of its time and what becomes of it, and has it on its homes and in its calendars', async () => {
  const { path, slots } = await add(60, 90);
  const [first, second] = slots;
  const codes = async (who: ApiSession) =>
    (await who.ok<HomeView>('GET', '/home')).next
      .filter(({ activityId, code }) => path.includes(activityId) && code.endsWith('PRESENTATION'))
      .map(({ code, until: when }) => [code, when]);
  const { slots: planned } = await read(staff, path);
  const starts = planned.map(({ startsAt }) => startsAt);
  await until(
    'they are to book',
    async () => (await codes(ada)).length === 1 && (await codes(ben)).length === 1,
  );
  expect(await codes(ben)).toEqual([['BOOK_PRESENTATION', starts[1]]]);
  const told = async (who: ApiSession) =>
    (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items
      .filter(({ activityId }) => path.includes(activityId))
      .map(({ content, state, until: when }) => [content.kind, state, when]);
  expect((await book(ada, path, first, red)).status).toBe(200);
  await until('the others are told', async () => (await told(ben)).length === 1);
  expect(await told(ben)).toEqual([['presentationSet', 'open', starts[0]]]);
  expect(await told(ada)).toEqual([]);
  await until('it is on the home', async () => (await codes(ben))[0]?.[0] === 'PRESENTATION');
  expect(await codes(ben)).toEqual([['PRESENTATION', starts[0]]]);
  await until(
    'the others still are to book',
    async () => (await codes(cleo))[0]?.[0] === 'BOOK_PRESENTATION',
  );
  const calendarOf = async (who: ApiSession): Promise<string> => {
    const { calendar } = await who.ok<{ calendar: { url: string } }>('POST', '/notices/calendar');
    return (await fetch(calendar.url)).text();
  };
  expect(await calendarOf(ben)).toContain(`UID:${path.split('/')[2]}-presentation`);
  expect(await calendarOf(cleo)).not.toContain(`UID:${path.split('/')[2]}-presentation`);

  // Half of what is left before it begins: at once.
  const soon = inMinutes(0.03);
  await staff.ok('PUT', `${path}/slots/${first}`, {
    startsAt: soon,
    minutes: 10,
    place: 'Aula',
    expectedRevision: 1,
  });
  await until('both are told that it moved and comes', async () =>
    [await told(ada), await told(ben)].every((all) => all.some(([kind]) => kind === 'presentationSoon')),
  );
  expect(await told(ben)).toEqual([
    ['presentationSoon', 'open', soon],
    ['presentationMoved', 'open', soon],
    ['presentationSet', 'withdrawn', starts[0]],
  ]);
  await staff.ok('PUT', `${path}/slots/${first}/group`, { groupId: null });
  await until('they are told that it is gone', async () => (await told(ada))[0]?.[0] === 'presentationFreed');
  await until('what was told before holds no more', async () =>
    (await told(ada)).slice(1).every(([, state]) => state === 'withdrawn'),
  );
  await until('they are to book', async () => (await codes(ada))[0]?.[0] === 'BOOK_PRESENTATION');
  expect((await book(staff, path, second, red)).status).toBe(200);
  await until(
    'all of the group are told by staff',
    async () => (await told(ada))[0]?.[0] === 'presentationSet',
  );
});

test('presentations lead to a peer review of this course, and to nothing else', async () => {
  const { path } = await add();
  const plan = { booking: 'groups', criteria: [], expectedRevision: 0 };
  const project = path.split('/')[2] ?? '';
  for (const peerReviewId of [newId(), project])
    expect(codeOf(await staff.call('PUT', path, { ...plan, peerReviewId }))).toBe('NOT_FOUND');
  const peerReviewId = newId();
  const settings = buildSettings({ title: 'Talks' });
  await staff.ok('PUT', `/activities/${peerReviewId}/peer-review`, { settings, expectedRevision: 0 });
  await staff.ok('PUT', path, { ...plan, peerReviewId });
  expect((await read(ada, path)).plan.peerReviewId).toBe(peerReviewId);
});

test('who was not there stands beside the mark of their group for staff, with no effect on it', async () => {
  const { path, slots } = await add(10);
  const activityId = path.split('/')[2] ?? '';
  const slot = `${path}/slots/${slots[0]}`;
  const redPath = deliverablePath(activityId, red);
  await handInText(ada, redPath, 'Ours.');
  await handInText(cleo, deliverablePath(activityId, blue), 'Ours as well.');
  const markOf = (groupId: string, query = '') =>
    staff.ok<DeliverableMarkView>('GET', `${deliverablePath(activityId, groupId)}/mark${query}`);
  expect((await markOf(red)).absent).toBeNull();
  await book(staff, path, slots[0], red);
  expect((await markOf(red)).absent).toBeNull();
  await staff.ok('PUT', `${slot}/absent`, { memberIds: [ben.memberId] });
  const { absent, form } = await markOf(red);
  const [startsAt] = (await read(staff, path)).slots.map((one) => one.startsAt);
  expect(absent).toEqual({ at: startsAt, members: [{ memberId: ben.memberId, name: room.names[1] }] });
  expect(form.adjustments).toEqual([]);
  expect((await markOf(blue)).absent).toBeNull();

  // Nobody of the group reads it, and not who marks without names.
  expect(codeOf(await ben.call('GET', `${redPath}/mark`))).toBe('FORBIDDEN');
  for (const who of [ada, ben])
    for (const url of [redPath, `/group-work/${activityId}`, `/group-work/${activityId}/result`])
      expect(JSON.stringify(await who.ok('GET', url))).not.toMatch(/absent/i);
  const { items } = await staff.ok<{ items: { groupId: string; state: string }[] }>(
    'GET',
    `/group-work/${activityId}/works?hidden=1`,
  );
  const works = items.filter(({ state }) => state === 'handedIn');
  const unknown = await Promise.all(works.map(({ groupId }) => markOf(groupId, '?hidden=1')));
  expect(unknown.map((one) => one.absent)).toEqual([null, null]);

  // It was said of the group that had the time, not of the one that has it now.
  await book(staff, path, slots[0], null);
  await book(staff, path, slots[0], blue);
  expect([(await markOf(red)).absent, (await markOf(blue)).absent]).toEqual([null, null]);
});
