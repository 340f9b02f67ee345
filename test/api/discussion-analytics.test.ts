/** Figures of a whole discussion over HTTP: for staff alone, by person and by group, without who is not to be known. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { DiscussionAnalyticsView } from '../../server/src/contracts/discussion-analytics.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  staff = room.staff;
  ada = room.learner(0);
  ben = room.learner(1);
}, 60_000);
afterAll(() => room.stack.close());

const read = (activityId: string, query = '') =>
  staff.ok<DiscussionAnalyticsView>('GET', `/discussions/${activityId}/analytics${query}`);

const milestone = { n: 1, kind: 'reply', count: 1, words: 0, differentPeople: false, dueAt: null } as const;

test('staff read who writes how much and who replies to whom; nobody else does', async () => {
  const activityId = await addDiscussion(staff, { milestones: [{ ...milestone, points: 1 }] });
  const threadId = await startThread(ada, activityId, 'Arches', 'Three words here');
  // Words are counted where nothing parts them, too.
  const second = await reply(ben, activityId, threadId, 1, '我喜欢桥梁');
  await reply(ada, activityId, threadId, second, 'one two');
  await reply(staff, activityId, threadId, second, 'From staff');
  const gone = await reply(ben, activityId, threadId, 1, 'Away soon');
  await ben.ok('DELETE', `/discussions/${activityId}/threads/${threadId}/posts/${gone}`);
  const figures = await read(activityId);
  const person = (session: ApiSession) => figures.people.find(({ id }) => id === session.memberId);
  expect(figures).toMatchObject({ posts: 3, writers: 2, groups: null, hasHidden: false, milestones: 1 });
  expect(person(ada)).toMatchObject({ threads: 1, replies: 1, received: 1, words: 5, met: 1 });
  expect(person(ben)).toMatchObject({ threads: 0, replies: 1, received: 1, words: 3, met: 1 });
  expect(person(room.learner(2))).toMatchObject({ threads: 0, replies: 0, words: 0, met: 0, hours: null });
  // One has two posts, one has one, all others none: Σ(2i−n−1)x/(nΣx) = ((n−3)·1 + (n−1)·2)/3n.
  const n = figures.people.length;
  expect(figures.gini).toBeCloseTo((3 * n - 5) / (3 * n));
  expect(figures.density).toBeCloseTo(2 / (n * (n - 1)));
  expect(figures.reciprocity).toBe(1);
  expect(figures.ties.map(({ count }) => count)).toEqual([1, 1]);
  const refused = await ada.call('GET', `/discussions/${activityId}/analytics`);
  expect(refused.status).toBe(403);
});

test('posts from before words were counted have theirs counted', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Old', 'Four words of old');
  const database = await mongoose.createConnection(room.stack.mongodbUri).asPromise();
  await database
    .collection<{ _id: string }>('posts')
    .updateOne({ _id: `${threadId}/1` }, { $unset: { words: 1 } });
  await database.close();
  expect((await read(activityId)).people.find(({ id }) => id === ada.memberId)?.words).toBe(4);
});

test('who was promised to stay unknown stands in no figure, not even as a number', async () => {
  const activityId = await addDiscussion(staff, { anonymity: 'full' });
  await startThread(ada, activityId, 'Secret');
  const figures = await read(activityId);
  expect(figures).toMatchObject({ posts: 0, writers: 0, hasHidden: true, spans: [], ties: [], gini: null });
  expect(figures.people.every(({ threads, replies, words }) => threads + replies + words === 0)).toBe(true);
});

test('groups stand beside each other, and one can be looked at alone', async () => {
  const set = await makeGroups(room, { Blue: [0, 1], Red: [2] });
  const activityId = await addDiscussion(staff, { groupSetId: set.id });
  await startThread(ada, activityId, 'Of Blue', 'Two words');
  const figures = await read(activityId);
  expect(
    figures.groups?.map(({ name, people, posts, writers, words }) => [name, people, posts, writers, words]),
  ).toEqual(
    expect.arrayContaining([
      ['Blue', 2, 1, 1, 2],
      ['Red', 1, 0, 0, 0],
    ]),
  );
  const red = await read(activityId, `?group=${set.groupIds['Red']}`);
  expect(red).toMatchObject({ posts: 0, people: [{ id: room.learner(2).memberId }] });
  expect(
    (await staff.call('GET', `/discussions/${activityId}/analytics?group=${'0'.repeat(32)}`)).status,
  ).toBe(404);
});
