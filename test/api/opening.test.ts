/** When an activity opens: at a moment, after another one, after a passed check; and what nobody gets before. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/opening.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { Course, Person } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

const TASK = 'Only who may begin reads this.';
let room: Room;
let check: string;
let first: string;

beforeAll(async () => {
  room = await openRoom(4);
  first = await addActivity('First essay');
  check = newId();
  await room.staff.ok('PUT', `/questionnaires/${check}`, {
    settings: buildQuestionnaire({
      title: 'Safety check',
      items: [keyed('oneChoice'), keyed('number')],
      check: { feedback: 'atOnce', attempts: 3, counts: 'best' },
    }),
    expectedRevision: 0,
  });
  await room.staff.ok('POST', `/questionnaires/${check}/publish`, { expectedRevision: 1 });
}, 60_000);
afterAll(() => room.stack.close());

async function addActivity(title: string): Promise<string> {
  const id = newId();
  const instructions = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: TASK }] }],
  };
  const settings = buildSettings({
    title,
    instructions,
    submissionsCloseAt: '2031-03-01T12:00:00.000Z',
    reviewsCloseAt: '2031-03-08T12:00:00.000Z',
  });
  await room.staff.ok('PUT', `/activities/${id}/peer-review`, { settings, expectedRevision: 0 });
  return id;
}

const setRules = (id: string, rules: object, expectedRevision = 0, by = room.staff) =>
  by.call('PUT', `/activities/${id}/opening`, { rules, expectedRevision });
const after = (...prerequisites: object[]) => ({ opensAt: null, after: prerequisites });
const handIn = (activityId: string) => ({ kind: 'activity', activityId });
const pass = (percent: number) => ({ kind: 'check', questionnaireId: check, percent });
const submit = (who: ApiSession, id: string) =>
  who.call('POST', `/activities/${id}/submission`, {
    text: 'Work.',
    expectedVersion: 0,
    expectedRevision: 0,
  });
const answer = (who: ApiSession, attempt: number, answers: object) =>
  who.ok('POST', `/questionnaires/${check}/mine`, { version: 1, attempt, answers });
const own = (who: ApiSession, id: string) =>
  who.ok<z.output<typeof contract.OwnOpeningView>>('GET', `/activities/${id}/opening/own`);
const mine = (who: ApiSession, id: string) => who.call('GET', `/activities/${id}/mine`);

test('it opens after another activity and a passed check, to each member alone', async () => {
  const id = await addActivity('Second essay');
  const [ada, bo] = [room.learner(0), room.learner(1)];
  expect((await setRules(id, after(handIn(first), pass(60)))).status).toBe(200);
  expect(await own(ada, id)).toEqual({
    isOpen: false,
    opensAt: null,
    after: [
      { kind: 'activity', id: first, title: 'First essay', percent: null, isMet: false },
      { kind: 'check', id: check, title: 'Safety check', percent: 60, isMet: false },
    ],
  });

  expect((await submit(ada, first)).status).toBe(200);
  await until('the first is met', async () => (await own(ada, id)).after[0]?.isMet === true);
  // One of three points.
  await answer(ada, 1, { [idOf('one')]: idOf('No'), [idOf('number')]: 7 });
  expect((await mine(ada, id)).body).toMatchObject({ error: { code: 'ACTIVITY_NOT_OPEN' } });
  await answer(ada, 2, { [idOf('one')]: idOf('Yes'), [idOf('number')]: 8 });
  await until('it is open to Ada', async () => (await own(ada, id)).isOpen);
  expect((await submit(ada, id)).status).toBe(200);

  expect((await own(bo, id)).after.map(({ isMet }) => isMet)).toEqual([false, false]);
  expect((await submit(bo, id)).body).toMatchObject({ error: { code: 'ACTIVITY_NOT_OPEN' } });
});

test('before it opens, nothing of it is told by any way, and it is not among what waits', async () => {
  const id = await addActivity('Secret essay');
  const bo = room.learner(1);
  await setRules(id, { opensAt: '2031-01-01T00:00:00.000Z', after: [] });
  const draft = { text: 'x', expectedRevision: 0 };
  for (const [method, path, body] of [
    ['GET', 'mine', undefined],
    ['GET', 'submission', undefined],
    ['GET', 'reviews/received', undefined],
    ['PUT', 'submission/draft', draft],
  ] as const) {
    const said = await bo.call(method, `/activities/${id}/${path}`, body);
    expect([
      path,
      said.status === 409 || said.status === 404,
      JSON.stringify(said.body).includes(TASK),
    ]).toEqual([path, true, false]);
  }
  await until('the home has forgotten it', async () => {
    const home = await bo.ok<{ next: { activityId: string }[] }>('GET', '/home');
    return home.next.every(({ activityId }) => activityId !== id);
  });
  expect(await own(bo, id)).toMatchObject({ isOpen: false, opensAt: '2031-01-01T00:00:00.000Z' });
});

test('who has begun is not locked out by new rules; without rules it is open to all again', async () => {
  const id = await addActivity('Third essay');
  const [ada, bo, chi] = [room.learner(0), room.learner(1), room.learner(2)];
  await submit(ada, id);
  await bo.ok('PUT', `/activities/${id}/submission/draft`, { text: 'Begun.', expectedRevision: 0 });
  const preview = await room.staff.ok('POST', `/activities/${id}/opening/preview`, {
    rules: after(handIn(first)),
  });
  expect(preview).toEqual({ learners: expect.any(Number), begun: 2, met: 1 });
  await setRules(id, after(handIn(first)));
  await until('both are let in', async () => (await own(ada, id)).isOpen && (await own(bo, id)).isOpen);
  expect((await mine(bo, id)).status).toBe(200);
  expect((await mine(chi, id)).status).toBe(409);
  // Nobody is reminded of what is closed to them.
  const reminded = async (): Promise<string[]> => {
    const { members } = await room.staff.ok<{ members: { id: string }[] }>(
      'GET',
      `/activities/${id}/reminders?task=handIn`,
    );
    return members.map((member) => member.id);
  };
  expect(await reminded()).toEqual([bo.memberId]);
  await setRules(id, { opensAt: null, after: [] }, 1);
  expect(await reminded()).toContain(chi.memberId);
  expect((await mine(chi, id)).status).toBe(200);
});

test('what cannot be is refused: a circle, an end before the opening, an old tab, things of no course, learners', async () => {
  const [a, b] = [await addActivity('A'), await addActivity('B')];
  await setRules(b, after(handIn(a)));
  const codeOf = async (answerOf: ReturnType<typeof setRules>) =>
    ((await answerOf).body as { error?: { code: string } }).error?.code;
  expect(await codeOf(setRules(a, after(handIn(b))))).toBe('OPENING_IN_CIRCLE');
  expect(await codeOf(setRules(a, after(handIn(a))))).toBe('OPENING_IN_CIRCLE');
  expect(await codeOf(setRules(a, { opensAt: '2031-03-01T12:00:00.000Z', after: [] }))).toBe(
    'OPENING_TOO_LATE',
  );
  expect(await codeOf(setRules(a, after(handIn(newId()))))).toBe('BAD_REQUEST');
  expect((await setRules(b, after(handIn(a)), 0)).status).toBe(200);
  expect(await codeOf(setRules(b, after(handIn(first)), 0))).toBe('STALE_REVISION');
  const learner = room.learner(3);
  expect((await setRules(a, after(), 0, learner)).status).toBe(403);
  expect((await learner.call('GET', `/activities/${a}/opening`)).status).toBe(403);
});

test('a copy opens after the copy of what its original opens after, whichever of the two is copied first', async () => {
  const { stack } = room;
  const { simulator, course } = stack;
  const [early, late] = [await addActivity('Early'), await addActivity('Late')];
  await setRules(late, after(handIn(early)));
  const links = new Map(
    [early, late].map((activity) => [
      activity,
      simulator.addResourceLink(course, { title: 'Essay', custom: { activity } }),
    ]),
  );
  for (const link of links.values()) await stack.open(stack.person('instructor'), link.id);
  const enter = (person: Person, there: Course, activity: string) => {
    const link = simulator.institution
      .linksOf(there)
      .find(({ history }) => history.includes(links.get(activity)?.id ?? ''));
    return stack.open(person, link?.id ?? '', there);
  };
  const openingAt = (session: ApiSession) =>
    session.ok<{ rules: { after: object[] }; lost: object[] }>(
      'GET',
      `/activities/${session.view.landing.activityId}/opening`,
    );
  const teacher = stack.person('instructor');

  const copy = await simulator.copyCourse(course.id, 'Late first', 7);
  const atLate = await enter(teacher, copy, late);
  expect(await openingAt(atLate)).toMatchObject({
    rules: { after: [] },
    lost: [{ kind: 'activity', title: 'Early' }],
  });
  const nora = simulator.addPerson(copy, { role: 'learner', givenName: 'Nora', familyName: 'New' });
  const learner = await enter(nora, copy, early);
  await until('the prerequisite is found', async () => (await openingAt(atLate)).lost.length === 0);
  expect((await openingAt(atLate)).rules.after).toEqual([
    { kind: 'activity', activityId: learner.view.landing.activityId },
  ]);
  expect((await mine(learner, atLate.view.landing.activityId ?? '')).body).toMatchObject({
    error: { code: 'ACTIVITY_NOT_OPEN' },
  });

  // In the other order there is nothing to be told.
  const again = await simulator.copyCourse(course.id, 'Early first', 7);
  await enter(teacher, again, early);
  const { rules, lost } = await openingAt(await enter(teacher, again, late));
  expect([rules.after.length, lost]).toEqual([1, []]);
});

test('it opens to who attended a session, as staff record it, and to nobody else', async () => {
  const id = await addActivity('After the kick-off');
  const [ada, bo] = [room.learner(0), room.learner(1)];
  const session = newId();
  const kickOff = {
    title: 'Kick-off',
    startsAt: '2030-03-01T09:00:00.000Z',
    endsAt: '2030-03-01T11:00:00.000Z',
    place: 'Room 1',
  };
  const save = (fields: object, expectedRevision: number, by = room.staff) =>
    by.call('PUT', `/course-sessions/${session}`, { ...kickOff, ...fields, expectedRevision });
  const record = (marks: object[], by = room.staff) =>
    by.call('PUT', `/course-sessions/${session}/attendance`, { marks });
  const attend = { kind: 'session', sessionId: session };

  // Nothing can be asked for that is not there, and nothing ends before it begins.
  expect((await setRules(id, after(attend))).status).toBe(400);
  expect((await save({ endsAt: kickOff.startsAt }, 0)).status).toBe(400);
  expect((await save({}, 0, ada)).status).toBe(403);
  expect((await save({}, 0)).status).toBe(200);
  expect((await save({}, 0)).status).toBe(200);
  expect((await save({ place: 'Room 2' }, 1)).body).toMatchObject({ place: 'Room 2', revision: 2 });
  expect((await save({ place: 'Room 3' }, 1)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });

  expect((await setRules(id, after(attend))).status).toBe(200);
  const wanted = { kind: 'session', id: session, title: 'Kick-off', percent: null };
  expect((await own(ada, id)).after).toEqual([{ ...wanted, isMet: false }]);
  const marks = [
    { memberId: ada.memberId, state: 'late' },
    { memberId: bo.memberId, state: 'excused' },
  ];
  expect((await record(marks, bo)).status).toBe(403);
  expect((await record([{ memberId: room.staff.memberId, state: 'present' }])).status).toBe(404);
  expect((await record(marks)).body).toEqual({ recorded: 2 });
  expect((await record(marks)).body).toEqual({ recorded: 0 });
  await until('it is open to Ada', async () => (await own(ada, id)).isOpen);
  expect((await own(bo, id)).isOpen).toBe(false);
  expect((await mine(bo, id)).body).toMatchObject({ error: { code: 'ACTIVITY_NOT_OPEN' } });

  const listed = await room.staff.ok<{ items: object[] }>('GET', '/course-sessions');
  expect(listed.items).toMatchObject([{ id: session, title: 'Kick-off', attended: 1 }]);
  const { items } = await room.staff.ok<{ items: { memberId: string; state: string | null }[] }>(
    'GET',
    `/course-sessions/${session}/attendance`,
  );
  const stateOf = (who: ApiSession) => items.find(({ memberId }) => memberId === who.memberId)?.state;
  expect([stateOf(ada), stateOf(bo), stateOf(room.learner(2))]).toEqual(['late', 'excused', null]);

  // Taken off, nobody waits for it any more; what it would do is said before.
  const path = `/course-sessions/${session}`;
  expect(await room.staff.ok('GET', `${path}/deletion`)).toEqual({
    recorded: 2,
    activities: [{ id, title: 'After the kick-off' }],
  });
  const remove = (expectedRevision: number, by = room.staff) =>
    by.call('POST', `${path}/delete`, { expectedRevision });
  expect((await remove(2, bo)).status).toBe(403);
  expect((await remove(1)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  expect((await remove(2)).status).toBe(200);
  expect((await remove(2)).status).toBe(200);
  await until('it is open to all', async () => (await own(bo, id)).isOpen);
  expect((await own(bo, id)).after).toEqual([]);
  expect((await mine(room.learner(2), id)).status).toBe(200);
  expect(await room.staff.ok('GET', '/course-sessions')).toMatchObject({ items: [] });
  expect((await record(marks)).status).toBe(404);
  expect((await save({}, 2)).status).toBe(404);
  expect((await save({}, 0)).status).toBe(404);
});
