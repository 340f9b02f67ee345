/** Posts that wait until staff approve them, over HTTP: nobody else learns anything of them, whichever way they look. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { ListHeldPosts } from '../../server/src/contracts/discussion-approval.ts';
import type { z } from 'zod';
import type { ChecklistView } from '../../server/src/contracts/milestones.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addDiscussion,
  buildDiscussion,
  listThreads,
  readThread,
  reply,
  startThread,
} from '../factories/discussion.ts';
import { listen } from '../factories/live.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

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

const ALL = { everybody: true, memberIds: [] };
const held = (activityId: string) =>
  staff.ok<z.output<typeof ListHeldPosts.response>>('GET', `/discussions/${activityId}/held`);
async function moderate(activityId: string, command: object): Promise<string> {
  const path = `/discussions/${activityId}/moderation/${newId()}`;
  return (await staff.ok<{ actId: string }>('PUT', path, command)).actId;
}
const undo = (activityId: string, act: string) =>
  staff.ok('POST', `/discussions/${activityId}/moderation/${act}/undo`, {});
const noticesOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items
    .filter((notice) => notice.activityId === activityId)
    .map(({ content }) => content);
const matters = async (activityId: string) =>
  (
    await staff.ok<{ items: { activityId: string; because: { code: string; params: object } }[] }>(
      'GET',
      '/queue',
    )
  ).items.filter((item) => item.activityId === activityId && item.because.code === 'POSTS_HELD');
const edit = (who: ApiSession, activityId: string, place: string, text: string, expectedRevision: number) =>
  who.call('PUT', `/discussions/${activityId}/threads/${place}`, {
    text,
    expectedRevision,
    draftRevision: 0,
  });

/** All that one can read of a discussion, as one text. */
async function allThatIsRead(who: ApiSession, activityId: string, threadId: string): Promise<string> {
  const base = `/discussions/${activityId}`;
  const paths = [
    '',
    '/threads',
    ...['newest', 'oldest', 'votes'].map((sort) => `/threads?sort=${sort}`),
    '/threads?filter=unread',
    '/threads?filter=followed',
    '/threads?filter=unanswered',
    '/authors',
    `/threads/${threadId}`,
    `/threads/${threadId}?post=2`,
    `/threads/${threadId}/answers`,
    `/threads/${threadId}/unread`,
    `/threads/${threadId}/changes?last=1&asOf=2020-01-01T00:00:00.000Z`,
    `/threads/${threadId}/synthesis`,
    '/search?q=zeppelin',
    '/checklist',
    '/result',
  ];
  const answers = await Promise.all(paths.map((path) => who.call('GET', base + path)));
  const others = await Promise.all(['/home', '/notices'].map((path) => who.call('GET', path)));
  return JSON.stringify([...answers, ...others]);
}

test('a post that waits is there for its author and staff alone; nothing anybody else reads has changed', async () => {
  const activityId = await addDiscussion(staff, { approval: ALL });
  const threadId = await startThread(staff, activityId, 'Bridges', 'Which one?');
  await ben.ok('PUT', `/discussions/${activityId}/threads/${threadId}/following`, { on: true });
  await cem.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/1/reactions/upvote`, {
    on: true,
  });
  const clean = (text: string) => text.replaceAll(/"(?:asOf|requestId|generatedAt|now)":"[^"]*"/g, '');
  const before = clean(await allThatIsRead(ben, activityId, threadId));
  const topics = () =>
    database
      .collection('hints')
      .find({ _id: { $regex: `(discussion|thread)/${activityId}` } as never })
      .toArray();
  await until('hints are there', async () => (await topics()).length === 2);
  const hints = JSON.stringify(await topics());
  const n = await reply(ada, activityId, threadId, 1, 'A zeppelin needs no bridge');
  const own = await startThread(ada, activityId, 'Zeppelins', 'Another zeppelin');
  await until('it waits in the queue', async () => (await matters(activityId)).length === 1);
  expect(await matters(activityId)).toMatchObject([{ because: { params: { name: 'Bridges', count: 2 } } }]);
  expect(clean(await allThatIsRead(ben, activityId, threadId))).toBe(before);
  expect(JSON.stringify(await topics())).toBe(hints);
  for (const path of [`/threads/${own}`, `/threads/${own}?post=1`])
    expect((await ben.call('GET', `/discussions/${activityId}${path}`)).status).toBe(404);
  // Nor is it there for whoever guesses its place.
  const place = `/discussions/${activityId}/threads/${threadId}/posts/${n}`;
  const answer = { id: newId(), replyTo: n, text: 'What?', draftRevision: 0 };
  const tries = [
    await ben.call('POST', `/discussions/${activityId}/threads/${threadId}/posts`, answer),
    await ben.call('POST', `/discussions/${activityId}/threads/${own}/posts`, { ...answer, replyTo: 1 }),
    await ben.call('PUT', `${place}/reactions/thanks`, { on: true }),
    await ben.call('PUT', `${place}/report`, { reason: 'Rude' }),
    await ben.call('DELETE', place),
    await edit(ben, activityId, `${threadId}/posts/${n}`, 'Mine', 1),
    await ben.call('PUT', `/discussions/${activityId}/threads/${own}/following`, { on: true }),
  ];
  expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
  for (const who of [ben, cem])
    expect((await who.call('GET', `/discussions/${activityId}/held`)).status).toBe(403);
  const forAda = await readThread(ada, activityId, threadId);
  expect(forAda.items[1]).toMatchObject({ isWaiting: true, can: { edit: true, delete: true, reply: false } });
  expect(forAda).toMatchObject({ posts: 1 });
  expect((await listThreads(ada, activityId)).items.map(({ title }) => title)).toContain('Zeppelins');
  expect((await readThread(staff, activityId, threadId)).items[1]).toMatchObject({ can: { approve: true } });
  expect(await staff.ok('GET', `/discussions/${activityId}`)).toMatchObject({ waiting: 2 });
  for (const who of [ada, ben])
    expect(await who.ok('GET', `/discussions/${activityId}`)).toMatchObject({ waiting: null });
  expect(await held(activityId)).toMatchObject({
    everybody: true,
    items: [
      { threadId, n, title: 'Bridges', author: { name: room.names[0] } },
      { threadId: own, n: 1, title: 'Zeppelins' },
    ],
  });
});

test('what is approved is there as if it had been so from when it was written, and everybody is told then', async () => {
  const milestone = { n: 1, kind: 'any', count: 1, words: 0, differentPeople: false, points: 5 } as const;
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  const activityId = await addDiscussion(staff, {
    approval: ALL,
    mode: 'postFirst',
    milestones: [{ ...milestone, dueAt }],
  });
  const threadId = await startThread(ben, activityId, 'Ropes', 'Of hemp');
  const early = await startThread(staff, activityId, 'Welcome', 'Say hello');
  // Writing it counts for who has to post first.
  expect((await listThreads(ben, activityId)).items.map(({ title }) => title).toSorted()).toEqual([
    'Ropes',
    'Welcome',
  ]);
  await moderate(activityId, { kind: 'approve', threadId, n: 1 });
  const met = async (who: ApiSession) =>
    (await who.ok<ChecklistView>('GET', `/discussions/${activityId}/checklist`)).items[0]?.met;
  expect(await met(ben)).toBe(true);
  const own = await startThread(ada, activityId, 'Mine', 'Hello');
  const n = await reply(ada, activityId, early, 1, 'Hello you');
  expect(await met(ada)).toBe(false);
  await reply(ada, activityId, threadId, 1, 'Hemp tears');
  // The date passes while staff have not looked.
  await database
    .collection('activities')
    .updateOne(
      { _id: activityId as never },
      { $set: { 'settings.milestones.0.dueAt': new Date(Date.now() - 1_000).toISOString() } },
    );
  await database
    .collection('posts')
    .updateMany(
      { activityId, authorId: ada.memberId },
      { $set: { at: new Date(Date.now() - 60_000), 'hide.at': new Date(Date.now() - 60_000) } },
    );
  expect(await met(ada)).toBe(false);
  await until('Ben hears that it is approved', async () =>
    JSON.stringify(await noticesOf(ben, activityId)).includes('postApproved'),
  );
  expect(await noticesOf(ben, activityId)).toHaveLength(1);
  await moderate(activityId, { kind: 'approve', threadId, n: 2 });
  expect(await met(ada)).toBe(true);
  await until('Ben hears of the reply', async () =>
    (await noticesOf(ben, activityId)).some(({ kind }) => kind === 'postReply'),
  );
  await until('and Ada that hers is approved', async () =>
    (await noticesOf(ada, activityId)).some(({ kind }) => kind === 'postApproved'),
  );
  expect(await readThread(ben, activityId, threadId)).toMatchObject({ posts: 2, unread: 1, last: 2 });
  expect(
    (await ben.ok<{ items: unknown[] }>('GET', `/discussions/${activityId}/search?q=hemp`)).items,
  ).toHaveLength(2);
  // Two at once: the second hears that somebody was faster.
  const again = await staff.call('PUT', `/discussions/${activityId}/moderation/${newId()}`, {
    kind: 'approve',
    threadId,
    n: 2,
  });
  expect(codeOf(again)).toBe('STALE_REVISION');
  const act = await moderate(activityId, { kind: 'refuse', threadId: early, n, reason: 'Too short' });
  await until('Ada hears why', async () =>
    JSON.stringify(await noticesOf(ada, activityId)).includes('Too short'),
  );
  const forAda = (await readThread(ada, activityId, early)).items[1];
  expect(forAda).toMatchObject({ hidden: { reason: 'Too short', isRefused: true }, isWaiting: false });
  expect((await readThread(ben, activityId, early)).items).toHaveLength(1);
  await until('one is left', async () => JSON.stringify(await matters(activityId)).includes('"count":1'));
  expect((await held(activityId)).items).toMatchObject([{ threadId: own }]);
  await undo(activityId, act);
  expect((await held(activityId)).items).toHaveLength(2);
  expect((await readThread(ben, activityId, early)).items).toHaveLength(1);
});

test('an edit of what was approved waits again, and what was approved by mistake is hidden with its place', async () => {
  const activityId = await addDiscussion(staff, { approval: ALL });
  const threadId = await startThread(ada, activityId, 'Arches', 'Of stone');
  const act = await moderate(activityId, { kind: 'approve', threadId, n: 1 });
  await reply(staff, activityId, threadId, 1, 'Which stone?');
  await undo(activityId, act);
  const shown = async (who: ApiSession) => (await readThread(who, activityId, threadId)).items[0];
  expect(await shown(ben)).toMatchObject({
    text: null,
    hidden: { act: null, reason: null, isRefused: false },
  });
  expect(await shown(ada)).toMatchObject({ isWaiting: true });
  await moderate(activityId, { kind: 'approve', threadId, n: 1 });
  expect(await shown(ben)).toMatchObject({ hidden: null });
  const revision = (await shown(ada))?.revision ?? 0;
  expect((await edit(ada, activityId, `${threadId}/posts/1`, 'Of spam', revision)).status).toBe(200);
  for (const text of [await shown(ben), (await ben.call('GET', `/discussions/${activityId}/threads`)).body])
    expect(JSON.stringify(text)).not.toMatch(/spam|Arches/);
  expect((await held(activityId)).items).toMatchObject([{ n: 1, isAgain: true }]);
  // Still its author's, to be changed and deleted.
  expect((await edit(ada, activityId, `${threadId}/posts/1`, 'Of sandstone', revision + 1)).status).toBe(200);
  await moderate(activityId, { kind: 'approve', threadId, n: 1 });
  expect(JSON.stringify(await shown(ben))).toContain('Of sandstone');
  const lone = await startThread(ada, activityId, 'Slip', 'Oh');
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${lone}/posts/1`);
  expect((await held(activityId)).items).toEqual([]);
  expect((await ada.call('GET', `/discussions/${activityId}/threads/${lone}`)).status).toBe(404);
  // What is moved while it waits goes on waiting there.
  const n = await reply(ben, activityId, threadId, 1, 'Of granite');
  const split = await moderate(activityId, { kind: 'split', threadId, n, title: 'Granite' });
  expect((await cem.call('GET', `/discussions/${activityId}/threads/${split}`)).status).toBe(404);
  expect(codeOf(await cem.call('GET', `/discussions/${activityId}/threads/${threadId}?post=${n}`))).not.toBe(
    'POST_MOVED',
  );
  await moderate(activityId, { kind: 'approve', threadId: split, n: 1 });
  expect(await readThread(cem, activityId, split)).toMatchObject({ title: 'Granite', posts: 1 });
});

test('staff approve all that they have read, each by an act of its own; what was changed since goes on waiting', async () => {
  const activityId = await addDiscussion(staff, { approval: ALL });
  const ear = await listen(staff, [`moderation/${activityId}`]);
  const [first, second] = [
    await startThread(ada, activityId, 'One'),
    await startThread(ben, activityId, 'Two'),
  ];
  // While it is looked at anew who may listen, in how the topics stand then.
  const stands = () => ear.ready.some(({ items }) => items.some(({ revision }) => revision !== null));
  await until('staff hear of it at once', () => ear.changes.length > 0 || stands());
  ear.close();
  expect((await listen(cem, [`moderation/${activityId}`])).status).toBe(404);
  const posts = (await held(activityId)).items.map(({ threadId, n, revision }) => ({
    threadId,
    n,
    revision,
  }));
  expect((await edit(ben, activityId, `${second}/posts/1`, 'Of spam', 1)).status).toBe(200);
  const all = `/discussions/${activityId}/held/approval/${newId()}`;
  expect((await ben.call('PUT', all, { posts })).status).toBe(403);
  expect(await staff.ok('PUT', all, { posts })).toEqual({ approved: 1, left: 1 });
  expect((await listThreads(cem, activityId)).items.map(({ id }) => id)).toEqual([first]);
  const stale = { kind: 'approve', threadId: second, n: 1, revision: 1 };
  const path = `/discussions/${activityId}/moderation`;
  expect(codeOf(await staff.call('PUT', `${path}/${newId()}`, stale))).toBe('STALE_REVISION');
  // Again it does nothing twice, and one of them is taken back by itself.
  expect(await staff.ok('PUT', all, { posts })).toEqual({ approved: 0, left: 2 });
  const { items } = await staff.ok<{ items: { id: string; kind: string; threadId: string }[] }>('GET', path);
  expect(items).toMatchObject([{ kind: 'approve', threadId: first }]);
  await undo(activityId, items[0]?.id ?? '');
  expect((await held(activityId)).items).toHaveLength(2);
  const settings = buildDiscussion();
  const { effects } = await staff.ok<{ effects: object[] }>('POST', `/discussions/${activityId}/preview`, {
    settings,
  });
  expect(effects).toMatchObject([{ code: 'approvalChanged', isOn: false, waiting: 2 }]);
});

test('posts of one person wait, not where that would tell who writes; learners choose nothing', async () => {
  const activityId = await addDiscussion(staff);
  const path = (id: string) => `/discussions/${id}/participants/${ada.memberId}/approval`;
  expect((await ada.call('PUT', path(activityId), { waits: true })).status).toBe(403);
  await staff.ok('PUT', path(activityId), { waits: true });
  expect(await ada.ok('GET', `/discussions/${activityId}`)).toMatchObject({ waitsForApproval: true });
  expect(await ben.ok('GET', `/discussions/${activityId}`)).toMatchObject({ waitsForApproval: false });
  await startThread(ada, activityId, 'Mine');
  await startThread(ben, activityId, 'Ropes');
  expect((await listThreads(cem, activityId)).items.map(({ title }) => title)).toEqual(['Ropes']);
  expect(await held(activityId)).toMatchObject({ people: [{ memberId: ada.memberId, name: room.names[0] }] });
  await staff.ok('PUT', path(activityId), { waits: false });
  await startThread(ada, activityId, 'At once');
  expect((await listThreads(cem, activityId)).items).toHaveLength(2);
  expect((await held(activityId)).items).toHaveLength(1);
  const secret = await addDiscussion(staff, { anonymity: 'full' });
  expect((await staff.call('PUT', path(secret), { waits: true })).status).toBe(400);
  const settings = buildDiscussion({ anonymity: 'full', approval: { everybody: true, memberIds: [] } });
  await staff.ok('PUT', `/discussions/${secret}`, { settings, expectedRevision: 1 });
  await startThread(ada, secret, 'Secret');
  const text = JSON.stringify([await held(secret), await matters(secret)]);
  for (const name of [room.names[0] ?? '', ada.memberId]) expect(text).not.toContain(name);
});

test('whose posts wait is an act: staff read who has held whom, each is taken back, and the audit trail says it', async () => {
  const activityId = await addDiscussion(staff);
  const path = (who: ApiSession) => `/discussions/${activityId}/participants/${who.memberId}/approval`;
  const waits = async (who: ApiSession) =>
    (await who.ok<{ waitsForApproval: boolean }>('GET', `/discussions/${activityId}`)).waitsForApproval;
  const acts = async () =>
    (
      await staff.ok<{ items: { id: string; kind: string; undone: object | null }[] }>(
        'GET',
        `/discussions/${activityId}/moderation`,
      )
    ).items;
  const threadId = await startThread(staff, activityId, 'Bridges');
  await moderate(activityId, { kind: 'pin', threadId });
  await staff.ok('PUT', path(ada), { waits: true });
  // Again it does nothing, nor does letting somebody go who is not held.
  await staff.ok('PUT', path(ada), { waits: true });
  await staff.ok('PUT', path(ben), { waits: false });
  expect(await acts()).toMatchObject([
    { kind: 'hold', threadId: null, n: null, title: '', member: { name: room.names[0] }, undone: null },
    { kind: 'pin', threadId, member: null },
  ]);
  const [held] = await acts();
  await staff.ok('PUT', path(ada), { waits: false });
  const [released] = await acts();
  expect(released).toMatchObject({ kind: 'release', member: { name: room.names[0] } });
  // Something else was done since.
  const undoing = `/discussions/${activityId}/moderation/${held?.id}/undo`;
  expect(codeOf(await staff.call('POST', undoing, {}))).toBe('STALE_REVISION');
  expect((await ada.call('POST', undoing, {})).status).toBe(403);
  await undo(activityId, released?.id ?? '');
  expect(await waits(ada)).toBe(true);
  await undo(activityId, held?.id ?? '');
  expect([await waits(ada), await waits(ben)]).toEqual([false, false]);
  // Again it does nothing twice.
  await undo(activityId, held?.id ?? '');
  expect((await acts()).map(({ kind, undone }) => [kind, undone !== null])).toEqual([
    ['release', true],
    ['hold', true],
    ['pin', false],
  ]);
  const told = () =>
    database
      .collection('audit')
      .find({ 'data.activityId': activityId, 'data.memberId': ada.memberId })
      .sort({ at: 1, _id: 1 })
      .toArray();
  await until('all is audited', async () => (await told()).length === 4);
  const actor = { memberId: staff.memberId };
  expect(await told()).toMatchObject([
    { type: 'moderation.done', actor, data: { kind: 'hold', act: held?.id } },
    { type: 'moderation.done', actor, data: { kind: 'release', act: released?.id } },
    { type: 'moderation.undone', actor, data: { kind: 'release', act: released?.id } },
    { type: 'moderation.undone', actor, data: { kind: 'hold', act: held?.id } },
  ]);
  // Who is held hears of it nowhere.
  expect(await noticesOf(ada, activityId)).toEqual([]);
  expect((await ada.call('GET', `/discussions/${activityId}/moderation`)).status).toBe(403);
});
