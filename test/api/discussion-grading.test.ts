/** Grades of discussions over HTTP: by milestones, rubric and both, into the LMS; marks that one learner alone sees. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion-grading.ts';
import type { OwnDisputesView, StaffDisputeView } from '../../server/src/contracts/disputes.ts';
import type { DiscussionEffect, DiscussionSettings } from '../../server/src/contracts/discussion-settings.ts';
import { plainTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(2);
  staff = room.staff;
  ada = room.learner(0);
  ben = room.learner(1);
}, 60_000);
afterAll(() => room.stack.close());

const milestone = { kind: 'thread', count: 1, words: 0, differentPeople: false, dueAt: null } as const;
const criteria = [{ id: 'depth', title: 'Depth', description: '', points: 4 }];

/** A discussion whose column the LMS has, graded in some way. */
async function graded(title: string, by: DiscussionSettings['grading']['by']): Promise<string> {
  const activityId = await addDiscussion(staff, {
    title,
    points: 20,
    milestones: [
      { ...milestone, n: 1, points: 5 },
      { ...milestone, n: 2, kind: 'reply', points: 15 },
    ],
    grading: { by, milestonesPercent: 50, criteria },
  });
  room.stack.simulator.addResourceLink(room.stack.course, {
    title,
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20, label: title },
  });
  return activityId;
}

const resultOf = (session: ApiSession, activityId: string) =>
  session.ok<contract.DiscussionResultView>('GET', `/discussions/${activityId}/result`);
const participant = (activityId: string, session: ApiSession) =>
  `/discussions/${activityId}/participants/${session.memberId}`;

async function release(activityId: string): Promise<void> {
  await staff.ok('POST', `/discussions/${activityId}/release`);
  await until('grades are released', async () => {
    const grades = await staff.ok<contract.DiscussionGradesView>('GET', `/discussions/${activityId}/grades`);
    return grades.released && grades.working === null;
  });
}

test('milestones become grades on release, follow what is written since, and are taken back', async () => {
  const activityId = await graded('By milestones', 'milestones');
  const threadId = await startThread(ada, activityId, 'Arches');
  expect(await resultOf(ada, activityId)).toEqual({ released: false, grade: null, feedback: null });
  expect((await ada.call('POST', `/discussions/${activityId}/release`)).status).toBe(403);
  await release(activityId);
  expect((await resultOf(ada, activityId)).grade?.explanation).toMatchObject({
    formula: 'discussion.milestones@1',
    value: 5,
    maximum: 20,
    steps: [{ type: 'milestones', points: 5, possible: 20, milestones: [{ met: true }, { met: false }] }],
  });
  // Who has written nothing has met nothing.
  expect((await resultOf(ben, activityId)).grade?.explanation.value).toBe(0);
  await reply(ben, activityId, threadId, 1, 'Yes.');
  await until(
    'the grade follows',
    async () => (await resultOf(ben, activityId)).grade?.explanation.value === 15,
  );
  await staff.ok('POST', `/discussions/${activityId}/withdrawal`);
  await until('it is taken back', async () => !(await resultOf(ben, activityId)).released);
  expect((await resultOf(ben, activityId)).grade).toBeNull();
}, 60_000);

test('marks by a rubric are one learner’s alone, and count with the milestones', async () => {
  const activityId = await graded('By both', 'both');
  const threadId = await startThread(ada, activityId, 'Towers');
  await reply(ben, activityId, threadId, 1, 'Which ones?');
  const seen = await staff.ok<contract.ParticipantView>('GET', participant(activityId, ben));
  expect(seen.threads).toMatchObject([
    { title: 'Towers', posts: [{ n: 2, words: 2, answers: { name: 'Given0 Family0', isOwn: false } }] },
  ]);
  expect(seen.milestones).toMatchObject([{ met: false }, { met: true }]);
  const body = {
    ratings: [{ criterionId: 'depth', points: 3 }],
    comment: 'Ask on.',
    posts: [{ threadId, n: 2, text: 'A good question.' }],
    expectedRevision: seen.revision,
  };
  await staff.ok('PUT', `${participant(activityId, ben)}/lease`);
  const saved = await staff.ok<{ revision: number }>('PUT', `${participant(activityId, ben)}/draft`, body);
  expect((await staff.call('PUT', `${participant(activityId, ben)}/mark`, body)).status).toBe(409);
  const mark = { ...body, expectedRevision: saved.revision };
  expect(await staff.ok('PUT', `${participant(activityId, ben)}/mark`, mark)).toMatchObject({ points: 3 });
  const list = await staff.ok<{ items: { memberId: string; mark: unknown; posts: number }[] }>(
    'GET',
    `/discussions/${activityId}/participants`,
  );
  const writers = list.items.filter(({ posts }) => posts > 0);
  expect(writers.map(({ posts, mark: given }) => [posts, given])).toEqual([
    [1, null],
    [1, { points: 3, maximum: 4 }],
  ]);
  expect((await ben.call('GET', `/discussions/${activityId}/participants`)).status).toBe(403);
  expect((await resultOf(ben, activityId)).feedback).toBeNull();
  await release(activityId);
  const own = await resultOf(ben, activityId);
  // Half of 15 of 20, and half of 3 of 4.
  expect(own.grade?.explanation).toMatchObject({ formula: 'discussion.total@1', value: 15 });
  expect(own.feedback).toMatchObject({ posts: [{ n: 2, text: 'A good question.' }] });
  expect(own.feedback && plainTextOf(own.feedback.comment)).toBe('Ask on.');
  const others = await resultOf(ada, activityId);
  expect(others).toEqual({ released: true, grade: null, feedback: null });
  expect(JSON.stringify(own)).not.toContain(staff.memberId);
}, 60_000);

test('where staff are promised not to know who writes, nobody goes through people', async () => {
  const activityId = await addDiscussion(staff, { anonymity: 'full' });
  await startThread(ada, activityId, 'Unsigned');
  for (const path of [`/discussions/${activityId}/participants`, participant(activityId, ada)]) {
    const answer = await staff.call('GET', path);
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).not.toContain('Given0');
  }
  expect(await staff.ok('GET', `/discussions/${activityId}/grades`)).toMatchObject({ can: { mark: false } });
});

test('a rubric alone', async () => {
  const activityId = await graded('By rubric', 'rubric');
  await startThread(ada, activityId, 'Cables');
  const body = { ratings: [], comment: '', posts: [], expectedRevision: 0 };
  expect((await staff.call('PUT', `${participant(activityId, ada)}/mark`, body)).status).toBe(422);
  const ratings = [{ criterionId: 'depth', points: 4 }];
  await staff.ok('PUT', `${participant(activityId, ada)}/mark`, { ...body, ratings });
  await release(activityId);
  expect((await resultOf(ada, activityId)).grade?.explanation).toMatchObject({
    formula: 'discussion.rubric@1',
    value: 20,
  });
}, 60_000);

test('a released grade is disputed, answered with another one, and gone when grades are taken back', async () => {
  const activityId = await graded('Disputed', 'milestones');
  await startThread(ada, activityId, 'Piers');
  const path = `/activities/${activityId}/disputes`;
  const mine = (session: ApiSession) => session.ok<OwnDisputesView>('GET', `${path}/mine`);
  const body = { target: { kind: 'grade', columnId: activityId }, reason: 'I replied, too.' };
  const id = newId();
  expect((await mine(ada)).targets).toEqual([]);
  expect((await ada.call('PUT', `${path}/mine/${id}`, body)).body).toMatchObject({
    error: { code: 'DISPUTES_CLOSED' },
  });
  await release(activityId);
  await until('there is a grade to dispute', async () => (await mine(ada)).targets.length === 1);
  expect((await mine(ada)).targets).toMatchObject([{ label: 'Disputed', can: { dispute: true } }]);
  const review = { target: { kind: 'review', pseudonym: '1' }, reason: 'There is none.' };
  expect((await ada.call('PUT', `${path}/mine/${newId()}`, review)).status).toBe(404);
  await ada.ok('PUT', `${path}/mine/${id}`, body);
  expect(JSON.stringify(await mine(ben))).not.toContain('I replied');
  await until('it is in the queue', async () => {
    const { items } = await staff.ok<{ items: { id: string }[] }>('GET', '/queue');
    return items.some((item) => item.id === `dispute/${id}`);
  });
  const list = await staff.ok<{ activity: object; items: StaffDisputeView[] }>('GET', path);
  expect(list).toMatchObject({
    activity: { type: 'discussion', title: 'Disputed' },
    items: [{ id, state: 'open', reason: 'I replied, too.' }],
  });
  const { revision } = await staff.ok<StaffDisputeView>('POST', `${path}/${id}/take`, {
    expectedRevision: 1,
  });
  const answer = { reason: 'So you did.', expectedRevision: revision };
  const answered = (grade: number) =>
    staff.call('PUT', `${path}/${id}/answer`, { ...answer, outcome: { state: 'changed', grade } });
  expect((await answered(21)).body).toMatchObject({ error: { code: 'GRADE_OUT_OF_RANGE' } });
  expect((await answered(20)).status).toBe(200);
  await until(
    'the grade is the new one',
    async () => (await resultOf(ada, activityId)).grade?.explanation.value === 20,
  );
  const seen = await mine(ada);
  expect(seen.targets).toMatchObject([{ dispute: { state: 'changed', answer: { reason: 'So you did.' } } }]);
  expect(JSON.stringify(seen)).not.toContain(staff.memberId);
  await staff.ok('POST', `/discussions/${activityId}/withdrawal`);
  await until('it is taken back', async () => !(await resultOf(ada, activityId)).released);
  expect(await mine(ada)).toEqual({ until: null, targets: [] });
}, 60_000);

test('what saving would do is told before, in numbers, and nothing is saved', async () => {
  const activityId = await graded('Previewed', 'milestones');
  await startThread(ada, activityId, 'Decks');
  await release(activityId);
  const path = `/discussions/${activityId}`;
  const { settings } = await staff.ok<{ settings: DiscussionSettings }>('GET', `${path}/settings`);
  const preview = (change: Partial<DiscussionSettings>) =>
    staff.ok<{ effects: DiscussionEffect[] }>('POST', `${path}/preview`, {
      settings: { ...settings, ...change },
    });
  expect((await preview({ title: 'Renamed' })).effects).toEqual([]);
  const { effects } = await preview({ mode: 'postFirst', anonymity: 'peers', points: 30 });
  const [mode, names, points, stay] = effects;
  expect(names).toEqual({ code: 'anonymityChanged', to: 'peers', kept: 1 });
  expect(points).toEqual({ code: 'pointsChanged', from: 20, to: 30 });
  const learners = mode?.code === 'modeChanged' ? mode.learners : 0;
  expect(mode).toMatchObject({ code: 'modeChanged', to: 'postFirst', learners, silent: learners - 1 });
  expect(stay).toEqual({ code: 'gradesStay', grades: learners });
  expect((await staff.ok<{ settings: object }>('GET', `${path}/settings`)).settings).toEqual(settings);
  expect((await ada.call('POST', `${path}/preview`, { settings })).status).toBe(403);
  const draft = await addDiscussion(staff, { title: 'Draft' }, 'draft');
  const ofDraft = { settings: { ...settings, mode: 'debate' } };
  expect(await staff.ok('POST', `/discussions/${draft}/preview`, ofDraft)).toEqual({ effects: [] });

  // Who has more time keeps it, and is no learner whose date changes.
  const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
  const { revision } = await staff.ok<{ revision: number }>('GET', `${path}/settings`);
  const ending = { settings: { ...settings, submissionsCloseAt: day(5) }, expectedRevision: revision };
  await staff.ok('PUT', path, ending);
  await staff.ok('PUT', `/activities/${activityId}/timelines/${ada.memberId}/extension`, {
    until: { post: day(9) },
    zone: 'UTC',
    reason: 'Ill.',
    expectedRevision: 0,
  });
  expect((await preview({ submissionsCloseAt: day(6) })).effects).toMatchObject([
    { code: 'endChanged', learners: learners - 1, keeping: { count: 1, names: ['Given0 Family0'] } },
  ]);
}, 60_000);
