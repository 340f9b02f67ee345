/** What discussions expect, over HTTP: each learner's own checklist, own dates, and nobody else's. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChecklistView, Milestone } from '../../server/src/contracts/milestones.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

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

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const words = (count: number): string => Array.from({ length: count }, () => 'stone').join(' ');
const milestone = (n: number, part: Partial<Milestone> = {}): Milestone => ({
  n,
  kind: 'thread',
  count: 1,
  words: 0,
  differentPeople: false,
  dueAt: null,
  points: 5,
  ...part,
});
const listOf = async (session: ApiSession, activityId: string) =>
  (await session.ok<ChecklistView>('GET', `/discussions/${activityId}/checklist`)).items;

test('a checklist follows what one writes, changes and deletes, and is one’s own alone', async () => {
  const activityId = await addDiscussion(staff, {
    milestones: [
      milestone(1, { words: 10 }),
      milestone(2, { kind: 'reply', count: 2, differentPeople: true, dueAt: inDays(3) }),
    ],
  });
  const threadId = await startThread(ada, activityId, 'Arches', words(4));
  expect(await listOf(ada, activityId)).toMatchObject([
    { met: false, done: 0, tooShort: 1, dueAt: null },
    { met: false, done: 0 },
  ]);
  const path = `/discussions/${activityId}/threads/${threadId}/posts`;
  await ada.ok('PUT', `${path}/1`, { text: words(12), expectedRevision: 1, draftRevision: 0 });
  expect(await listOf(ada, activityId)).toMatchObject([{ met: true, done: 1, tooShort: 0 }, {}]);
  const other = await startThread(ben, activityId, 'Cables', words(20));
  for (let at = 0; at < 2; at += 1) await reply(ada, activityId, other, 1, 'Yes.');
  expect(await listOf(ada, activityId)).toMatchObject([{}, { met: false, done: 1, samePerson: 1 }]);
  const answer = await reply(room.learner(2), activityId, other, 1, 'No.');
  const last = await reply(ada, activityId, other, answer, 'Perhaps.');
  expect(await listOf(ada, activityId)).toMatchObject([{}, { met: true, done: 2 }]);
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${other}/posts/${last}`);
  expect(await listOf(ada, activityId)).toMatchObject([{}, { met: false, done: 1 }]);
  // Others' progress is theirs: Ben has a thread, and has answered nobody.
  expect(await listOf(ben, activityId)).toMatchObject([{ met: true }, { done: 0 }]);
  const seen = await staff.ok<ChecklistView>('GET', `/discussions/${activityId}/checklist`);
  expect(seen).toMatchObject({ isOwn: false, items: [{ met: false }, { met: false }] });
  expect(await ada.ok('GET', `/discussions/${activityId}`)).toMatchObject({ hasMilestones: true });
});

test('whoever has more time meets later what is over for others, and nobody sees that', async () => {
  const activityId = await addDiscussion(staff, {
    submissionsCloseAt: inDays(5),
    milestones: [milestone(4, { dueAt: inDays(-1) })],
  });
  const until = inDays(2);
  await staff.ok('PUT', `/activities/${activityId}/timelines/${ada.memberId}/extension`, {
    until: { milestone4: until },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  for (const session of [ada, ben]) await startThread(session, activityId, 'Now');
  expect(await listOf(ada, activityId)).toMatchObject([{ met: true, isOver: false, dueAt: until }]);
  const late = await listOf(ben, activityId);
  expect(late).toMatchObject([{ met: false, isOver: true, done: 0 }]);
  expect(JSON.stringify(late)).not.toContain(until);
});

test('own dates of milestones are in one’s calendar', async () => {
  const dueAt = '2040-05-06T07:08:00.000Z';
  await addDiscussion(staff, { title: 'Dated', milestones: [milestone(1, { dueAt })] });
  const { calendar } = await ada.ok<{ calendar: { url: string } }>('POST', '/notices/calendar');
  const feed = await (await fetch(calendar.url)).text();
  expect(feed).toContain('A milestone is due: Dated');
  expect(feed).toContain('20400506T070800Z');
});

test('two milestones of one number are refused', async () => {
  const settings = { milestones: [milestone(1), milestone(1)] };
  await expect(addDiscussion(staff, settings)).rejects.toThrow('400');
});
