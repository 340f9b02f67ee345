/** What staff see of a peer review as a whole, and whom they remind, over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { StaffOverviewView } from '../../server/src/contracts/peer-review.ts';
import type { ReviewAnalyticsView } from '../../server/src/contracts/peer-review-analytics.ts';
import type { ReviewNetworkView } from '../../server/src/contracts/peer-review-network.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

type Overview = z.output<typeof StaffOverviewView>;
interface Preview {
  lacking: number;
  remindedLately: number;
  members: { id: string; remindedLately: boolean }[];
}

const activityId = newId();
let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const overview = () => teacher.ok<Overview>('GET', `/activities/${activityId}/overview`);
const rowOf = async (who: ApiSession) =>
  (await overview()).rows.find(({ memberId }) => memberId === who.memberId);

interface Queue {
  items: { activityId: string | null; because: { code: string; params: Record<string, unknown> } }[];
}
const matters = async (code: string) =>
  (await teacher.ok<Queue>('GET', '/queue')).items.filter(({ because }) => because.code === code);
const tasksOf = async (who: ApiSession): Promise<string[]> =>
  (
    await who.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `/activities/${activityId}/mine`)
  ).reviewTasks.map(({ reviewId }) => reviewId);
const review = (who: ApiSession, reviewId: string, points: number) =>
  who.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, {
    ratings: [{ criterionId: 'content', points }],
    comment: 'Clear.',
    expectedRevision: 0,
  });

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(
    activityId,
    { reviewsPerLearner: 1, disagreementLimit: 40, workMethod: 'mean' },
    4,
  ));
  await handInAll({ activityId, teacher, learners: learners.slice(0, 3) });
  await until('the table knows who reviews', async () =>
    (await overview()).rows.every(({ submittedAt, given }) => submittedAt === null || given.of > 0),
  );
}, 60_000);
afterAll(() => stack.close());

test('the table says who is stuck and why', async () => {
  const [ada, , , late] = learners;
  if (!ada || !late) throw new Error('nobody came');
  await until('the one without work is on the table', async () => (await rowOf(late)) !== undefined);
  expect((await rowOf(late))?.stuck).toEqual(['noWork']);
  expect((await rowOf(ada))?.stuck).toEqual([]);
});

test('chosen learners alone are reminded, of them those who lack something, and each once a day', async () => {
  const [ada, bo, , late] = learners;
  if (!ada || !bo || !late) throw new Error('nobody came');
  const memberIds = [ada, late].map(({ memberId }) => memberId);
  const preview = () =>
    teacher.ok<Preview>('POST', `/activities/${activityId}/reminders/preview`, { task: 'review', memberIds });
  expect(await preview()).toMatchObject({
    lacking: 1,
    remindedLately: 0,
    members: [{ id: ada.memberId, remindedLately: false }],
  });
  const reminderId = newId();
  const path = `/activities/${activityId}/reminders/${reminderId}`;
  await teacher.ok('PUT', path, { task: 'review', memberIds });
  const state = () => teacher.ok<{ state: string; reminded: number }>('GET', path);
  await until('it is carried out', async () => (await state()).state === 'done');
  expect(await state()).toMatchObject({ reminded: 1 });
  const remindersOf = async (who: ApiSession) =>
    (await who.ok<{ items: { content: { kind: string } }[] }>('GET', '/notices')).items.filter(
      ({ content }) => content.kind === 'reminder',
    ).length;
  expect([await remindersOf(ada), await remindersOf(bo)]).toEqual([1, 0]);
  expect(await preview()).toMatchObject({
    lacking: 1,
    remindedLately: 1,
    members: [{ remindedLately: true }],
  });
});

interface Problems {
  problems: { id: string; answer: { words: string } | null }[];
  can: { report: boolean };
}
interface StaffProblems {
  items: { id: string; revision: number; state: string; answer: { instead: { id: string } | null } | null }[];
}
const problems = `/activities/${activityId}/review-problems`;

test('a reviewer reports a work; staff take it away and give another; the author learns nothing', async () => {
  const [ada, ...others] = learners;
  const [before] = ada ? await tasksOf(ada) : [];
  if (!ada || !before) throw new Error('nobody came');
  const own = `/activities/${activityId}/reviews/${before}/problems`;
  expect(await ada.ok<Problems>('GET', own)).toEqual({ problems: [], can: { report: true } });
  const id = newId();
  const report = { kind: 'conflict', text: 'We wrote it together.' };
  await Promise.all([1, 2].map(() => ada.call('PUT', `${own}/${id}`, report)));
  expect(await ada.ok<Problems>('GET', own)).toMatchObject({ problems: [{ id }], can: { report: false } });
  expect((await ada.call('PUT', `${own}/${newId()}`, report)).body).toMatchObject({
    error: { code: 'PROBLEM_REPORTED' },
  });
  expect((await ada.call('PUT', `${own}/${newId()}`, { kind: 'other', text: ' ' })).status).toBe(400);
  await until('it waits for staff', async () => (await matters('REVIEW_PROBLEM')).length === 1);
  const listed = await teacher.ok<StaffProblems>('GET', problems);
  expect(listed).toMatchObject({ items: [{ id, state: 'open', can: { replace: true } }] });

  const answer = { action: 'replace', words: 'Take this one.', expectedRevision: 1 };
  const answered = await teacher.ok<StaffProblems['items'][number]>(
    'PUT',
    `${problems}/${id}/answer`,
    answer,
  );
  expect(answered).toMatchObject({ state: 'replaced', answer: { instead: {} } });
  await until('she has another work', async () => {
    const [now] = await tasksOf(ada);
    return now !== undefined && now !== before;
  });
  expect(await tasksOf(ada)).toHaveLength(1);
  await until('the work that was taken away has another reviewer', async () => {
    const tasks = await Promise.all(learners.map(tasksOf));
    return tasks.flat().length === 4;
  });
  expect((await ada.call('GET', `/activities/${activityId}/reviews/${before}`)).status).toBe(404);
  await until('it waits no more', async () => (await matters('REVIEW_PROBLEM')).length === 0);
  expect(
    (await teacher.call('PUT', `${problems}/${id}/answer`, { ...answer, action: 'dismiss' })).body,
  ).toMatchObject({
    error: { code: 'PROBLEM_ANSWERED' },
  });
  for (const author of others.slice(0, 2)) {
    const seen = JSON.stringify([
      await author.ok('GET', `/activities/${activityId}/mine`),
      await author.ok('GET', `/activities/${activityId}/received-reviews`),
      await author.ok('GET', '/notices'),
      await author.ok('GET', '/home'),
    ]);
    expect(seen).not.toContain('together');
    expect(seen).not.toContain('conflict');
    expect(seen).not.toContain(ada.memberId);
    expect((await author.call('GET', problems)).status).toBe(403);
    expect((await author.call('GET', own)).status).toBe(404);
  }
});

test('a submitted review is not taken away; a dismissal is read by the reviewer alone', async () => {
  const [, bo] = learners;
  const tasks = bo ? await tasksOf(bo) : [];
  const [reviewId] = tasks;
  if (!bo || !reviewId) throw new Error('nobody came');
  for (const task of tasks) await review(bo, task, 1);
  const own = `/activities/${activityId}/reviews/${reviewId}/problems`;
  const id = newId();
  await bo.ok('PUT', `${own}/${id}`, { kind: 'plagiarism', text: '' });
  const answer = (body: object) =>
    teacher.call('PUT', `${problems}/${id}/answer`, { words: 'Quoted.', expectedRevision: 1, ...body });
  expect((await answer({ action: 'replace' })).body).toMatchObject({ error: { code: 'REVIEW_SUBMITTED' } });
  expect((await answer({ action: 'dismiss', words: '' })).status).toBe(400);
  expect((await answer({ action: 'dismiss' })).status).toBe(200);
  expect(await bo.ok<Problems>('GET', own)).toMatchObject({
    problems: [{ answer: { words: 'Quoted.' } }],
    can: { report: true },
  });
});

test('reviews that disagree wait for staff, who may leave it at that and take it back', async () => {
  const path = `/activities/${activityId}/review-disagreements`;
  const [ada, , chi] = learners;
  if (!ada || !chi) throw new Error('nobody came');
  expect(await teacher.ok('GET', path)).toEqual({ limit: 40, waiting: 0, items: [] });
  for (const [who, points] of [
    [ada, 10],
    [chi, 1],
  ] as const)
    for (const reviewId of await tasksOf(who)) await review(who, reviewId, points);
  const count = async () => (await matters('REVIEWS_DISAGREE'))[0]?.because.params['count'];
  await until('they wait', async () => (await count()) === 1);
  const found = () =>
    teacher.ok<{
      waiting: number;
      items: { author: { id: string }; spread: number; revision: number; dismissal: object | null }[];
    }>('GET', path);
  const [work] = (await found()).items;
  expect(work).toMatchObject({ spread: 90, dismissal: null, revision: 0 });
  const say = (body: object) =>
    teacher.call('PUT', `${path}/${work?.author.id}`, { reason: 'A matter of taste.', ...body });
  expect((await say({ dismissed: true, expectedRevision: 3 })).body).toMatchObject({
    error: { code: 'STALE_REVISION' },
  });
  expect((await say({ dismissed: true, expectedRevision: 0 })).body).toMatchObject({
    waiting: 0,
    items: [{ dismissal: { reason: 'A matter of taste.' }, revision: 1 }],
  });
  await until('they wait no more', async () => (await count()) === undefined);
  expect((await say({ dismissed: false, expectedRevision: 1 })).body).toMatchObject({ waiting: 1 });
  await until('they wait again', async () => (await count()) === 1);
  expect((await ada.call('GET', path)).status).toBe(403);
});

test('what the reviews say is counted for staff alone', async () => {
  const path = `/activities/${activityId}/review-analytics`;
  const said = () => teacher.ok<z.output<typeof ReviewAnalyticsView>>('GET', path);
  const { reviews, works, criteria, reviewers, words, feedback } = await said();
  // One each, and one more for the work that was taken away from Ada.
  expect([reviews, reviewers.length]).toEqual([4, 3]);
  expect(works).toBe(feedback.works);
  expect(criteria).toMatchObject([{ title: 'Content', count: 4, mean: 32.5 }]);
  expect(words).toMatchObject({ median: 1 });
  const [ada, bo] = learners;
  if (!ada || !bo) throw new Error('nobody came');
  expect(reviewers.find(({ id }) => id === ada.memberId)).toMatchObject({
    reviews: 1,
    mean: 100,
    severity: 90,
  });
  for (const who of [ada, bo]) expect((await who.call('GET', path)).status).toBe(403);
});

test('how long reviewing takes is measured only while the activity says so, and each second once', async () => {
  const [ada, bo] = learners;
  if (!ada || !bo) throw new Error('nobody came');
  const path = `/activities/${activityId}/peer-review`;
  const measure = async (measuresTime: boolean): Promise<void> => {
    const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>('GET', path);
    await teacher.ok('PUT', path, { settings: { ...settings, measuresTime }, expectedRevision: revision });
  };
  const minutes = async (who: ApiSession) => {
    const found = await teacher.ok<z.output<typeof ReviewAnalyticsView>>(
      'GET',
      `/activities/${activityId}/review-analytics`,
    );
    return found.reviewers.find(({ id }) => id === who.memberId)?.minutes;
  };
  const [reviewId = ''] = await tasksOf(ada);
  const at = `/activities/${activityId}/reviews/${reviewId}`;
  const page = newId();
  const beat = (n: number, seconds: number, who = ada) =>
    who.call('POST', `${at}/time`, { beat: `${page}-${n}`, seconds });
  const isTold = async () => (await ada.ok<{ measuresTime: boolean }>('GET', at)).measuresTime;

  // Off, as it is at first: whatever a browser sends, nothing is kept.
  expect(await isTold()).toBe(false);
  expect((await beat(0, 60)).status).toBe(200);
  await measure(true);
  expect(await minutes(ada)).toBeNull();
  expect(await isTold()).toBe(true);
  await beat(1, 60);
  await beat(1, 60);
  await beat(2, 30);
  // Of others' reviews nobody can say anything.
  await beat(3, 60, bo);
  expect((await beat(4, 61)).status).toBe(400);
  expect([await minutes(ada), await minutes(bo)]).toEqual([1.5, null]);
  await measure(false);
  expect([await minutes(ada), await isTold()]).toEqual([null, false]);
});

test('who reviews whom is for staff alone', async () => {
  const path = `/activities/${activityId}/review-network`;
  const { reviewers, furtherAuthors, reviews, next } = await teacher.ok<ReviewNetworkView>('GET', path);
  expect([furtherAuthors, next]).toEqual([[], null]);
  const pairs = reviews.map(({ reviewer, author, state, percent }) => {
    expect(reviewers[reviewer]?.id).not.toBe(reviewers[author]?.id);
    return [reviewers[reviewer]?.id, state, percent];
  });
  const [ada, bo, chi] = learners.map(({ memberId }) => memberId);
  expect(pairs).toHaveLength(4);
  expect(pairs).toEqual(
    expect.arrayContaining([
      [ada, 'submitted', 100],
      [bo, 'submitted', 10],
      [chi, 'submitted', 10],
    ]),
  );
  expect((await learners[0]?.call('GET', path))?.status).toBe(403);
  expect((await teacher.call('GET', `${path}?after=x`)).status).toBe(400);
});

test('a review that staff set aside counts no more, until they say so; its author reads that, not whose and why', async () => {
  const found = await teacher.ok<{ items: { author: { id: string } }[] }>(
    'GET',
    `/activities/${activityId}/review-disagreements`,
  );
  const author = learners.find((who) => who.memberId === found.items[0]?.author.id);
  const { reviews } = await teacher.ok<{
    reviews: { id: string; points: number; reviewer: { id: string } }[];
  }>('GET', `/activities/${activityId}/learners/${author ? author.memberId : ''}/reviews`);
  const harsh = reviews.find(({ points }) => points === 1);
  if (!author || !harsh) throw new Error('no reviews that disagree');
  await teacher.ok('POST', `/activities/${activityId}/release`);
  const grade = async () => (await rowOf(author))?.grade?.value;
  await until('the mean of both is there', async () => (await grade()) === 11);

  const weights = `/activities/${activityId}/learners/${author.memberId}/review-weights`;
  const weigh = (percent: number, expectedRevision: number, reason = 'Written in anger.') =>
    teacher.call('PUT', `/activities/${activityId}/reviews/${harsh.id}/weight`, {
      percent,
      reason,
      expectedRevision,
    });
  expect((await weigh(0, 0)).body).toMatchObject({ can: { change: true } });
  expect((await weigh(0, 0)).status).toBe(200);
  expect((await weigh(50, 0)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  await until('the other review alone counts', async () => (await grade()) === 20);
  const own = () =>
    author.ok<{ results: { explanation: { steps: object[] } }[] }>('GET', `/activities/${activityId}/mine`);
  const told = await own();
  expect(told.results[0]?.explanation.steps).toContainEqual({ type: 'decided', setAside: 1, lessened: 0 });
  const text = JSON.stringify(told);
  for (const secret of ['anger', harsh.reviewer.id, harsh.id]) expect(text).not.toContain(secret);
  expect((await author.call('GET', weights)).status).toBe(403);

  expect((await weigh(50, 1)).status).toBe(200);
  await until('it counts half', async () => Math.abs(((await grade()) ?? 0) - 14) < 0.01);
  expect((await weigh(100, 2, 'It was fair after all.')).status).toBe(200);
  await until('it counts in full', async () => (await grade()) === 11);
  expect(await teacher.ok('GET', weights)).toMatchObject({
    weights: expect.arrayContaining([
      expect.objectContaining({
        reviewId: harsh.id,
        percent: 100,
        revision: 3,
        decisions: [{ percent: 100 }, { percent: 50 }, { percent: 0 }].map((one) =>
          expect.objectContaining(one),
        ),
      }),
    ]) as unknown,
  });
});

test('a total is made anew with what staff have set aside', async () => {
  const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>(
    'GET',
    `/activities/${activityId}/peer-review`,
  );
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: {
      ...settings,
      workMethod: 'mean',
      columns: { kind: 'total', workPercent: 80, reviewingPercent: 20 },
      releaseMode: { kind: 'immediate' },
    },
    expectedRevision: revision,
  });
  await teacher.call('POST', `/activities/${activityId}/release`);
  await until('totals are there', async () =>
    (await overview()).rows.every(({ received, grade }) => received.done === 0 || grade !== null),
  );
  const [row] = (await overview()).rows.filter(({ received }) => received.done > 0);
  const history = () =>
    teacher.ok<{ entries: { explanation: { formula: string } }[] }>(
      'GET',
      `/grade-slots/${activityId}/${row?.memberId}`,
    );
  const newest = async () => (await history()).entries[0]?.explanation.formula;
  await until('the newest is a total', async () => (await newest()) === 'peer-review.total@3');
  expect(await newest()).toBe('peer-review.total@3');
});
