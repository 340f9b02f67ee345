/** Notes about learners and groups are for the teaching staff of the course, and for nobody else by any way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

interface Note {
  readonly id: string;
  readonly text: string;
  readonly author: string | null;
  readonly revision: number;
  readonly can: { readonly edit: boolean };
}

const SECRET = 'Asked for help with deadlines.';
const activityId = newId();
let stack: ApiStack;
let teacher: ApiSession;
let assistant: ApiSession;
let learner: ApiSession;
let memberId: string;

beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
  });
  teacher = await stack.open(stack.person('instructor'), link.id);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  assistant = await stack.open(stack.person('assistant'), link.id);
  learner = await stack.open(stack.person('learner'), link.id);
  memberId = learner.memberId;
}, 60_000);
afterAll(() => stack.close());

const notesOf = async (who: ApiSession): Promise<Note[]> =>
  (await who.ok<{ items: Note[] }>('GET', `/members/${memberId}/notes`)).items;
const write = (who: ApiSession, noteId: string, text: string | null, expectedRevision: number) =>
  who.call('PUT', `/members/${memberId}/notes/${noteId}`, { text, expectedRevision });

test('the teaching staff read each other’s notes, change their own, and bring back what they deleted', async () => {
  const id = newId();
  expect((await write(teacher, id, SECRET, 0)).status).toBe(200);
  // A repeated request is one note.
  expect((await write(teacher, id, SECRET, 0)).status).toBe(200);
  expect(await notesOf(assistant)).toMatchObject([
    { id, text: SECRET, author: 'Tessa Teacher', revision: 1, can: { edit: false } },
  ]);
  expect((await write(assistant, id, 'Mine now', 1)).status).toBe(403);
  expect((await write(teacher, id, 'Changed.', 1)).status).toBe(200);
  expect((await write(teacher, id, 'From an old tab', 1)).body).toMatchObject({
    error: { code: 'STALE_REVISION' },
  });
  expect((await write(teacher, id, null, 2)).status).toBe(200);
  expect(await notesOf(teacher)).toEqual([]);
  expect((await write(teacher, id, SECRET, 3)).status).toBe(200);
  expect(await notesOf(teacher)).toMatchObject([{ text: SECRET, revision: 4, can: { edit: true } }]);
});

test('of two tabs at once one writes', async () => {
  const id = newId();
  await write(teacher, id, 'First', 0);
  const answers = await Promise.all([write(teacher, id, 'One', 1), write(teacher, id, 'Two', 1)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('nothing that a learner gets holds a note, nor does the audit trail hold its text', async () => {
  await write(teacher, newId(), SECRET, 0);
  expect((await learner.call('GET', `/members/${memberId}/notes`)).status).toBe(403);
  const pages = ['mine', 'submission', 'received-reviews'].map((page) => `/activities/${activityId}/${page}`);
  for (const path of [...pages, '/home', '/notices']) {
    const { body } = await learner.call('GET', path);
    expect(JSON.stringify(body)).not.toContain('Asked for help');
  }
  const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
  const trail = () => database.collection('audit').find({ type: 'staffNote.written' }).toArray();
  await until('the audit trail tells of it', async () => (await trail()).length > 0);
  expect(JSON.stringify(await trail())).not.toContain('Asked for help');
  await database.close();
});

test('of another course’s learner there is nothing', async () => {
  const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
  const colleague = stack.simulator.addPerson(elsewhere, {
    role: 'instructor',
    givenName: 'Other',
    familyName: 'Teacher',
  });
  const stranger = await stack.open(colleague, { deepLinking: true }, elsewhere);
  expect((await stranger.call('GET', `/members/${memberId}/notes`)).status).toBe(404);
  expect((await write(stranger, newId(), 'x', 0)).status).toBe(404);
});

test('on a group the teaching staff note in the same way, and nothing that its members get holds a note', async () => {
  const setId = newId();
  await teacher.ok('POST', '/group-sets', { id: setId, name: 'Projects', copyOf: null });
  await teacher.ok('POST', `/group-sets/${setId}/groups`, {
    names: ['Red', 'Blue'],
    cap: 2,
    expectedRevision: 1,
  });
  const { items } = await teacher.ok<{ items: { id: string; name: string }[] }>(
    'GET',
    `/group-sets/${setId}/groups`,
  );
  const [blue, red] = ['Blue', 'Red'].map((name) => items.find((group) => group.name === name)?.id ?? '');
  await teacher.ok('POST', `/group-sets/${setId}/moves`, {
    moves: [{ memberId, groupId: red }],
    expectedRevision: 2,
  });
  const signUp = { opensAt: null, closesAt: null, mayChange: true, waitingList: true };
  await teacher.ok('PUT', `/group-sets/${setId}`, {
    name: 'Projects',
    hasLeaders: true,
    signUp,
    expectedRevision: 3,
  });
  const path = `/groups/${red}/notes`;
  const [id, secret] = [newId(), 'They hardly talk to each other.'];
  const written = { text: secret, expectedRevision: 0 };
  for (let n = 0; n < 2; n += 1) await teacher.ok('PUT', `${path}/${id}`, written);
  expect(await assistant.ok('GET', path)).toMatchObject({
    items: [{ id, text: secret, author: 'Tessa Teacher', can: { edit: false } }],
  });
  expect((await assistant.call('PUT', `${path}/${id}`, { text: 'x', expectedRevision: 1 })).status).toBe(403);
  // Neither another group nor a learner of the group has it.
  expect(await teacher.ok('GET', `/groups/${blue}/notes`)).toEqual({ items: [] });
  expect((await notesOf(teacher)).map(({ text }) => text)).not.toContain(secret);

  for (const method of ['GET', 'PUT'] as const) {
    const url = method === 'GET' ? path : `${path}/${newId()}`;
    expect((await learner.call(method, url, method === 'GET' ? undefined : written)).status).toBe(403);
  }
  const seen = ['/my-groups', '/home', '/notices', '/session', `/activities/${activityId}/mine`];
  for (const url of seen) {
    const { status, body } = await learner.call('GET', url);
    if (url === '/my-groups')
      expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('Red')]);
    expect(JSON.stringify(body)).not.toContain('hardly talk');
  }
  expect(JSON.stringify((await teacher.call('GET', '/groups/export')).body)).not.toContain('hardly talk');

  const elsewhere = stack.simulator.addCourse({ title: 'Far away' });
  const colleague = stack.simulator.addPerson(elsewhere, { role: 'instructor' });
  const stranger = await stack.open(colleague, { deepLinking: true }, elsewhere);
  expect((await stranger.call('GET', path)).status).toBe(404);
  expect((await stranger.call('PUT', `${path}/${newId()}`, written)).status).toBe(404);
});
