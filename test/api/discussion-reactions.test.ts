/** Reactions over HTTP: one of each per person and post, counts that are right, and nobody's name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let activityId: string;
let threadId: string;

beforeAll(async () => {
  room = await openRoom(5);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
  activityId = await addDiscussion(staff, { mode: 'question' });
  threadId = await startThread(ada, activityId, 'Arches');
}, 60_000);
afterAll(() => room.stack.close());

const react = (who: ApiSession, n: number, kind: string, on = true, thread = threadId) =>
  who.call('PUT', `/discussions/${activityId}/threads/${thread}/posts/${n}/reactions/${kind}`, { on });
const countsOf = (post: contract.PostView | undefined) =>
  Object.fromEntries((post?.reactions ?? []).map(({ kind, count, isOwn }) => [kind, [count, isOwn]]));
const first = async (who: ApiSession) => countsOf((await readThread(who, activityId, threadId)).items[0]);

test('each gives one of each kind, however often and at once, and takes it back', async () => {
  const others = [ben, room.learner(2), room.learner(3), room.learner(4), staff];
  await Promise.all(
    others.flatMap((who) => [react(who, 1, 'upvote'), react(who, 1, 'upvote'), react(who, 1, 'thanks')]),
  );
  expect(await first(ben)).toEqual({ upvote: [5, true], thanks: [5, true], insightful: [0, false] });
  await Promise.all([
    react(ben, 1, 'upvote', false),
    react(ben, 1, 'upvote', false),
    react(staff, 1, 'thanks', false),
  ]);
  expect(await first(ben)).toEqual({ upvote: [4, false], thanks: [4, true], insightful: [0, false] });
  expect(await first(ada)).toEqual({ upvote: [4, false], thanks: [4, false], insightful: [0, false] });
  const text = JSON.stringify(await readThread(ada, activityId, threadId));
  for (const { memberId } of others) expect(text).not.toContain(memberId);
});

test('not to one’s own post, to what is not there, to a deleted one, nor once it is closed', async () => {
  expect((await react(ada, 1, 'upvote')).status).toBe(403);
  expect((await react(ben, 9, 'upvote')).status).toBe(404);
  expect((await react(ben, 1, 'applause')).status).toBe(404);
  const n = await reply(ada, activityId, threadId, 1, 'Mistake');
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${threadId}/posts/${n}`);
  expect((await react(ben, n, 'upvote')).status).toBe(404);
});

test('in post first, nothing can be given to what one does not see', async () => {
  const hidden = await addDiscussion(staff, { mode: 'postFirst' });
  const thread = await startThread(ada, hidden, 'Mine');
  const path = `/discussions/${hidden}/threads/${thread}/posts/1/reactions/upvote`;
  expect((await ben.call('PUT', path, { on: true })).status).toBe(404);
});

test('threads and answers are listed by votes, page by page', async () => {
  const ids = [threadId];
  for (const title of ['B', 'C', 'D']) ids.push(await startThread(ada, activityId, title));
  await react(ben, 1, 'upvote', true, ids[2]);
  await react(staff, 1, 'upvote', true, ids[2]);
  const titles: string[] = [];
  for (let after = ''; ;) {
    const page = await listThreads(ben, activityId, `?sort=votes&limit=1${after}`);
    titles.push(...page.items.map(({ title, votes }) => `${title} ${votes}`));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(titles.slice(0, 2)).toEqual(['Arches 4', 'C 2']);
  expect(titles.slice(2).sort()).toEqual(['B 0', 'D 0']);
  const question = ids[1] ?? '';
  for (const text of ['First', 'Second', 'Third']) await reply(ben, activityId, question, 1, text);
  await reply(ada, activityId, question, 3, 'Talk about the second');
  await react(staff, 3, 'upvote', true, question);
  const path = `/discussions/${activityId}/threads/${question}/answers`;
  const answers = await ada.ok<{ items: contract.PostView[]; next: string | null }>('GET', `${path}?limit=2`);
  expect(answers.items.map(({ n }) => n)).toEqual([3, 2]);
  const rest = await ada.ok<{ items: contract.PostView[]; next: null }>(
    'GET',
    `${path}?after=${answers.next}`,
  );
  expect([rest.items.map(({ n }) => n), rest.next]).toEqual([[4], null]);
});
