/** Splitting, moving and merging over HTTP: who finds what where, that undoing restores it, and that no kill loses a post. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import type { ModerationActView } from '../../server/src/contracts/discussion-moderation.ts';
import type { ChecklistView } from '../../server/src/contracts/milestones.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ThreadSummaryView } from '../../server/src/contracts/discussion.ts';
import { writeLong } from '../bench/long-thread.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let database: mongoose.Connection;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
  database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
}, 60_000);
afterAll(async () => {
  await database.close();
  await room.stack.close();
});

const call = (activityId: string, command: object, who = staff, id = newId()) =>
  who.call('PUT', `/discussions/${activityId}/moderation/${id}`, command);
async function move(activityId: string, command: object): Promise<string> {
  const id = newId();
  await staff.ok('PUT', `/discussions/${activityId}/moderation/${id}`, command);
  return id;
}
const undo = (activityId: string, act: string) =>
  staff.ok('POST', `/discussions/${activityId}/moderation/${act}/undo`, {});
const textsOf = async (who: ApiSession, activityId: string, threadId: string) =>
  (await readThread(who, activityId, threadId, '?limit=100')).items.map(({ text, depth }) => [
    depth,
    /"text":"([^"]*)"/.exec(JSON.stringify(text))?.[1],
  ]);
const summaries = async (who: ApiSession, activityId: string): Promise<ThreadSummaryView[]> =>
  (await listThreads(who, activityId, '?sort=oldest')).items;

test('a part of a thread becomes one of its own: what was read is read there, old links lead there, and work counts as it did', async () => {
  const milestone = { kind: 'reply', count: 1, words: 0, differentPeople: true, dueAt: null, points: 5 };
  const activityId = await addDiscussion(staff, {
    anonymity: 'peers',
    milestones: [{ n: 1, ...milestone }] as never,
  });
  const threadId = await startThread(ada, activityId, 'Arches');
  const n = await reply(ben, activityId, threadId, 1, 'Ropes instead');
  await reply(ada, activityId, threadId, 1, 'Stone it is');
  const below = await reply(ada, activityId, threadId, n, 'Which ropes');
  await reply(ben, activityId, threadId, below, 'Hemp');
  const alias = (await readThread(ada, activityId, threadId)).items[1]?.author.alias;
  await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/${n}/reactions/upvote`, {
    on: true,
  });
  await room
    .learner(2)
    .ok('PUT', `/discussions/${activityId}/threads/${threadId}/read`, { numbers: [1, n, below] });
  const act = await move(activityId, { kind: 'split', threadId, n, title: 'About ropes' });
  expect(await textsOf(ada, activityId, threadId)).toEqual([
    [0, 'About Arches.'],
    [1, 'Stone it is'],
  ]);
  expect(await textsOf(ada, activityId, act)).toEqual([
    [0, 'Ropes instead'],
    [1, 'Which ropes'],
    [2, 'Hemp'],
  ]);
  const forThird = await summaries(room.learner(2), activityId);
  expect(forThird).toMatchObject([
    { id: threadId, posts: 2, unread: 1 },
    { id: act, title: 'About ropes', posts: 3, unread: 1, votes: 1, author: { alias, name: null } },
  ]);
  // Names stay as they were promised, wherever it stands.
  expect(JSON.stringify([forThird, await readThread(ada, activityId, act)])).not.toContain(ben.memberId);
  const old = await ada.call('GET', `/discussions/${activityId}/threads/${threadId}?post=${below}`);
  expect([old.status, JSON.stringify(old)]).toEqual([409, expect.stringContaining(`"threadId":"${act}"`)]);
  expect(JSON.stringify(old)).toContain('POST_MOVED');
  // An answer to it from a page of before goes where it is now.
  const answer = await ada.ok('POST', `/discussions/${activityId}/threads/${threadId}/posts`, {
    id: newId(),
    replyTo: below,
    text: 'From an old page',
    draftRevision: 0,
  });
  expect(answer).toMatchObject({ threadId: act });
  const hits = await ada.ok<{ items: object[] }>('GET', `/discussions/${activityId}/search?q=ropes`);
  expect(hits.items).toContainEqual(expect.objectContaining({ threadId: act, n: 1 }));
  const checklist = await ben.ok<ChecklistView>('GET', `/discussions/${activityId}/checklist`);
  expect(checklist.items).toMatchObject([{ met: true }]);
  const told = async (who: ApiSession) =>
    (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items.filter(
      ({ activityId: id, content }) => id === activityId && content.kind === 'postsMoved',
    );
  await until(
    'who wrote it hears of it',
    async () => (await told(ben)).length === 1 && (await told(ada)).length === 1,
  );
  expect(await told(ben)).toMatchObject([{ content: { place: { threadId: act, n: 1 } } }]);
  expect([await told(staff), await told(room.learner(2))]).toEqual([[], []]);
  expect(JSON.stringify(await told(ben))).not.toContain(staff.memberId);
  const participant = `/discussions/${activityId}/participants/${ben.memberId}`;
  const comment = { threadId: act, n: 1, text: 'Well said.' };
  const mark = { ratings: [], comment: '', posts: [comment], expectedRevision: 0 };
  await staff.ok('PUT', `${participant}/mark`, mark);
  expect(await staff.ok('GET', participant)).toMatchObject({ form: { posts: [comment] } });
  await undo(activityId, act);
  // What staff say of a post stays with it.
  expect(await staff.ok('GET', participant)).toMatchObject({
    form: { posts: [{ ...comment, threadId, n }] },
  });
  expect(await textsOf(ada, activityId, threadId)).toEqual([
    [0, 'About Arches.'],
    [1, 'Ropes instead'],
    [2, 'Which ropes'],
    [3, 'Hemp'],
    [3, 'From an old page'],
    [1, 'Stone it is'],
  ]);
  expect(await summaries(room.learner(2), activityId)).toMatchObject([{ id: threadId, posts: 6, unread: 3 }]);
  const back = await ada.call('GET', `/discussions/${activityId}/threads/${act}?post=2`);
  expect(JSON.stringify(back)).toMatch(new RegExp(`POST_MOVED.*"threadId":"${threadId}"`));
  await until('the audit trail tells it', async () => {
    const found = await database.collection('audit').countDocuments({ type: /^moderation/, 'data.act': act });
    return found === 2;
  });
});

test('merged threads are one; learners move nothing; nothing leaves the space of its group, nor is shown before a first post', async () => {
  const activityId = await addDiscussion(staff, { mode: 'postFirst' });
  const one = await startThread(ada, activityId, 'Arches');
  const two = await startThread(ben, activityId, 'Ropes');
  await reply(ada, activityId, two, 1, 'Below ropes');
  const command = { kind: 'merge', threadId: two, to: one };
  expect((await call(activityId, command, ada)).status).toBe(403);
  expect((await call(activityId, { ...command, to: two })).status).toBe(400);
  expect((await call(await addDiscussion(staff), command)).status).toBe(404);
  const act = await move(activityId, command);
  expect(await textsOf(ada, activityId, one)).toEqual([
    [0, 'About Arches.'],
    [1, 'About Ropes.'],
    [2, 'Below ropes'],
  ]);
  expect((await summaries(ada, activityId)).map(({ id }) => id)).toEqual([one]);
  const alone = room.learner(2);
  for (const path of [`${two}?post=1`, two, one]) {
    const seen = await alone.call('GET', `/discussions/${activityId}/threads/${path}`);
    expect([seen.status, codeOf(seen)]).toEqual([404, 'NOT_FOUND']);
  }
  const { items } = await staff.ok<{ items: ModerationActView[] }>(
    'GET',
    `/discussions/${activityId}/moderation`,
  );
  expect(items).toMatchObject([
    { kind: 'merge', title: 'Ropes', move: { to: one, title: 'Arches', left: null } },
  ]);
  // What was done to it since is undone first.
  const later = await move(activityId, { kind: 'split', threadId: one, n: await lastIn(one), title: 'Away' });
  expect(codeOf(await staff.call('POST', `/discussions/${activityId}/moderation/${act}/undo`, {}))).toBe(
    'STALE_REVISION',
  );
  await undo(activityId, later);
  await undo(activityId, act);
  expect((await summaries(ada, activityId)).map(({ id }) => id)).toEqual([one, two]);

  const set = await makeGroups(room, { Red: [0], Blue: [1] });
  const groups = await addDiscussion(staff, { groupSetId: set.id });
  const red = await startThread(ada, groups, 'Red');
  const blue = await startThread(ben, groups, 'Blue');
  expect((await call(groups, { kind: 'merge', threadId: red, to: blue })).status).toBe(400);
  const split = await move(groups, {
    kind: 'split',
    threadId: red,
    n: await reply(ada, groups, red, 1, 'Secret of red'),
    title: 'Red alone',
  });
  expect((await ben.call('GET', `/discussions/${groups}/threads/${split}`)).status).toBe(404);
  expect(JSON.stringify(await listThreads(ben, groups))).not.toContain('Red');
});

test('what staff stand by they stand by where it is moved to, and where it comes back', async () => {
  const activityId = await addDiscussion(staff, { mode: 'question' });
  const [one, two] = [
    await startThread(ada, activityId, 'Which stone'),
    await startThread(ada, activityId, 'Which rope'),
  ];
  const n = await reply(ben, activityId, one, 1, 'Hemp');
  await reply(ben, activityId, one, n, 'It holds');
  await staff.ok('PUT', `/discussions/${activityId}/threads/${one}/posts/${n}/endorsement`, {
    endorsed: true,
  });
  const stoodBy = async (threadId: string) =>
    (await readThread(ada, activityId, threadId)).items.flatMap((post) => (post.isEndorsed ? [post.n] : []));
  const answered = async () => (await summaries(ada, activityId)).map((thread) => thread.isAnswered);
  expect([await stoodBy(one), await answered()]).toEqual([[n], [true, false]]);
  const act = await move(activityId, { kind: 'move', threadId: one, n, to: two });
  expect(await stoodBy(one)).toEqual([]);
  expect(await stoodBy(two)).toHaveLength(1);
  expect(await answered()).toEqual([false, true]);
  await undo(activityId, act);
  expect([await stoodBy(one), await stoodBy(two), await answered()]).toEqual([[n], [], [true, false]]);
});

test('where names are hidden, pages of threads go on whatever was moved, and say no moment of it', async () => {
  const activityId = await addDiscussion(staff, { anonymity: 'full' });
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three', 'Four']) ids.push(await startThread(ada, activityId, title));
  const [one = '', two = '', three = '', four = ''] = ids;
  const early = await reply(ben, activityId, one, 1, 'Early');
  await reply(ben, activityId, two, 1, 'Then');
  const late = await reply(ben, activityId, three, 1, 'Late');
  await move(activityId, { kind: 'move', threadId: one, n: early, to: four });
  await move(activityId, { kind: 'split', threadId: three, n: late, title: 'Five' });
  await move(activityId, { kind: 'merge', threadId: one, to: two });
  for (const sort of ['activity', 'newest', 'oldest']) {
    const all = (await listThreads(ben, activityId, `?sort=${sort}`)).items.map(({ title }) => title);
    const paged: string[] = [];
    for (let after = ''; paged.length < 9;) {
      const page = await listThreads(ben, activityId, `?sort=${sort}&limit=1${after}`);
      paged.push(...page.items.map(({ title }) => title));
      if (page.next === null) break;
      expect(page.next).toMatch(/^[0-9a-f]{32}_\d{1,6}$/);
      after = `&after=${page.next}`;
    }
    expect([sort, paged]).toEqual([sort, all]);
    expect(all).toHaveLength(4);
  }
});

const courseOf = async (threadId: string): Promise<string> =>
  String((await database.collection('threads').findOne({ _id: threadId as never }))?.['courseId']);

/** The highest number in a thread. */
async function lastIn(threadId: string): Promise<number> {
  const [last] = await database.collection('posts').find({ threadId }).sort({ n: -1 }).limit(1).toArray();
  return Number(last?.['n']);
}

/** All that is kept of a discussion’s threads and posts, without what counts changes, and without threads that are gone. */
async function stateOf(activityId: string): Promise<unknown> {
  const without = { revision: 0, events: 0, eventsSince: 0, changedAt: 0, lastNumber: 0 };
  const arranged = { arranged: 0, arrangedAt: 0, arrangedBy: 0 };
  const read = (name: string, filter: object) =>
    database
      .collection(name)
      .find({ activityId, ...filter }, { projection: { ...without, ...arranged } })
      .sort({ _id: 1 })
      .toArray();
  const [threads, posts] = await Promise.all([read('threads', { gone: false }), read('posts', {})]);
  // A word of bits without any is none.
  const bare = (words: object) => Object.fromEntries(Object.entries(words).filter(([, word]) => word !== 0));
  const lean = threads.map((one) => ({
    ...one,
    live: bare(one['live'] as object),
    hidden: bare(one['hidden'] as object),
    held: bare(one['held'] as object),
  }));
  // What was written before there were moves has none of their fields.
  const plain = posts.map(({ movedBy = null, ...one }) => ({ ...one, movedBy: movedBy as unknown }));
  return JSON.parse(JSON.stringify([lean, plain])) as unknown;
}

test('any moves, undone one by one, leave what was there before', async () => {
  const activityId = await addDiscussion(staff, { depth: 2 });
  const ids = [await startThread(ada, activityId, 'Arches'), await startThread(ben, activityId, 'Ropes')];
  for (const threadId of ids)
    for (let n = 1; n < 6; n += 1)
      await reply(n % 2 ? ada : ben, activityId, threadId, Math.max(1, n - 1), `Says ${n}`);
  await until(
    'all is told',
    async () =>
      (await database.collection('posts').countDocuments({ activityId, eventsSince: { $exists: true } })) ===
      0,
  );
  const before = await stateOf(activityId);
  const step = fc.record({
    pick: fc.nat(20),
    kind: fc.constantFrom('split', 'move', 'merge'),
    to: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const acts: string[] = [];
      for (const { pick, kind, to } of steps) {
        const threads = (await summaries(staff, activityId)).map(({ id }) => id);
        const threadId = threads[pick % threads.length] ?? '';
        const others = threads.filter((id) => id !== threadId);
        const target = others[to % Math.max(1, others.length)];
        const { items } = await readThread(staff, activityId, threadId, '?limit=100');
        const n = items[1 + (pick % Math.max(1, items.length - 1))]?.n;
        if (kind !== 'merge' && n === undefined) continue;
        if (kind !== 'split' && target === undefined) continue;
        acts.push(
          await move(activityId, {
            kind,
            threadId,
            ...(n && { n }),
            ...(target && { to: target }),
            title: 'Own',
          }),
        );
      }
      for (const act of acts.toReversed()) await undo(activityId, act);
      expect(await stateOf(activityId)).toEqual(before);
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('of thousands of posts none is lost or doubled while others write, and undoing brings all back', async () => {
  const { activityId, threadId, size } = await writeLong(
    { connection: database } as never,
    staff,
    [ada, ben],
    1_200,
  );
  const target = await startThread(ben, activityId, 'Ropes');
  const courseId = await courseOf(threadId);
  const placesOf = async () =>
    (
      await database
        .collection('posts')
        .find({ activityId, n: { $lte: size } })
        .project({ n: 1, path: 1, threadId: 1 })
        .sort({ _id: 1 })
        .toArray()
    ).map((one) => JSON.stringify(one));
  const before = await placesOf();
  const act = await move(activityId, { kind: 'merge', threadId, to: target });
  const writers = Array.from({ length: 10 }, async (_, index) => {
    const who = index % 2 ? ada : ben;
    const { status } = await who.call('POST', `/discussions/${activityId}/threads/${threadId}/posts`, {
      id: newId(),
      replyTo: index * 7 + 1,
      text: `While it goes ${index}`,
      draftRevision: 0,
    });
    return status;
  });
  expect(codeOf(await call(activityId, { kind: 'merge', threadId: target, to: threadId }))).toMatch(
    /MOVE_RUNNING|NOT_FOUND/,
  );
  expect(await Promise.all(writers)).toEqual(writers.map(() => 200));
  const left = async () =>
    (await staff.ok<{ items: ModerationActView[] }>('GET', `/discussions/${activityId}/moderation`)).items[0]
      ?.move?.left;
  await until('all have gone', async () => (await left()) === null, 60);
  await until(
    'all are in one thread',
    async () =>
      (await database.collection('posts').countDocuments({ courseId, threadId: target })) === size + 11,
  );
  expect(await database.collection('posts').countDocuments({ courseId, threadId })).toBe(0);
  expect(
    new Set(await database.collection('posts').distinct('path', { courseId, threadId: target })).size,
  ).toBe(size + 11);
  await until('all are counted', async () => (await summaries(ada, activityId))[0]?.posts === size + 11);
  const numbers = new Set((await readThread(ada, activityId, target, '?limit=100')).items.map(({ n }) => n));
  expect(numbers.size).toBe(100);
  await undo(activityId, act);
  await until(
    'all are back',
    async () =>
      (await left()) === null &&
      (await database.collection('posts').countDocuments({ courseId, threadId: target })) === 1,
    60_000,
  );
  const after = new Set(await placesOf());
  expect(before.filter((one) => !after.has(one))).toEqual([]);
}, 180_000);
