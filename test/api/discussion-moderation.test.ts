/** Moderation over HTTP: who sees what of it, what it closes, and that each act undone leaves what was there before. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import type * as moderation from '../../server/src/contracts/discussion-moderation.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { ChecklistView } from '../../server/src/contracts/milestones.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let database: mongoose.Connection;

beforeAll(async () => {
  room = await openRoom(2);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
  database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
}, 60_000);
afterAll(async () => {
  await database.close();
  await room.stack.close();
});

const call = (who: ApiSession, activityId: string, command: object) =>
  who.call('PUT', `/discussions/${activityId}/moderation/${newId()}`, command);
async function moderate(activityId: string, command: object): Promise<string> {
  const path = `/discussions/${activityId}/moderation/${newId()}`;
  return (await staff.ok<{ actId: string }>('PUT', path, command)).actId;
}
const undo = (activityId: string, act: string) =>
  staff.ok('POST', `/discussions/${activityId}/moderation/${act}/undo`, {});
const write = (who: ApiSession, activityId: string, threadId: string, replyTo = 1) =>
  who.call('POST', `/discussions/${activityId}/threads/${threadId}/posts`, {
    id: newId(),
    replyTo,
    text: 'More.',
    draftRevision: 0,
  });
const titlesOf = async (who: ApiSession, activityId: string, query = '') =>
  (await listThreads(who, activityId, query)).items.map(({ title }) => title);
const found = async (who: ApiSession, activityId: string, q: string) =>
  (await who.ok<{ items: unknown[] }>('GET', `/discussions/${activityId}/search?q=${q}`)).items.length;

test('what is hidden is read by its author and staff alone, and is found and counted for nobody', async () => {
  const activityId = await addDiscussion(staff, {
    mode: 'question',
    anonymity: 'peers',
    milestones: [{ n: 1, kind: 'reply', count: 1, words: 0, differentPeople: false, dueAt: null, points: 5 }],
  });
  const threadId = await startThread(ben, activityId, 'Arches');
  const n = await reply(ada, activityId, threadId, 1, 'Zeppelins are stupid');
  await reply(ben, activityId, threadId, n, 'Perhaps.');
  const act = await moderate(activityId, { kind: 'hide', threadId, n, reason: 'Rude words' });
  const forBen = await readThread(ben, activityId, threadId);
  expect(forBen.items[1]).toMatchObject({ text: null, hidden: { act: null, reason: null }, reactions: [] });
  expect(forBen).toMatchObject({ posts: 2, unread: 0 });
  for (const text of [
    JSON.stringify(forBen),
    JSON.stringify(await readThread(ben, activityId, threadId, '/answers')),
  ])
    for (const secret of ['Zeppelins', 'Rude words', act, staff.memberId, ada.memberId])
      expect(text).not.toContain(secret);
  const own = (await readThread(ada, activityId, threadId)).items[1];
  expect(own).toMatchObject({
    hidden: { act: null, reason: 'Rude words' },
    can: { edit: false, reply: false },
  });
  expect(JSON.stringify(own?.text)).toContain('Zeppelins');
  expect((await readThread(staff, activityId, threadId)).items[1]).toMatchObject({
    hidden: { act, reason: 'Rude words' },
  });
  expect([await found(ben, activityId, 'zeppelins'), await found(staff, activityId, 'zeppelins')]).toEqual([
    0, 0,
  ]);
  const checklist = () => ada.ok<ChecklistView>('GET', `/discussions/${activityId}/checklist`);
  expect((await checklist()).items).toMatchObject([{ met: false }]);
  expect((await write(ben, activityId, threadId, n)).status).toBe(409);
  const path = `/discussions/${activityId}/threads/${threadId}/posts/${n}`;
  expect((await ben.call('PUT', `${path}/reactions/upvote`, { on: true })).status).toBe(409);
  expect((await ben.call('PUT', `${path}/acceptance`, { accepted: true })).status).toBe(403);
  await undo(activityId, act);
  expect(JSON.stringify((await readThread(ben, activityId, threadId)).items[1]?.text)).toContain('Zeppelins');
  expect(await found(ben, activityId, 'zeppelins')).toBe(1);
  expect((await checklist()).items).toMatchObject([{ met: true }]);
});

test('a thread whose beginning is hidden is called nothing to others, wherever it is named', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Insulting');
  await reply(ben, activityId, threadId, 1, 'Mildness helps');
  await moderate(activityId, { kind: 'hide', threadId, n: 1, reason: 'An insult' });
  const list = await listThreads(ben, activityId);
  expect(list.items).toMatchObject([{ title: '', author: { name: null, alias: null } }]);
  const search = await ben.ok('GET', `/discussions/${activityId}/search?q=mildness`);
  const texts = [list, search, await readThread(ben, activityId, threadId)].map((one) => JSON.stringify(one));
  for (const text of texts) expect(text).not.toMatch(/Insult|insult/);
  expect([await titlesOf(ada, activityId), await titlesOf(staff, activityId)]).toEqual([
    ['Insulting'],
    ['Insulting'],
  ]);
  // Nothing of another thread is left to read, and it is there: staff can take it back.
  const alone = await startThread(ada, activityId, 'Only this');
  const act = await moderate(activityId, { kind: 'hide', threadId: alone, n: 1, reason: 'An insult' });
  expect((await readThread(staff, activityId, alone)).items).toHaveLength(1);
  await undo(activityId, act);
  expect(await titlesOf(ben, activityId)).toContain('Only this');
});

test('pinned threads head the list once; in locked and closed ones staff alone write, and drafts are kept', async () => {
  const activityId = await addDiscussion(staff);
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three']) ids.push(await startThread(ada, activityId, title));
  const [first = ''] = ids;
  await moderate(activityId, { kind: 'pin', threadId: first });
  expect(await titlesOf(ben, activityId, '?sort=newest')).toEqual(['One', 'Three', 'Two']);
  const page = await listThreads(ben, activityId, '?sort=newest&limit=1');
  expect(page.items.map(({ title }) => title)).toEqual(['One', 'Three']);
  expect(await titlesOf(ben, activityId, `?sort=newest&limit=1&after=${page.next}`)).toEqual(['Two']);
  const lock = await moderate(activityId, { kind: 'lock', threadId: first });
  expect(await moderate(activityId, { kind: 'lock', threadId: first })).toBe(lock);
  const refused = await write(ben, activityId, first);
  expect([refused.status, JSON.stringify(refused)]).toEqual([409, expect.stringContaining('THREAD_LOCKED')]);
  const draft = await ben.ok('GET', `/discussions/${activityId}/drafts/${first}-1`);
  expect(JSON.stringify(draft)).toContain('More.');
  expect((await write(staff, activityId, first)).status).toBe(200);
  const path = `/discussions/${activityId}/threads/${first}/posts/1`;
  expect((await ada.call('DELETE', path)).status).toBe(409);
  expect(await readThread(ben, activityId, first)).toMatchObject({
    can: { reply: false, moderate: false },
    standing: { pin: { act: null }, lock: { act: null } },
  });
  await undo(activityId, lock);
  const past = new Date(Date.now() - 1_000).toISOString();
  await moderate(activityId, {
    kind: 'close',
    threadId: first,
    until: new Date(Date.now() + 9e6).toISOString(),
  });
  expect((await write(ben, activityId, first)).status).toBe(200);
  const closed = await moderate(activityId, { kind: 'close', threadId: first, until: past });
  expect((await write(ben, activityId, first)).status).toBe(409);
  await undo(activityId, closed);
  expect((await write(ben, activityId, first)).status).toBe(200);
});

test('learners moderate nothing; what was done since is not undone below it; the story names everything', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  expect((await call(ada, activityId, { kind: 'pin', threadId })).status).toBe(403);
  expect((await ada.call('GET', `/discussions/${activityId}/moderation`)).status).toBe(403);
  expect((await call(staff, activityId, { kind: 'hide', threadId, n: 1, reason: ' ' })).status).toBe(400);
  const other = await addDiscussion(staff);
  expect((await call(staff, other, { kind: 'pin', threadId })).status).toBe(404);
  const one = await moderate(activityId, { kind: 'hide', threadId, n: 1, reason: 'First' });
  const two = await moderate(activityId, { kind: 'hide', threadId, n: 1, reason: 'Second' });
  const early = await staff.call('POST', `/discussions/${activityId}/moderation/${one}/undo`, {});
  expect(early.status).toBe(409);
  await undo(activityId, two);
  await undo(activityId, one);
  const { items } = await staff.ok<{ items: moderation.ModerationActView[] }>(
    'GET',
    `/discussions/${activityId}/moderation`,
  );
  expect(items).toMatchObject([
    { reason: 'Second', kind: 'hide', n: 1, title: 'Arches', undone: {} },
    { reason: 'First', undone: {} },
  ]);
  await until('the audit trail tells it', async () => {
    const types = await database
      .collection('audit')
      .find({ type: /^moderation/, 'data.activityId': activityId })
      .sort({ at: 1 })
      .toArray();
    return (
      types.map(({ type }) => String(type)).join() ===
      'moderation.done,moderation.done,moderation.undone,moderation.undone'
    );
  });
});

/** All that is kept of a discussion's threads and posts, without what counts changes. */
async function stateOf(activityId: string): Promise<unknown> {
  const without = { revision: 0, events: 0, eventsSince: 0, changedAt: 0 };
  const read = (name: string) =>
    database.collection(name).find({ activityId }, { projection: without }).sort({ _id: 1 }).toArray();
  return JSON.parse(JSON.stringify(await Promise.all([read('threads'), read('posts')]))) as unknown;
}

test('any acts, undone one by one, leave what was there before', async () => {
  const activityId = await addDiscussion(staff);
  const ids = [await startThread(ada, activityId, 'Arches'), await startThread(ben, activityId, 'Ropes')];
  for (const threadId of ids) await reply(ben, activityId, threadId, 1, 'Stone carries load.');
  const command = fc
    .record({
      kind: fc.constantFrom('pin', 'lock', 'close', 'hide'),
      threadId: fc.constantFrom(...ids),
      n: fc.integer({ min: 1, max: 2 }),
      hour: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ kind, threadId, n, hour }) => ({
      kind,
      threadId,
      ...(kind === 'close' && { until: new Date(Date.UTC(2030, 0, 1, hour)).toISOString() }),
      ...(kind === 'hide' && { n, reason: `Reason ${hour}` }),
    }));
  const before = await stateOf(activityId);
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 6 }), async (commands) => {
      const acts: string[] = [];
      for (const one of commands) {
        const act = await moderate(activityId, one);
        if (!acts.includes(act)) acts.push(act);
      }
      for (const act of acts.toReversed()) await undo(activityId, act);
      expect(await stateOf(activityId)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 60_000);

const noticesOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items
    .filter((notice) => notice.activityId === activityId && /^post[HS]/.test(notice.content.kind))
    .map(({ content, state }) => ({ ...content, state }));

test('who wrote a post is told that it is hidden, why, and that it is shown again; nobody else is', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  const n = await reply(ben, activityId, threadId, 1, 'You are stupid');
  const act = await moderate(activityId, { kind: 'hide', threadId, n, reason: 'Rude words' });
  await until('they are told', async () => (await noticesOf(ben, activityId)).length === 1);
  expect(await noticesOf(ben, activityId)).toEqual([
    { kind: 'postHidden', place: { threadId, n }, reason: 'Rude words', state: 'open' },
  ]);
  await undo(activityId, act);
  const all = async (who: ApiSession) => JSON.stringify(await who.ok('GET', '/notices'));
  await until('they are told again', async () => (await all(ben)).includes('postShown'));
  expect(await all(ben)).not.toContain(staff.memberId);
  for (const other of [ada, staff]) expect(await noticesOf(other, activityId)).toEqual([]);
  // What staff do about their own is no news to them.
  const own = await reply(staff, activityId, threadId, 1, 'A slip');
  await moderate(activityId, { kind: 'hide', threadId, n: own, reason: 'Mine' });
  const last = await reply(ben, activityId, threadId, 1, 'Sorry');
  await moderate(activityId, { kind: 'hide', threadId, n: last, reason: 'Once more' });
  await until('events went by', async () => (await noticesOf(ben, activityId)).length === 3);
  // What they are told of one post says nothing of another.
  expect(await noticesOf(ben, activityId)).toMatchObject([
    { kind: 'postHidden', reason: 'Once more', state: 'open' },
    { kind: 'postShown', place: { n }, state: 'open' },
    { kind: 'postHidden', place: { n }, state: 'open' },
  ]);
  expect(await noticesOf(staff, activityId)).toEqual([]);
});

test.each(['open', 'question'] as const)('what is hidden answers nothing (%s)', async (mode) => {
  const activityId = await addDiscussion(staff, { mode });
  const threadId = await startThread(ada, activityId, 'Arches');
  const lonely = await startThread(ada, activityId, 'Lonely');
  // The second is in the next word of the numbers.
  const answers = [await reply(ben, activityId, threadId, 1, 'So it is.')];
  if (mode === 'question')
    await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/${answers[0]}/acceptance`, {
      accepted: true,
    });
  else
    for (let more = 0; more < 32; more += 1)
      answers.push(await reply(ben, activityId, threadId, 1, `More ${more}`));
  const unanswered = () => titlesOf(ben, activityId, '?sort=oldest&filter=unanswered');
  expect(await unanswered()).toEqual(['Lonely']);
  const acts: string[] = [];
  for (const n of answers)
    acts.push(await moderate(activityId, { kind: 'hide', threadId, n, reason: 'Rude' }));
  expect(await unanswered()).toEqual(['Arches', 'Lonely']);
  await undo(activityId, acts.at(-1) ?? '');
  await moderate(activityId, { kind: 'hide', threadId: lonely, n: 1, reason: 'Rude' });
  expect(await unanswered()).toEqual([]);
});

test('in slow mode a learner waits between two posts in a thread, keeps what they typed, and staff do not wait', async () => {
  const activityId = await addDiscussion(staff, { slowMinutes: 5 });
  const slowFor = async (who: ApiSession) =>
    (await who.ok<{ slowMinutes: number }>('GET', `/discussions/${activityId}`)).slowMinutes;
  expect([await slowFor(ben), await slowFor(staff)]).toEqual([5, 0]);
  const threadId = await startThread(ada, activityId, 'Arches');
  // Who begins a thread has written in it.
  expect(codeOf(await write(ada, activityId, threadId))).toBe('POST_TOO_SOON');
  // Of two at once one is written; the same one again is the same post.
  const both = await Promise.all([write(ben, activityId, threadId), write(ben, activityId, threadId)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const again = { id: newId(), replyTo: 1, text: 'Slowly.', draftRevision: 0 };
  const path = `/discussions/${activityId}/threads/${threadId}/posts`;
  const later = JSON.stringify(await ben.call('POST', path, again));
  expect(later).toMatch(/POST_TOO_SOON.*"until":"20/);
  const draft = await ben.ok('GET', `/discussions/${activityId}/drafts/${threadId}-1`);
  expect(JSON.stringify(draft)).toMatch(/More\.|Slowly\./);
  for (let n = 0; n < 2; n += 1) expect((await write(staff, activityId, threadId)).status).toBe(200);
  const other = await startThread(staff, activityId, 'Ropes');
  const first = await ben.call('POST', `/discussions/${activityId}/threads/${other}/posts`, again);
  expect(first.status).toBe(200);
  expect(await ben.ok('POST', `/discussions/${activityId}/threads/${other}/posts`, again)).toMatchObject({
    n: 2,
  });
  await database
    .collection('postPaces')
    .updateOne({ _id: `${threadId}/${ben.memberId}` as never }, { $set: { at: new Date(0) } });
  expect((await write(ben, activityId, threadId)).status).toBe(200);
});

test('a report waits in the queue, and nobody learns who has sent it; hiding the post settles it', async () => {
  const activityId = await addDiscussion(staff, { title: 'Reported here' });
  const threadId = await startThread(ada, activityId, 'Arches', 'You are all wrong');
  const path = `/discussions/${activityId}/threads/${threadId}/posts/1/report`;
  expect((await ada.call('PUT', path, { reason: 'Mine' })).status).toBe(403);
  expect((await staff.call('PUT', path, { reason: 'Mine' })).status).toBe(403);
  await ben.ok('PUT', path, { reason: 'This is rude' });
  await ben.ok('PUT', path, { reason: 'Once more' });
  const waiting = async () => {
    const queue = await staff.ok<{ items: { because: { code: string } }[] }>('GET', '/queue');
    return queue.items.filter(({ because }) => because.code === 'POST_REPORTED');
  };
  await until('it waits for staff', async () => (await waiting()).length === 1);
  const list = () =>
    staff.ok<{ items: { state: string; reasons: unknown[] }[] }>('GET', `/discussions/${activityId}/reports`);
  const shown = await list();
  expect(shown.items).toMatchObject([
    { state: 'open', n: 1, title: 'Arches', reasons: [{ text: 'This is rude' }] },
  ]);
  for (const text of [shown, await waiting()].map((one) => JSON.stringify(one)))
    expect(text).not.toContain(ben.memberId);
  expect((await ada.call('GET', `/discussions/${activityId}/reports`)).status).toBe(403);
  expect(JSON.stringify(await readThread(ada, activityId, threadId))).not.toContain('rude');
  await staff.ok('PUT', `${path}/dismissal`, { dismissed: true });
  await until('it waits no more', async () => (await waiting()).length === 0);
  // Staff see which of them did so.
  const { familyName } = room.stack.person('instructor');
  const dismissed = (await list()).items;
  expect(dismissed).toMatchObject([{ state: 'dismissed' }]);
  expect(JSON.stringify(dismissed)).toContain(familyName);
  await staff.ok('PUT', `${path}/dismissal`, { dismissed: false });
  expect((await list()).items).toMatchObject([{ state: 'open', dismissed: null }]);
  await until('it waits again', async () => (await waiting()).length === 1);
  const act = await moderate(activityId, { kind: 'hide', threadId, n: 1, reason: 'Rude' });
  await until('it is settled', async () => (await list()).items[0]?.state === 'settled');
  await until('and waits no more', async () => (await waiting()).length === 0);
  await undo(activityId, act);
  await until('as before', async () => (await list()).items[0]?.state === 'open');
});

test('what one does not see one cannot report', async () => {
  const activityId = await addDiscussion(staff, { mode: 'postFirst' });
  const threadId = await startThread(ada, activityId, 'Mine');
  const path = `/discussions/${activityId}/threads/${threadId}/posts/1/report`;
  expect((await ben.call('PUT', path, { reason: 'Rude' })).status).toBe(404);
});
