/** Words that staff are to be told of in a discussion, over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostReportView } from '../../server/src/contracts/discussion-reports.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, readThread, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(2);
  staff = room.staff;
  [ada, ben] = [room.learner(0), room.learner(1)];
}, 60_000);
afterAll(() => room.stack.close());

test('a learner’s post with a word that staff are to look at is there and reported, once; nobody else learns of it', async () => {
  const activityId = await addDiscussion(staff, { blockedWords: ['Shut up'] });
  const threadId = await startThread(staff, activityId, 'Shut up');
  const path = `/discussions/${activityId}/threads/${threadId}/posts`;
  const said = { id: newId(), replyTo: 1, text: 'Oh, SHUT UP now', draftRevision: 0 };
  const { n } = await ada.ok<{ n: number }>('POST', path, said);
  const reports = async () =>
    (await staff.ok<{ items: PostReportView[] }>('GET', `/discussions/${activityId}/reports`)).items;
  await until('staff are told', async () => (await reports()).length > 0);
  // Staff may use it.
  expect(await reports()).toMatchObject([
    { threadId, n, state: 'open', reasons: [{ text: 'Shut up', isWord: true }] },
  ]);
  expect(await readThread(ben, activityId, threadId)).toMatchObject({ posts: 2 });
  await staff.ok('PUT', `${path}/${n}/report/dismissal`, { dismissed: true });
  await ada.ok('PUT', `${path}/${n}`, { text: 'Do shut up!', expectedRevision: 1, draftRevision: 0 });
  const titled = { title: 'Now shut up', text: 'Please', draftRevision: 0 };
  await ada.ok('PUT', `/discussions/${activityId}/threads/${newId()}`, titled);
  await until('the title is told of', async () => (await reports()).length === 2);
  // What staff have looked at does not come back by an edit.
  expect((await reports()).map(({ state }) => state)).toEqual(['open', 'dismissed']);
  // The list is nobody's but staff's.
  expect(JSON.stringify(await ada.ok('GET', `/discussions/${activityId}`))).not.toContain('Shut');
});

test('the list of reported posts goes on page by page: those that wait first, each once', async () => {
  const activityId = await addDiscussion(staff, { blockedWords: ['fool'] });
  const path = `/discussions/${activityId}/reports`;
  const said = ['One', 'Two', 'Three', 'Four', 'Five'].map(async (title) =>
    startThread(ada, activityId, title, 'Fool'),
  );
  const started = await Promise.all(said);
  const page = (query: string) =>
    staff.ok<{ items: PostReportView[]; next: string | null }>('GET', `${path}?limit=2${query}`);
  await until('staff are told', async () => {
    const { items } = await staff.ok<{ items: unknown[] }>('GET', path);
    return items.length === 5;
  });
  const dismissed = started.slice(0, 2);
  for (const threadId of dismissed)
    await staff.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/1/report/dismissal`, {
      dismissed: true,
    });
  const first = await page('');
  const second = await page(`&after=${first.next}`);
  const third = await page(`&after=${second.next}`);
  expect([first, second, third].map(({ items, next }) => [items.length, next !== null])).toEqual([
    [2, true],
    [2, true],
    [1, false],
  ]);
  const listed = [first, second, third].flatMap(({ items }) => items);
  expect(listed.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'dismissed', 'dismissed']);
  expect(listed.map(({ threadId }) => threadId).toSorted()).toEqual(started.toSorted());
  for (const part of [listed.slice(0, 3), listed.slice(3)]) {
    const moments = part.map(({ since }) => since);
    expect(moments).toEqual(moments.toSorted().toReversed());
  }
  expect((await staff.call('GET', `${path}?after=${started[0]}`)).status).toBe(400);
});
