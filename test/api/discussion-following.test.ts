/** Following threads over HTTP: by itself where one writes, as one wants elsewhere; who is told of what, and filters together. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
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
