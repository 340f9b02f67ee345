/** A draft is the teaching staff's alone; published, it is everybody's; closed, learners read on and write nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

const TITLE = 'Essay that is not ready';
const activityId = newId();
const at = `/activities/${activityId}`;
let stack: ApiStack;
let teacher: ApiSession;
let assistant: ApiSession;
let learner: ApiSession;

beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
  });
  teacher = await stack.open(stack.person('instructor'), link.id);
  await teacher.ok('PUT', `${at}/peer-review`, {
    settings: buildSettings({ title: TITLE, submissionsCloseAt: '2020-03-01T12:00:00.000Z' }),
    expectedRevision: 0,
    state: 'draft',
  });
  const linked = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay, linked',
    custom: { activity: activityId },
  });
  assistant = await stack.open(stack.person('assistant'), linked.id);
  learner = await stack.open(stack.person('learner'), linked.id);
}, 60_000);
afterAll(() => stack.close());

const work = { text: 'A work.', expectedVersion: 0, expectedRevision: 0 };
const codeOf = async (who: ApiSession, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
  (await who.call<{ error?: { code: string } }>(method, path, body)).body.error?.code ?? 'ok';
const publication = (who: ApiSession) =>
  who.ok<{ state: string; learners: number }>('GET', `${at}/publication`);
const learners = () => stack.simulator.peopleWith(stack.course, 'learner').length;
const home = async () => JSON.stringify(await learner.ok('GET', '/home'));

test('learners get nothing of a draft, by any way', async () => {
  await until('all are in the staff table', async () => (await publication(teacher)).learners === learners());
  for (const page of ['mine', 'submission', 'received-reviews'])
    expect(await codeOf(learner, 'GET', `${at}/${page}`)).toBe('ACTIVITY_NOT_OPEN');
  expect(await codeOf(learner, 'POST', `${at}/submission`, work)).toBe('ACTIVITY_NOT_OPEN');
  expect(await codeOf(learner, 'GET', `${at}/publication`)).toBe('FORBIDDEN');
  for (const path of ['/home', '/notices', '/notices/settings'])
    expect(JSON.stringify((await learner.call('GET', path)).body)).not.toContain(TITLE);
  expect(await teacher.ok('GET', `${at}/overview`)).toMatchObject({ title: TITLE });
});

test('before it is published, staff see what that does and what is missing', async () => {
  expect(await publication(assistant)).toMatchObject({
    state: 'draft',
    learners: learners(),
    dates: [{ step: 'handIn' }, { step: 'review' }],
    faults: [{ code: 'dateInPast', step: 'handIn' }],
    can: { publish: false, close: false, reopen: false },
  });
  expect(await codeOf(teacher, 'PUT', `${at}/publication`, { state: 'closed' })).toBe('ACTIVITY_NOT_OPEN');
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>(
    'GET',
    `${at}/peer-review`,
  );
  await teacher.ok('PUT', `${at}/peer-review`, {
    settings: { ...settings, submissionsCloseAt: buildSettings()['submissionsCloseAt'] },
    expectedRevision: revision,
  });
  expect(await publication(teacher)).toMatchObject({ state: 'draft', faults: [], can: { publish: true } });
});

test('published, closed and reopened, each once however often it is asked for', async () => {
  await teacher.ok('PUT', `${at}/publication`, { state: 'published' });
  expect(await teacher.ok('PUT', `${at}/publication`, { state: 'published' })).toMatchObject({
    can: { publish: false, close: true, reopen: false },
  });
  expect(await learner.ok('GET', `${at}/mine`)).toMatchObject({ closed: false, can: { submit: true } });
  await until('the home of the learner shows it', async () => (await home()).includes('HAND_IN'));

  await teacher.ok('PUT', `${at}/publication`, { state: 'closed' });
  expect(await learner.ok('GET', `${at}/mine`)).toMatchObject({ closed: true, can: { submit: false } });
  expect(await codeOf(learner, 'POST', `${at}/submission`, work)).toBe('SUBMISSIONS_CLOSED');
  expect(await codeOf(teacher, 'POST', `${at}/allocation`)).toBe('ACTIVITY_CLOSED');
  await until('nothing waits in a closed activity', async () => !(await home()).includes('HAND_IN'));

  await teacher.ok('PUT', `${at}/publication`, { state: 'published' });
  // What the refused request had typed is the draft now.
  await learner.ok('POST', `${at}/submission`, { ...work, expectedRevision: 1 });
  const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
  const trail = () =>
    database
      .collection('audit')
      .find({ type: { $in: ['activity.published', 'activity.closed', 'activity.reopened'] } })
      .toArray();
  await until('the audit trail tells of all three', async () => (await trail()).length === 3);
  await database.close();
});

test('an activity of another course is not there', async () => {
  expect(await codeOf(teacher, 'PUT', `/activities/${newId()}/publication`, { state: 'closed' })).toBe(
    'NOT_FOUND',
  );
});
