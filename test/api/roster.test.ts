/** The roster from the launch to the pages: through real launches, HTTP and background jobs. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { RosterView } from '../../server/src/contracts/roster.ts';
import { until } from '../factories/until.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import type { Course, Person, ResourceLink } from '../lms-simulator/index.ts';

let stack: ApiStack;
let course: Course;
let link: ResourceLink;
let teacher: ApiSession;
let activityId: string;
let ada: Person;
let bo: Person;

beforeAll(async () => {
  stack = await startApiStack('canvas');
}, 60_000);
afterAll(() => stack.close());

/** A course of its own with a teacher, three learners and a peer review, after its roster was read. */
beforeEach(async () => {
  stack.simulator.misbehave.clear();
  course = stack.simulator.addCourse({ title: 'Course' });
  const add = (role: 'instructor' | 'learner', givenName: string) =>
    stack.simulator.addPerson(course, { role, givenName, familyName: 'Person' });
  const instructor = add('instructor', 'Tessa');
  [ada, bo] = [add('learner', 'Ada'), add('learner', 'Bo')];
  add('learner', 'Chi');
  activityId = newId();
  link = stack.simulator.addResourceLink(course, { title: 'Essay', custom: { activity: activityId } });
  const first = await stack.open(instructor, undefined, course);
  await first.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  teacher = await stack.open(instructor, link.id, course);
  await wholeRoster();
}, 30_000);

const roster = () => teacher.ok<RosterView>('GET', '/roster');
const open = (person: Person) => stack.open(person, link.id, course);
const overview = () =>
  teacher.ok<{
    rows: { name: string; memberId: string }[];
    counts: { learners: number; submissions: number };
  }>('GET', `/activities/${activityId}/overview`);

async function wholeRoster(): Promise<void> {
  await until('the roster is read', async () => (await roster()).state === 'read');
}

/** Reads the roster now and waits until what it changed is in the table. */
async function readAgain(learners: number): Promise<void> {
  const before = (await roster()).readAt;
  await teacher.ok('POST', '/roster/read');
  await until('the roster is read again', async () => {
    const { state, readAt } = await roster();
    return state === 'read' && readAt !== before;
  });
  await until('the table has it', async () => (await overview()).rows.length === learners);
}

const submit = (session: ApiSession, text: string) =>
  session.ok('POST', `/activities/${activityId}/submission`, {
    text,
    expectedVersion: 0,
    expectedRevision: 0,
  });

const renew = (session: ApiSession) => session.call('POST', '/session/renew');

test('people who have never launched are in the staff table after a launch by staff', async () => {
  await until('the table has everybody', async () => (await overview()).rows.length === 3);
  expect((await overview()).rows.map(({ name }) => name)).toEqual(['Ada Person', 'Bo Person', 'Chi Person']);
  expect(await roster()).toMatchObject({ people: 4, learners: 3, trouble: null, can: { read: true } });
});

test('a leaver is out of table and counts with the work kept, and cannot go on; a rejoiner has everything back', async () => {
  const session = await open(ada);
  await submit(session, 'Bridges carry.');
  stack.simulator.institution.changeMember(course, ada.id, { status: 'Deleted' });
  await readAgain(2);
  await until('the table is without her', async () => {
    const { learners, submissions } = (await overview()).counts;
    return learners === 2 && submissions === 0;
  });
  expect(await renew(session)).toMatchObject({ status: 401, body: { error: { code: 'MEMBER_LEFT' } } });
  stack.simulator.institution.changeMember(course, ada.id, { status: 'Active' });
  const back = await open(ada);
  const own = await back.ok<{ submission: unknown }>('GET', `/activities/${activityId}/submission`);
  expect(own.submission).toMatchObject({ version: 1, text: richTextOf('Bridges carry.') });
  await until('the table has her again', async () => (await overview()).counts.submissions === 1);
});

test('a role that changed is the role at the next renewal', async () => {
  const session = await open(ada);
  stack.simulator.institution.changeMember(course, ada.id, { role: 'assistant' });
  await readAgain(2);
  const { bearer, member } = (await renew(session)).body as { bearer: string; member: { role: string } };
  expect(member.role).toBe('assistant');
  Object.assign(session.view, { bearer });
  expect(await session.call('GET', '/queue')).toMatchObject({ status: 200 });
  stack.simulator.institution.changeMember(course, ada.id, { role: 'learner' });
  await readAgain(3);
  Object.assign(session.view, { bearer: ((await renew(session)).body as { bearer: string }).bearer });
  expect(await session.call('GET', '/queue')).toMatchObject({ status: 403 });
});

test('a roster that the LMS refuses waits for staff with its words, and one call reads it again', async () => {
  stack.simulator.misbehave.set('memberships', { status: 401 });
  await teacher.ok('POST', '/roster/read');
  await until('it has failed', async () => (await roster()).state === 'failed');
  expect(await roster()).toMatchObject({
    trouble: { reason: 'REFUSED', words: 'Simulated failure 401' },
    people: 4,
  });
  const { items } = await teacher.ok<{ items: { nextAction: { path: string } }[] }>('GET', '/queue');
  expect(items).toMatchObject([
    {
      because: { code: 'ROSTER_NOT_READ', params: { reason: 'REFUSED', words: 'Simulated failure 401' } },
      nextAction: { code: 'READ_AGAIN', method: 'post', path: '/roster/read' },
    },
  ]);
  stack.simulator.misbehave.clear();
  await teacher.ok('POST', items[0]?.nextAction.path ?? '');
  await wholeRoster();
  expect(await teacher.ok('GET', '/queue')).toEqual({ items: [], next: null });
});

describe('the test student', () => {
  test('works, and is in no table, count, allocation or gradebook', async () => {
    const student = await open(
      stack.simulator.addPerson(course, { role: 'test-student', givenName: 'Test' }),
    );
    await submit(student, 'Trying it out.');
    await submit(await open(ada), 'Bridges carry.');
    await readAgain(3);
    expect((await overview()).rows.map(({ name }) => name)).toEqual([
      'Ada Person',
      'Bo Person',
      'Chi Person',
    ]);
    await until('the work is counted', async () => (await overview()).counts.submissions === 1, 15);
    expect((await overview()).counts).toMatchObject({ learners: 3, submissions: 1 });
    expect(await roster()).toMatchObject({ people: 4, learners: 3 });
    // Two works, one of them the test student's: not enough to review each other.
    expect(await teacher.call('POST', `/activities/${activityId}/allocation`)).toMatchObject({
      body: { error: { code: 'ALLOCATION_NEEDS_TWO' } },
    });
    await submit(await open(bo), 'Bridges sway.');
    await teacher.ok('POST', `/activities/${activityId}/allocation`);
    const tasks = async (session: ApiSession) =>
      await session.ok<{ phase: string; reviewTasks: unknown[] }>('GET', `/activities/${activityId}/mine`);
    await until('reviews have begun', async () => (await tasks(student)).phase === 'review');
    expect((await tasks(student)).reviewTasks).toEqual([]);
    expect((await tasks(await open(ada))).reviewTasks).toHaveLength(1);
  });
});

describe('somebody who left', () => {
  test('neither reviews nor is reviewed when reviews start', async () => {
    for (const person of [ada, bo]) await submit(await open(person), `By ${person.givenName}`);
    stack.simulator.institution.changeMember(course, ada.id, { status: 'Deleted' });
    await readAgain(2);
    expect(await teacher.call('POST', `/activities/${activityId}/allocation`)).toMatchObject({
      body: { error: { code: 'ALLOCATION_NEEDS_TWO' } },
    });
  });
});

describe('an observer', () => {
  let observer: ApiSession;
  let adaId: string;
  let boId: string;

  beforeEach(async () => {
    const parent = stack.simulator.addPerson(course, {
      role: 'observer',
      givenName: 'Olga',
      observes: [ada.id],
    });
    observer = await open(parent);
    const idOf = async (person: Person) =>
      ((await open(person)).view as unknown as { member: { id: string } }).member.id;
    [adaId, boId] = [await idOf(ada), await idOf(bo)];
  });

  const observed = (memberId: string, rest = '') => `/activities/${activityId}/observed/${memberId}${rest}`;
  const ROUTES = ['', '/submission', '/received-reviews'];

  test('sees the observed learner’s page and handed-in text, without what is being written', async () => {
    const session = await open(ada);
    await submit(session, 'Handed in.');
    await session.ok('PUT', `/activities/${activityId}/submission/draft`, {
      text: 'Secret thoughts.',
      expectedRevision: 1,
    });
    expect(await observer.ok('GET', '/observed')).toEqual({
      items: [{ memberId: adaId, name: 'Ada Person' }],
    });
    const page = await observer.ok('GET', observed(adaId));
    expect(page).toMatchObject({
      learner: { memberId: adaId, name: 'Ada Person' },
      submission: { version: 1 },
    });
    expect(page).not.toHaveProperty('can');
    const work = await observer.ok('GET', observed(adaId, '/submission'));
    expect(work).toEqual({
      submission: {
        version: 1,
        text: richTextOf('Handed in.'),
        files: [],
        links: [],
        submittedAt: expect.any(String),
      },
    });
  });

  test('sees nothing of anybody else: not by any address, and not in what is sent', async () => {
    for (const [person, text] of [
      [ada, 'By Ada.'],
      [bo, 'By Bo.'],
    ] as const)
      await submit(await open(person), text);
    await teacher.ok('POST', `/activities/${activityId}/allocation`);
    const phase = async () => (await observer.ok<{ phase: string }>('GET', observed(adaId))).phase;
    await until('reviews have begun', async () => (await phase()) === 'review');
    const teacherId = (teacher.view as unknown as { member: { id: string } }).member.id;
    for (const route of ROUTES) {
      for (const memberId of [boId, teacherId, newId()]) {
        expect([route, (await observer.call('GET', observed(memberId, route))).status]).toEqual([route, 404]);
      }
      const sent = JSON.stringify(await observer.ok('GET', observed(adaId, route)));
      for (const secret of [boId, 'Bo Person', 'By Bo.', 'reviewId', 'draft'])
        expect(sent).not.toContain(secret);
    }
    const page = await observer.ok<{ reviewTasks: object[] }>('GET', observed(adaId));
    expect(page.reviewTasks).toEqual([{ pseudonym: 'A', state: 'toDo' }]);
  });

  test('changes nothing and sees no page of staff or learners', async () => {
    const paths: [string, string][] = [
      ['GET', `/activities/${activityId}/mine`],
      ['GET', `/activities/${activityId}/submission`],
      ['GET', `/activities/${activityId}/overview`],
      ['PUT', `/activities/${activityId}/submission/draft`],
      ['POST', `/activities/${activityId}/submission`],
      ['GET', '/roster'],
      ['GET', '/groups'],
      ['GET', '/queue'],
    ];
    for (const [method, path] of paths) {
      const body = method === 'GET' ? undefined : { text: 'x', expectedVersion: 0, expectedRevision: 0 };
      expect([path, (await observer.call(method, path, body)).status]).toEqual([path, 403]);
    }
  });

  test('sees a learner no more once the LMS names them no more, or they have left', async () => {
    expect((await observer.call('GET', observed(adaId))).status).toBe(200);
    const parent = stack.simulator.addPerson(course, {
      role: 'observer',
      givenName: 'Otto',
      observes: [ada.id, bo.id],
    });
    const otto = await open(parent);
    expect((await otto.ok<{ items: unknown[] }>('GET', '/observed')).items).toHaveLength(2);
    const membership = course.members[parent.id];
    if (membership) membership.observes = [bo.id];
    await open(parent);
    // The older session of the same person sees no more than the newest launch says.
    expect((await otto.call('GET', observed(adaId))).status).toBe(404);
    stack.simulator.institution.changeMember(course, bo.id, { status: 'Deleted' });
    await readAgain(2);
    expect((await otto.call('GET', observed(boId))).status).toBe(404);
  });

  test('in another course has the same eyes for nobody here', async () => {
    const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
    const parent = stack.simulator.addPerson(elsewhere, { role: 'observer', observes: [ada.id] });
    const other = stack.simulator.addResourceLink(elsewhere, { title: 'Other' });
    const stranger = await stack.open(parent, other.id, elsewhere);
    for (const route of ROUTES) expect((await stranger.call('GET', observed(adaId, route))).status).toBe(404);
    expect(await stranger.ok('GET', '/observed')).toEqual({ items: [] });
  });
});
