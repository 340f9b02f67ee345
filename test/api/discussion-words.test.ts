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
