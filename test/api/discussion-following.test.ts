/** Following threads over HTTP: by itself where one writes, as one wants elsewhere; who is told of what, and filters together. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
import { until } from '../factories/until.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let dan: ApiSession;

beforeAll(async () => {
  room = await openRoom(4);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
  [cleo, dan] = [room.learner(2), room.learner(3)];
}, 60_000);
afterAll(() => room.stack.close());

const follow = (who: ApiSession, activityId: string, threadId: string, on: boolean) =>
  who.call('PUT', `/discussions/${activityId}/threads/${threadId}/following`, { on });

const toldOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items
    .filter((notice) => notice.activityId === activityId)
    .map(({ content }) => content.kind);

test('one follows what one writes in until one says otherwise, and is told once an hour', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  const isFollowed = async (who: ApiSession) => (await readThread(who, activityId, threadId)).isFollowed;
  expect([await isFollowed(ada), await isFollowed(ben)]).toEqual([true, false]);
  await follow(cleo, activityId, threadId, true);
  await follow(ada, activityId, threadId, false);
  await reply(ada, activityId, threadId, 1, 'Once more.');
  expect(await isFollowed(ada)).toBe(false);
  const n = await reply(ben, activityId, threadId, 1, 'A secret thought.');
  await reply(ben, activityId, threadId, n, 'Another one.');
  await until('who follows is told', async () => (await toldOf(cleo, activityId)).includes('followed'));
  await until('whose post is answered is told of that', async () =>
    (await toldOf(ada, activityId)).includes('postReply'),
  );
  expect([
    await toldOf(cleo, activityId),
    await toldOf(ada, activityId),
    await toldOf(ben, activityId),
  ]).toEqual([['followed'], ['postReply'], []]);
  expect(JSON.stringify(await cleo.ok('GET', '/notices'))).not.toMatch(/secret|Family1|Arches/);
});

test('nobody follows what they do not see: before their first post, or in another group’s space', async () => {
  const first = await addDiscussion(staff, { mode: 'postFirst' });
  const thread = await startThread(ada, first, 'Arches');
  expect(codeOf(await follow(ben, first, thread, true))).toBe('NOT_FOUND');
  const set = await makeGroups(room, { Red: [0], Blue: [1] });
  const grouped = await addDiscussion(staff, { groupSetId: set.id });
  const red = await startThread(ada, grouped, 'Red');
  expect(codeOf(await follow(ben, grouped, red, true))).toBe('NOT_FOUND');
  // Who has left the group is told no more.
  await set.move(0, 'Blue');
  await startThread(ada, grouped, 'Blue');
  await reply(staff, grouped, red, 1, 'Still here?');
  const blue = await startThread(ben, grouped, 'Blue too');
  await follow(ada, grouped, blue, true);
  await reply(staff, grouped, blue, 1, 'So it is.');
  await until('who is in the group is told', async () => (await toldOf(ada, grouped)).includes('followed'));
  expect(await toldOf(ada, grouped)).toContain('followed');
});

test('whoever follows a thread follows where staff move its posts, as long as these are there, and nothing else', async () => {
  const activityId = await addDiscussion(staff);
  const [from, to] = [
    await startThread(ada, activityId, 'Arches'),
    await startThread(staff, activityId, 'B'),
  ];
  const n = await reply(ben, activityId, from, 1, 'Ropes instead');
  await follow(cleo, activityId, from, true);
  await follow(ada, activityId, to, false);
  const followed = async (threadId: string) => {
    const all = Object.entries({ staff, ada, ben, cleo, dan });
    const each = all.map(async ([name, who]) =>
      (await readThread(who, activityId, threadId)).isFollowed ? [name] : [],
    );
    return (await Promise.all(each)).flat().join();
  };
  const moderate = async (command: object) => {
    const act = newId();
    await staff.ok('PUT', `/discussions/${activityId}/moderation/${act}`, command);
    return act;
  };
  const undo = (act: string) => staff.ok('POST', `/discussions/${activityId}/moderation/${act}/undo`, {});
  expect(await followed(from)).toBe('ada,ben,cleo');
  const split = await moderate({ kind: 'split', threadId: from, n, title: 'Ropes' });
  expect(await followed(split)).toBe('ada,ben,cleo');
  await follow(dan, activityId, split, true);
  await reply(ada, activityId, split, 1, 'Hemp tears');
  await until('who followed the thread is told', async () =>
    (await toldOf(cleo, activityId)).includes('followed'),
  );
  await undo(split);
  // Who followed the part alone follows it where it is.
  expect(await followed(from)).toBe('ada,ben,cleo,dan');
  await follow(dan, activityId, from, false);
  const moved = await moderate({ kind: 'move', threadId: from, n, to });
  // Who has said that they do not want to follow there is left in peace.
  expect(await followed(to)).toBe('staff,ben,cleo');
  const root = (await readThread(staff, activityId, to)).items.find(
    ({ author }) => author.name === room.names[1],
  );
  await reply(dan, activityId, to, root?.n ?? 0, 'Steel holds');
  await undo(moved);
  expect(await followed(to)).toBe('staff,dan');
  expect(await followed(from)).toBe('ada,ben,cleo');
  const merged = await moderate({ kind: 'merge', threadId: from, to });
  expect(await followed(to)).toBe('staff,ben,cleo,dan');
  await undo(merged);
  expect([await followed(from), await followed(to)]).toEqual(['ada,ben,cleo', 'staff,dan']);
});

const newsFor = (who: ApiSession, activityId: string) =>
  who.ok<{ lines: { threadId: string | null; title: string | null; count: number }[]; more: number }>(
    'GET',
    `/discussions/${activityId}/news`,
  );

/** Threads by Ada that Cleo follows and has read, with a reply by Ben that she has not. */
async function addFollowed(settings: Parameters<typeof addDiscussion>[1], titles: string[]) {
  const activityId = await addDiscussion(staff, settings);
  const threads: string[] = [];
  for (const title of titles) {
    const threadId = await startThread(ada, activityId, title);
    await follow(cleo, activityId, threadId, true);
    await cleo.ok('PUT', `/discussions/${activityId}/threads/${threadId}/read`, { numbers: [1] });
    await reply(ben, activityId, threadId, 1, 'A secret thought.');
    threads.push(threadId);
  }
  return { activityId, threads };
}

test('what is new in threads that one follows is told by their titles, three at most, as far as it is not read', async () => {
  const { activityId, threads } = await addFollowed({}, ['Arches', 'Beams', 'Cables', 'Domes', 'Eaves']);
  const [arches = '', , , domes = ''] = threads;
  await reply(ben, activityId, domes, 1, 'And another.');
  await startThread(ada, activityId, 'Not followed');
  const news = await newsFor(cleo, activityId);
  expect(news.lines.map(({ title, count }) => [title, count])).toEqual([
    ['Domes', 2],
    ['Eaves', 1],
    ['Cables', 1],
  ]);
  expect([news.lines[0]?.threadId, news.more]).toEqual([domes, 2]);
  expect(JSON.stringify(news)).not.toMatch(/secret|Family|Arches|Not followed/);
  await follow(cleo, activityId, domes, false);
  for (const id of threads.slice(1))
    await cleo.ok('PUT', `/discussions/${activityId}/threads/${id}/read`, { numbers: [1, 2, 3] });
  expect(await newsFor(cleo, activityId)).toEqual({
    lines: [{ threadId: arches, title: 'Arches', count: 1 }],
    more: 0,
  });
  // Whoever follows nothing hears of nothing.
  expect(await newsFor(dan, activityId)).toEqual({ lines: [], more: 0 });
});

test('nothing is told of threads whose authors are hidden but how much there is', async () => {
  const { activityId, threads } = await addFollowed({ anonymity: 'peers' }, ['I am Ada', 'Me again']);
  expect(await newsFor(cleo, activityId)).toEqual({
    lines: [{ threadId: null, title: null, count: 2 }],
    more: 0,
  });
  await cleo.ok('PUT', `/discussions/${activityId}/threads/${threads[0]}/read`, { numbers: [2] });
  expect((await newsFor(cleo, activityId)).lines).toEqual([{ threadId: threads[1], title: null, count: 1 }]);
});

test('nothing is told of what one must not read yet, or not any more', async () => {
  const none = { lines: [], more: 0 };
  const { activityId: first } = await addFollowed({}, ['Early']);
  const settings = buildDiscussion({ mode: 'postFirst' });
  await staff.ok('PUT', `/discussions/${first}`, { settings, expectedRevision: 1 });
  expect(await newsFor(cleo, first)).toEqual(none);
  await startThread(cleo, first, 'Mine');
  expect((await newsFor(cleo, first)).lines).toMatchObject([{ title: null, count: 1 }]);

  const { activityId: hidden, threads } = await addFollowed({}, ['Rude']);
  const hide = (n: number) =>
    staff.ok('PUT', `/discussions/${hidden}/moderation/${newId()}`, {
      kind: 'hide',
      threadId: threads[0],
      n,
      reason: 'Rude.',
    });
  await hide(1);
  expect((await newsFor(cleo, hidden)).lines).toMatchObject([{ title: null, count: 1 }]);
  await hide(2);
  expect(await newsFor(cleo, hidden)).toEqual(none);

  const held = await addDiscussion(staff, { approval: { everybody: true, memberIds: [] } });
  const asked = await startThread(staff, held, 'Asked by staff');
  await follow(cleo, held, asked, true);
  await cleo.ok('PUT', `/discussions/${held}/threads/${asked}/read`, { numbers: [1] });
  await reply(ben, held, asked, 1, 'It waits.');
  expect(await newsFor(cleo, held)).toEqual(none);

  const set = await makeGroups(room, { North: [0, 1, 2], South: [3] });
  const { activityId: grouped } = await addFollowed({ groupSetId: set.id }, ['Of the north']);
  expect((await newsFor(cleo, grouped)).lines).toMatchObject([{ title: 'Of the north' }]);
  await set.move(2, 'South');
  expect(await newsFor(cleo, grouped)).toEqual(none);

  expect(codeOf(await cleo.call('GET', `/discussions/${newId()}/news`))).toBe('NOT_FOUND');
  const both = await addDiscussion(staff, { mode: 'postFirst', groupSetId: set.id });
  const inNorth = await startThread(ada, both, 'Of the north');
  await startThread(ben, both, 'By Ben');
  await follow(ben, both, inNorth, true);
  expect((await newsFor(ben, both)).lines).toMatchObject([{ threadId: inNorth, title: null, count: 1 }]);
  const draft = await addDiscussion(staff, {}, 'draft');
  expect(codeOf(await cleo.call('GET', `/discussions/${draft}/news`))).toBe('ACTIVITY_NOT_OPEN');
});

test('filters hold together', async () => {
  const activityId = await addDiscussion(staff);
  const threads: string[] = [];
  for (const title of ['A', 'B', 'C']) threads.push(await startThread(ada, activityId, title));
  await reply(ben, activityId, threads[1] ?? '', 1, 'So it is.');
  await follow(ben, activityId, threads[2] ?? '', true);
  const titles = async (filter: string) =>
    (await listThreads(ben, activityId, `?sort=oldest&filter=${filter}`)).items.map(({ title }) => title);
  expect(await titles('followed')).toEqual(['B', 'C']);
  expect(await titles('mine,followed')).toEqual(['B']);
  expect(await titles('followed,unanswered')).toEqual(['C']);
  expect(await titles('mine,unanswered')).toEqual([]);
  expect(codeOf(await ben.call('GET', `/discussions/${activityId}/threads?filter=all,mine`))).toBe(
    'BAD_REQUEST',
  );
});
