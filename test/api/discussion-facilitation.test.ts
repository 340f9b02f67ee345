/** What staff should look at in a discussion, over HTTP: the panel, the queue, nudges; and who stands in none of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { FacilitationView } from '../../server/src/contracts/discussion-facilitation.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

const DAY_MS = 86_400_000;
let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cem: ApiSession;
let database: mongoose.Connection;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben, cem] = [room.staff, room.learner(0), room.learner(1), room.learner(2)];
  database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
}, 60_000);
afterAll(async () => {
  await database.close();
  await room.stack.close();
});

/** As if it had been made, and started, some days ago. */
const age = (collection: string, id: string, field: string, days: number) =>
  database
    .collection<{ _id: string }>(collection)
    .updateOne({ _id: id }, { $set: { [field]: new Date(Date.now() - days * DAY_MS) } });
const look = (activityId: string) =>
  staff.ok<FacilitationView>('GET', `/discussions/${activityId}/facilitation`);
const nudge = (activityId: string, memberIds: string[], id = newId()) =>
  staff.ok<{ nudged: number }>('PUT', `/discussions/${activityId}/nudges/${id}`, { memberIds });
const toldOf = async (who: ApiSession, activityId: string) => {
  const { items } = await who.ok<{ items: { activityId: string; content: { kind: string } }[] }>(
    'GET',
    '/notices',
  );
  return items.filter((one) => one.activityId === activityId).map(({ content }) => content.kind);
};
const waiting = async (activityId: string) => {
  const queue = await staff.ok<{ items: { activityId: string; because: { code: string } }[] }>(
    'GET',
    '/queue?limit=100',
  );
  return queue.items.filter((one) => one.activityId === activityId).map(({ because }) => because.code);
};

test('staff see what nobody answers, who is quiet and who has most of a thread, in the discussion and in the queue', async () => {
  const activityId = await addDiscussion(staff);
  const lonely = await startThread(ada, activityId, 'Lonely');
  await startThread(ada, activityId, 'Fresh');
  const talk = await startThread(ada, activityId, 'Talk');
  for (let n = 0; n < 6; n += 1) await reply(n === 0 ? ben : ada, activityId, talk, 1, `Post ${n}`);
  expect(await look(activityId)).toMatchObject({ unanswered: [], quiet: [], quietCount: 0 });
  await age('threads', lonely, 'startedAt', 3);
  await age('activities', activityId, 'createdAt', 10);
  // Whoever writes brings what is waited for up to date.
  await reply(ben, activityId, talk, 1, 'Last');
  const found = await look(activityId);
  expect(found.unanswered).toMatchObject([{ threadId: lonely, title: 'Lonely', posts: 1 }]);
  expect(found.oneSided).toMatchObject([
    { threadId: talk, percent: 75, most: { kind: 'person', name: room.names[0] } },
  ]);
  const quiet = found.quiet?.map(({ memberId }) => memberId) ?? [];
  expect(quiet).toContain(cem.memberId);
  for (const one of [ada, ben, staff]) expect(quiet).not.toContain(one.memberId);
  await until('it waits for staff', async () => (await waiting(activityId)).length === 3);
  expect((await waiting(activityId)).toSorted()).toEqual([
    'MEMBERS_QUIET',
    'THREADS_ONE_SIDED',
    'THREADS_UNANSWERED',
  ]);
  await reply(staff, activityId, lonely, 1, 'Here I am');
  await until('one waits no more', async () => (await waiting(activityId)).length === 2);
  for (const one of [ada, cem]) {
    expect((await one.call('GET', `/discussions/${activityId}/facilitation`)).status).toBe(403);
    expect(
      (await one.call('PUT', `/discussions/${activityId}/nudges/${newId()}`, { memberIds: [ben.memberId] }))
        .status,
    ).toBe(403);
  }
});

test('who is quiet gets a notice, once a day at most; who is not, or has no place to write, gets none', async () => {
  const set = await makeGroups(room, { Blue: [0, 2] });
  const activityId = await addDiscussion(staff, { groupSetId: set.id });
  await startThread(ada, activityId, 'Mine');
  await age('activities', activityId, 'createdAt', 10);
  const wanted = [ada.memberId, ben.memberId, cem.memberId];
  const id = newId();
  expect(await nudge(activityId, wanted, id)).toEqual({ nudged: 1 });
  await until('they are told', async () => (await toldOf(cem, activityId)).includes('nudged'));
  expect(await nudge(activityId, wanted)).toEqual({ nudged: 0 });
  const found = await look(activityId);
  expect(found.quiet).toMatchObject([{ memberId: cem.memberId, lastPostAt: null }]);
  expect(found.quiet?.[0]?.nudgedAt).not.toBeNull();
  expect((await toldOf(cem, activityId)).filter((kind) => kind === 'nudged')).toHaveLength(1);
  for (const one of [ada, ben]) expect(await toldOf(one, activityId)).not.toContain('nudged');
});

test('where nobody is to be known, nobody is called quiet or too loud, and nobody can be nudged', async () => {
  const activityId = await addDiscussion(staff, { anonymity: 'full', title: 'Secret' });
  const threadId = await startThread(ada, activityId, 'Whose');
  for (let n = 0; n < 6; n += 1) await reply(ada, activityId, threadId, 1, `Post ${n}`);
  const lonely = await startThread(ben, activityId, 'Nobody');
  await age('threads', lonely, 'startedAt', 3);
  await age('activities', activityId, 'createdAt', 10);
  await reply(ada, activityId, threadId, 1, 'Last');
  const found = await look(activityId);
  expect(found).toMatchObject({ quiet: null, quietCount: 0, oneSided: [] });
  expect(found.unanswered).toMatchObject([{ threadId: lonely }]);
  // The hour alone, not the minute at which somebody has written.
  expect(found.unanswered[0]?.since).toMatch(/:00:00\.000Z$/);
  for (const one of [ada, ben, cem]) expect(JSON.stringify(found)).not.toContain(one.memberId);
  expect(await nudge(activityId, [cem.memberId])).toEqual({ nudged: 0 });
  await until('one thing waits', async () => (await waiting(activityId)).length === 1);
  expect(await waiting(activityId)).toEqual(['THREADS_UNANSWERED']);
});

const synthesisOf = (activityId: string, threadId: string) =>
  `/discussions/${activityId}/threads/${threadId}/synthesis`;

test('a synthesis is read by all who read the thread, its versions by staff alone; taking it away is undone', async () => {
  const set = await makeGroups(room, { Blue: [0], Red: [1] });
  const activityId = await addDiscussion(staff, { groupSetId: set.id });
  const threadId = await startThread(ada, activityId, 'Of Blue');
  const path = synthesisOf(activityId, threadId);
  expect(await ada.ok('GET', path)).toEqual({ synthesis: null, can: { write: false } });
  expect((await ada.call('PUT', path, { text: 'Mine', expectedRevision: 0 })).status).toBe(403);
  const save = (text: string | null, expectedRevision: number, divergent: string | null = null) =>
    staff.call('PUT', path, { text, divergent, expectedRevision });
  expect((await save('Arches it is.', 0, 'Some prefer ropes.')).status).toBe(200);
  expect((await save('Too late.', 0)).status).toBe(409);
  expect((await save(null, 1)).status).toBe(200);
  expect(await ada.ok('GET', path)).toEqual({ synthesis: null, can: { write: false } });
  expect((await save('Arches it is.', 2, 'Some prefer ropes.')).status).toBe(200);
  const shown = JSON.stringify(await ada.ok('GET', path));
  for (const said of ['Arches it is.', 'Some prefer ropes.', '"revision":3']) expect(shown).toContain(said);
  expect(shown).not.toContain(staff.memberId);
  const history = await staff.ok<{ items: { text: unknown; revision: number }[] }>('GET', `${path}/history`);
  expect(history.items.map(({ revision, text }) => [revision, text === null])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await ada.call('GET', `${path}/history`)).status).toBe(403);
  expect((await ben.call('GET', path)).status).toBe(404);
});

test('a synthesis names nobody whom peers do not know there, and tells staff nothing of whom they do not know', async () => {
  const name = room.names[0] ?? '';
  const saveIn = async (anonymity: 'none' | 'peers' | 'full') => {
    const activityId = await addDiscussion(staff, { anonymity });
    const threadId = await startThread(ada, activityId, 'Whose');
    const said = { text: `As ${name.toUpperCase()} says.`, expectedRevision: 0 };
    return (await staff.call('PUT', synthesisOf(activityId, threadId), said)).status;
  };
  // Refusing the name of somebody whom staff do not know would say who it is.
  expect([await saveIn('none'), await saveIn('peers'), await saveIn('full')]).toEqual([200, 422, 200]);
});

test('staff ask everybody about a post, in the space where it is; learners do not', async () => {
  const set = await makeGroups(room, { Blue: [0], Red: [1] });
  const activityId = await addDiscussion(staff, { groupSetId: set.id, anonymity: 'peers' });
  const source = await startThread(ada, activityId, 'Of Blue', 'Why not paper?');
  const ask = (who: ApiSession, threadId: string, about: object) =>
    who.call('PUT', `/discussions/${activityId}/threads/${threadId}`, {
      title: 'For all',
      text: 'What do you think?',
      draftRevision: 0,
      about,
      ...(who === staff && { group: 'all' }),
    });
  expect((await ask(ada, newId(), { threadId: source, n: 1 })).status).toBe(403);
  expect((await ask(staff, newId(), { threadId: source, n: 7 })).status).toBe(404);
  const threadId = newId();
  expect((await ask(staff, threadId, { threadId: source, n: 1 })).status).toBe(200);
  const asked = await readThread(ada, activityId, threadId);
  expect(asked.about).toEqual({ threadId: source, n: 1 });
  expect((await ben.call('GET', `/discussions/${activityId}/threads/${threadId}`)).status).toBe(404);
  expect((await listThreads(ben, activityId)).items).toEqual([]);
});
