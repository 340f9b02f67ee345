/** Retrospectives over HTTP: notes, action items that come back, lessons for the other groups; who reads what. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { LessonsView, RetrospectiveView } from '../../server/src/contracts/retrospectives.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, buildTeam } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

const past = new Date(Date.now() - 60_000).toISOString();
const later = new Date(Date.now() + 86_400_000).toISOString();
const milestones = [
  buildMilestone({ title: 'Concept', dueAt: past }),
  buildMilestone({ n: 2, title: 'Report', dueAt: later }),
];
const texts = { well: 'We met often.', notWell: 'We began late.', next: 'Begin at once.' };

const addAsking = (staffLookOn: boolean) =>
  addProject(staff, {
    groupSetId: set.id,
    milestones,
    team: buildTeam({ retrospective: { staffLookOn } }),
  });
const groupPath = (activityId: string, group = 'Red') =>
  `/group-work/${activityId}/groups/${set.groupIds[group] ?? ''}`;
const read = (who: ApiSession, activityId: string, n?: number) =>
  who.ok<RetrospectiveView>(
    'GET',
    `${groupPath(activityId)}/retrospective${n === undefined ? '' : `?n=${n}`}`,
  );
const note = (who: ApiSession, activityId: string, body: object) =>
  who.call('PUT', `${groupPath(activityId)}/retrospective/note`, {
    n: 1,
    texts,
    expectedRevision: 0,
    ...body,
  });

const awaitHome = (who: ApiSession, activityId: string, expected: readonly string[]) =>
  until(`the home says ${expected.join()}`, async () => {
    const { next } = await who.ok<HomeView>('GET', '/home');
    const found = next.filter((one) => one.activityId === activityId && one.code !== 'DELIVER');
    return found.map(({ code, title }) => `${code} ${title}`).join() === expected.join();
  });

async function calendarOf(who: ApiSession): Promise<string> {
  const { calendar } = await who.ok<{ calendar: { url: string } }>('POST', '/notices/calendar');
  // Lines are folded after 75 octets.
  return (await (await fetch(calendar.url)).text()).replaceAll('\r\n ', '');
}

test('members say what went well; what they agree to do comes back until it is done', async () => {
  const activityId = await addAsking(false);
  await awaitHome(ada, activityId, ['LOOK_BACK A bridge for our town: Concept']);
  expect((await read(ada, activityId)).n).toBe(1);
  expect((await note(ada, activityId, {})).status).toBe(200);
  expect(codeOf(await note(ada, activityId, { texts: { ...texts, well: 'x' } }))).toBe('STALE_REVISION');
  await awaitHome(ada, activityId, []);
  const seen = await read(ben, activityId);
  expect(seen.own).toEqual({ well: '', notWell: '', next: '', revision: 0, savedAt: null });
  expect(seen.others).toMatchObject([{ ...texts, by: { name: room.names[0], isOwn: false } }]);

  const actionId = newId();
  const action = { n: 1, text: 'Book a room.', ownerId: ben.memberId, dueAt: later, state: 'open' };
  const save = (who: ApiSession, body: object, expectedRevision: number) =>
    who.call<RetrospectiveView>('PUT', `${groupPath(activityId)}/actions/${actionId}`, {
      ...action,
      ...body,
      expectedRevision,
    });
  expect(codeOf(await save(ada, { ownerId: cleo.memberId }, 0))).toBe('NOT_IN_GROUP');
  expect((await save(ada, {}, 0)).status).toBe(200);
  expect(codeOf(await save(ben, { text: 'Another.' }, 0))).toBe('STALE_REVISION');
  await awaitHome(ben, activityId, ['TEAM_ACTION Book a room.', 'LOOK_BACK A bridge for our town: Concept']);
  expect((await read(ada, activityId, 2)).actions).toMatchObject([{ n: 1, text: 'Book a room.' }]);
  // In the calendar of whoever does it, and of nobody else.
  expect(await calendarOf(ben)).toContain('SUMMARY:Your group agreed that you do: Book a room.');
  expect(await calendarOf(ada)).not.toContain('Book a room.');
  expect((await save(ben, { dueAt: past }, 1)).status).toBe(200);
  await awaitHome(ben, activityId, [
    'LOOK_BACK A bridge for our town: Concept',
    'TEAM_ACTION_OVERDUE Book a room.',
  ]);
  expect((await save(ben, { state: 'done' }, 2)).status).toBe(200);
  await awaitHome(ben, activityId, ['LOOK_BACK A bridge for our town: Concept']);
  expect(await calendarOf(ben)).not.toContain('Book a room.');
  expect((await read(ada, activityId, 2)).actions).toEqual([]);
  expect((await read(ada, activityId, 1)).actions).toMatchObject([{ state: 'done' }]);
});

test('other groups read nothing, staff only where members are told; after the project it is read-only', async () => {
  const hidden = await addAsking(false);
  await note(ada, hidden, {});
  const path = `${groupPath(hidden)}/retrospective`;
  expect(codeOf(await staff.call('GET', path))).toBe('FORBIDDEN');
  expect(codeOf(await cleo.call('GET', path))).toBe('NOT_IN_GROUP');
  expect(codeOf(await note(cleo, hidden, {}))).toBe('NOT_IN_GROUP');

  const open = await addAsking(true);
  await note(ada, open, {});
  const seen = await read(staff, open);
  expect([seen.staffLookOn, seen.own, seen.can.write]).toEqual([true, null, false]);
  expect(seen.others).toMatchObject([texts]);
  await staff.ok('PUT', `/activities/${open}/publication`, { state: 'closed' });
  expect(codeOf(await note(ada, open, { expectedRevision: 1 }))).toBe('ACTIVITY_CLOSED');
  expect((await read(ada, open)).own).toMatchObject(texts);
});

test('a lesson reaches the other groups once staff publish it, with nobody’s name', async () => {
  const activityId = await addAsking(false);
  const lessonId = newId();
  const lesson = { n: 1, title: 'Begin at once', text: 'We lost a week.' };
  const offer = () => ada.call('PUT', `${groupPath(activityId)}/lessons/${lessonId}`, lesson);
  expect((await offer()).status).toBe(200);
  expect((await offer()).status).toBe(200);
  const list = (who: ApiSession) =>
    who.ok<z.output<typeof LessonsView>>('GET', `/group-work/${activityId}/lessons`);
  expect((await list(cleo)).items).toEqual([]);
  expect((await list(staff)).items).toMatchObject([{ state: 'offered', groupName: 'Red' }]);
  const decide = (who: ApiSession, state: string) =>
    who.call('PUT', `/group-work/${activityId}/lessons/${lessonId}/decision`, { state });
  expect(codeOf(await decide(ada, 'published'))).toBe('FORBIDDEN');
  expect((await decide(staff, 'published')).status).toBe(200);
  const read = await list(cleo);
  expect(read.items).toMatchObject([{ title: 'Begin at once', groupName: 'Red' }]);
  for (const secret of [ada.memberId, ...room.names]) expect(JSON.stringify(read)).not.toContain(secret);
  expect((await decide(staff, 'declined')).status).toBe(200);
  expect((await list(cleo)).items).toEqual([]);
});
