/** What threads are called, who has started them and what posts said before, over HTTP; and what none of it tells. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import {
  addDiscussion,
  buildDiscussion,
  listThreads,
  readThread,
  startThread,
} from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(2);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
}, 60_000);
afterAll(() => room.stack.close());

const [ARCHES, BEAMS] = [newId(), newId()];
const tags = [
  { id: ARCHES, name: 'Arches' },
  { id: BEAMS, name: 'Beams' },
];
const titlesOf = async (who: ApiSession, activityId: string, query: string) =>
  (await listThreads(who, activityId, query)).items.map(({ title }) => title);
const authorsOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<{ items: { memberId: string }[] }>('GET', `/discussions/${activityId}/authors`)).items.map(
    ({ memberId }) => memberId,
  );
const edit = (
  who: ApiSession,
  activityId: string,
  threadId: string,
  expectedRevision: number,
  said: object,
) =>
  who.call('PUT', `/discussions/${activityId}/threads/${threadId}/posts/1`, {
    text: 'As before.',
    draftRevision: 0,
    expectedRevision,
    ...said,
  });
const hide = (activityId: string, threadId: string) =>
  staff.ok('PUT', `/discussions/${activityId}/moderation/${newId()}`, {
    kind: 'hide',
    threadId,
    n: 1,
    reason: 'Rude',
  });

test('the tags that are chosen for a new thread are kept with its draft, and gone once it is posted', async () => {
  const activityId = await addDiscussion(staff, { tags });
  const path = `/discussions/${activityId}/drafts/new`;
  const typed = { title: 'Bow', text: 'A bow.', side: null, tags: [BEAMS] };
  await ada.ok('PUT', path, { ...typed, expectedRevision: 0 });
  expect(await ada.ok('GET', path)).toMatchObject({ title: 'Bow', tags: [BEAMS], revision: 1 });
  await ada.ok('PUT', path, { ...typed, tags: [ARCHES, BEAMS], expectedRevision: 1 });
  expect(await ada.ok('GET', path)).toMatchObject({ tags: [ARCHES, BEAMS], revision: 2 });
  const sent = { title: 'Bow', text: 'A bow.', tags: [ARCHES], draftRevision: 2 };
  await ada.ok('PUT', `/discussions/${activityId}/threads/${newId()}`, sent);
  expect(await ada.ok('GET', path)).toMatchObject({ title: '', tags: [] });
});

test('threads are called and filtered by tags that staff offer, and by nothing else', async () => {
  const activityId = await addDiscussion(staff, { tags });
  const threadId = newId();
  await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}`, {
    title: 'Bow',
    text: 'A bow.',
    draftRevision: 0,
    tags: [ARCHES, newId(), ARCHES],
  });
  await startThread(ada, activityId, 'Plain');
  expect((await readThread(ben, activityId, threadId)).tags).toEqual([ARCHES]);
  expect(await titlesOf(ben, activityId, `?tag=${ARCHES}`)).toEqual(['Bow']);
  expect(await titlesOf(ben, activityId, `?tag=${BEAMS}`)).toEqual([]);
  expect((await edit(ada, activityId, threadId, 1, { title: 'Bows', tags: [BEAMS] })).status).toBe(200);
  expect((await edit(ben, activityId, threadId, 2, { title: 'Mine' })).status).toBe(403);
  expect(await titlesOf(ben, activityId, `?tag=${BEAMS}`)).toEqual(['Bows']);
  expect(
    (await ben.ok<{ items: unknown[] }>('GET', `/discussions/${activityId}/search?q=bows`)).items,
  ).toHaveLength(1);
  const twice = [...tags, { id: newId(), name: 'ARCHES' }];
  const again = { settings: buildDiscussion({ tags: twice }), expectedRevision: 0 };
  expect((await staff.call('PUT', `/discussions/${newId()}`, again)).status).toBe(400);
  // What is hidden is found by nothing that it would say.
  await hide(activityId, threadId);
  expect(await titlesOf(ben, activityId, `?tag=${BEAMS}`)).toEqual([]);
  expect(await titlesOf(staff, activityId, `?tag=${BEAMS}`)).toEqual(['Bows']);
  expect(await authorsOf(ben, activityId)).toEqual([ada.memberId]);
});

test('by their author threads are found for those alone who may know them', async () => {
  const shown = async (anonymity: 'none' | 'peers' | 'full') => {
    const activityId = await addDiscussion(staff, { anonymity });
    await startThread(ada, activityId, 'Whose');
    const by = `?author=${ada.memberId}`;
    const of = async (who: ApiSession) =>
      (await titlesOf(who, activityId, by)).length + (await authorsOf(who, activityId)).length;
    return [await of(ben), await of(staff), (await titlesOf(ada, activityId, by)).length];
  };
  expect(await shown('none')).toEqual([2, 2, 1]);
  expect(await shown('peers')).toEqual([0, 2, 1]);
  expect(await shown('full')).toEqual([0, 0, 1]);
  // A hidden beginning tells nobody whose it is.
  const activityId = await addDiscussion(staff);
  await hide(activityId, await startThread(ada, activityId, 'Rude'));
  expect(await authorsOf(ben, activityId)).toEqual([]);
  expect(await titlesOf(ben, activityId, `?author=${ada.memberId}`)).toEqual([]);
});

test('earlier versions are read by all where the set-up says so, and never of what is gone or hidden', async () => {
  const history = (who: ApiSession, activityId: string, threadId: string) =>
    who.call('GET', `/discussions/${activityId}/threads/${threadId}/posts/1/history`);
  const change = async (anonymity: 'none' | 'full', readers: 'staff' | 'all') => {
    const activityId = await addDiscussion(staff, { anonymity, history: readers });
    const threadId = await startThread(ada, activityId, 'First title', 'First words');
    await edit(ada, activityId, threadId, 1, { title: 'Second title' });
    return [activityId, threadId] as const;
  };
  const closed = await change('none', 'staff');
  expect([(await history(ben, ...closed)).status, (await history(staff, ...closed)).status]).toEqual([
    403, 200,
  ]);
  expect((await readThread(ben, ...closed)).can.seeHistory).toBe(false);
  const open = await change('full', 'all');
  const seen = await history(ben, ...open);
  expect(JSON.stringify(seen)).toMatch(/First title.*First words/);
  // Where nobody is to be known, neither by the minute at which they wrote.
  expect(JSON.stringify(seen)).toMatch(/:00:00\.000Z/);
  expect(JSON.stringify(seen)).not.toContain(ada.memberId);
  await hide(...open);
  expect((await history(ben, ...open)).status).toBe(404);
  const gone = await change('none', 'all');
  await ada.ok('DELETE', `/discussions/${gone[0]}/threads/${gone[1]}/posts/1`);
  expect((await history(ben, ...gone)).status).toBe(404);
});
