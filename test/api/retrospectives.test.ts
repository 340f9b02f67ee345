/** Retrospectives over HTTP: notes, action items that come back, lessons for the other groups; who reads what. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { GroupWorkView } from '../../server/src/contracts/group-work.ts';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type {
  CourseLessonsView,
  LessonsView,
  RetrospectiveView,
} from '../../server/src/contracts/retrospectives.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, buildTeam } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openObserver, openRoom, type Room } from './questionnaire-room.ts';

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

test('what is published is read in the whole course, newest first, found by its words, and taken back', async () => {
  type Page = z.output<typeof CourseLessonsView>;
  const lessonsOf = async (who: ApiSession, query = '') =>
    (await who.ok<Page>('GET', `/lessons${query}`)).items.filter(({ title }) => title.startsWith('Course:'));
  const titles = async (who: ApiSession, query = '') =>
    (await lessonsOf(who, query)).map(({ title }) => title);
  const hidden = ['Course: offered', 'Course: declined'];
  const shown = ['Course: first', 'Course: second', 'Course: third'];
  const ids = new Map<string, string>();
  const projects = [await addAsking(false), await addAsking(false)];
  const decide = (title: string, activityId: string, state: string) =>
    staff.ok('PUT', `/group-work/${activityId}/lessons/${ids.get(title)}/decision`, { state });
  for (const [index, title] of [...shown, ...hidden].entries()) {
    const activityId = projects[index % 2] ?? '';
    ids.set(title, newId());
    const lesson = { n: 1, title, text: `We lost (a) week: ${index}` };
    await ada.ok('PUT', `${groupPath(activityId)}/lessons/${ids.get(title)}`, lesson);
    if (title !== 'Course: offered')
      await decide(title, activityId, shown.includes(title) ? 'published' : 'declined');
  }

  // Who is in another group, in none of these, and staff all read the same.
  for (const who of [cleo, ada, staff]) expect(await titles(who)).toEqual(shown.toReversed());
  const [newest] = await lessonsOf(cleo);
  expect(newest).toEqual({
    lessonId: ids.get('Course: third'),
    activityId: projects[0],
    projectTitle: 'A bridge for our town',
    title: 'Course: third',
    text: 'We lost (a) week: 2',
    groupName: 'Red',
    publishedAt: expect.any(String),
  });
  const whole = JSON.stringify(await cleo.ok('GET', '/lessons'));
  for (const secret of [ada.memberId, ...room.names, ...hidden]) expect(whole).not.toContain(secret);
  // What is looked for is no pattern.
  expect(await titles(cleo, `?q=${encodeURIComponent('LOST (a) week: 1')}`)).toEqual(['Course: second']);
  expect(await titles(cleo, `?q=${encodeURIComponent('lost .a. week')}`)).toEqual([]);
  expect(await titles(cleo, '?q=course%3A%20f')).toEqual(['Course: first']);

  const paged: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Page = await cleo.ok<Page>('GET', `/lessons?limit=1${next && `&after=${next}`}`);
    paged.push(...page.items.map(({ title }) => title));
    ({ next } = page);
  }
  expect(paged.filter((title) => title.startsWith('Course:'))).toEqual(shown.toReversed());
  expect(codeOf(await cleo.call('GET', '/lessons?after=x'))).toBe('BAD_REQUEST');

  // Taken back, it is gone; published again, it stands where it stood.
  expect((await cleo.ok<Page>('GET', '/lessons')).can).toEqual({ takeBack: false });
  expect((await staff.ok<Page>('GET', '/lessons')).can).toEqual({ takeBack: true });
  await decide('Course: second', projects[1] ?? '', 'declined');
  expect(await titles(cleo)).toEqual(['Course: third', 'Course: first']);
  expect(await titles(staff)).toEqual(['Course: third', 'Course: first']);
  await decide('Course: second', projects[1] ?? '', 'published');
  expect(await titles(cleo)).toEqual(shown.toReversed());

  // A project that does not open before another is done is named and not linked to.
  const opening = {
    rules: { opensAt: null, after: [{ kind: 'activity', activityId: projects[1] }] },
    expectedRevision: 0,
  };
  await staff.ok('PUT', `/activities/${projects[0]}/opening`, opening);
  const places = (some: Page['items']) => some.map(({ activityId }) => activityId);
  expect(places(await lessonsOf(cleo))).toEqual([null, projects[1], null]);
  expect(places(await lessonsOf(staff))).toEqual([projects[0], projects[1], projects[0]]);
});

test('another course, an observer and a rehearsal: nothing of it; nor what was published for a project alone', async () => {
  const { stack } = room;
  const activityId = await addAsking(false);
  const lessonId = newId();
  const lesson = { n: 1, title: 'Only here', text: 'x' };
  await ada.ok('PUT', `${groupPath(activityId)}/lessons/${lessonId}`, lesson);
  const decision = { state: 'published' };
  await staff.ok('PUT', `/group-work/${activityId}/lessons/${lessonId}/decision`, decision);
  const seen = async (who: ApiSession) => JSON.stringify(await who.ok('GET', '/lessons'));
  expect(await seen(cleo)).toContain('Only here');

  const elsewhere = stack.simulator.addCourse({ title: 'Another course' });
  const link = stack.simulator.addResourceLink(elsewhere, { title: 'Plain' });
  for (const role of ['learner', 'instructor'] as const) {
    const stranger = stack.simulator.addPerson(elsewhere, { role, givenName: 'Eve', familyName: 'X' });
    expect((await (await stack.open(stranger, link.id, elsewhere)).call('GET', '/lessons')).body).toEqual({
      items: [],
      next: null,
      can: { takeBack: role === 'instructor' },
    });
  }
  const observer = await openObserver(room, 0);
  expect(codeOf(await observer.call('GET', '/lessons'))).toBe('FORBIDDEN');

  const at = `/activities/${activityId}/rehearsal`;
  const names = Array.from({ length: 6 }, (_, index) => `Invented ${index}`);
  const begun = await staff.ok<{ activityId: string; learners: { memberId: string }[] }>('PUT', at, {
    names,
  });
  const enter = async (memberId: string | null) =>
    ApiSession.of(staff.toolUrl, await staff.ok('POST', `${at}/session`, { memberId }));
  const learner = await enter(begun.learners[0]?.memberId ?? '');
  const { groups } = await learner.ok<GroupWorkView>('GET', `/group-work/${begun.activityId}`);
  const rehearsed = newId();
  const inRehearsal = `/group-work/${begun.activityId}`;
  await learner.ok('PUT', `${inRehearsal}/groups/${groups[0]?.groupId}/lessons/${rehearsed}`, {
    ...lesson,
    title: 'A sample',
  });
  const asStaff = await enter(null);
  await asStaff.ok('PUT', `${inRehearsal}/lessons/${rehearsed}/decision`, decision);
  expect(await seen(learner)).toContain('A sample');
  expect(await seen(learner)).not.toContain('Only here');
  for (const who of [staff, cleo]) expect(await seen(who)).not.toContain('A sample');
  await staff.ok('DELETE', at);

  // As one that was published when its group was told that the project alone reads it.
  const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
  await database
    .collection<{ _id: string }>('teamLessons')
    .updateOne({ _id: lessonId }, { $unset: { publishedAt: 1 } });
  await database.close();
  expect(await seen(cleo)).not.toContain('Only here');
  const ofProject = await cleo.ok('GET', `/group-work/${activityId}/lessons`);
  expect(JSON.stringify(ofProject)).toContain('Only here');
});
