import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/peer-review.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let scope: CourseScope;
let activityId: string;
let instructor: Caller;
let learners: Caller[];

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.time = '2027-03-01T10:00:00Z';
  scope = buildScope();
  activityId = newId();
  instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  learners = [];
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dov', 'Eva', 'Finn']) {
    learners.push(await world.join(scope, `${name} Learner`));
  }
  await save(buildSettings(), 0);
  await world.settle();
});

const call = async (
  caller: Caller,
  endpoint: Parameters<PeerReviewWorld['call']>[1],
  body?: unknown,
  rest = {},
) => world.call(caller, endpoint, { params: { activityId, ...rest }, body });
const save = (settings: contract.PeerReviewSettings, expectedRevision: number) =>
  call(instructor, contract.SavePeerReview, { settings, expectedRevision });
const mine = async (caller: Caller) =>
  contract.LearnerActivityView.parse(await call(caller, contract.GetLearnerActivity));
const submission = async (caller: Caller) =>
  contract.OwnSubmissionView.parse(await call(caller, contract.GetOwnSubmission));
const overview = async (caller: Caller = instructor) =>
  contract.StaffOverviewView.parse(await call(caller, contract.GetStaffOverview));
const submit = (caller: Caller, text: string, expectedVersion = 0, expectedRevision = 0) =>
  call(caller, contract.SubmitWork, { text, expectedVersion, expectedRevision });
const person = (index: number): Caller => {
  const caller = learners[index];
  if (!caller) throw new Error(`no learner ${index}`);
  return caller;
};
const refused = (code: string) => expect.objectContaining({ code });

const FULL = {
  ratings: [
    { criterionId: 'argument', points: 5 },
    { criterionId: 'style', points: 3 },
  ],
  comment: 'Clear thesis.',
};

async function startReviews(): Promise<void> {
  for (const learner of learners) await submit(learner, `Work of ${learner.member.name}`);
  await call(instructor, contract.StartReviews);
  await world.settle();
}

async function firstTask(caller: Caller): Promise<string> {
  const [task] = (await mine(caller)).reviewTasks;
  if (!task) throw new Error('nothing to review');
  return task.reviewId;
}

const getReview = async (caller: Caller, reviewId: string) =>
  contract.ReviewerReviewView.parse(await call(caller, contract.GetReview, undefined, { reviewId }));
const submitReview = (caller: Caller, reviewId: string, body: object) =>
  call(caller, contract.SubmitReview, { ...FULL, expectedRevision: 0, ...body }, { reviewId });
const saveReview = (caller: Caller, reviewId: string, body: object) =>
  call(caller, contract.SaveReviewDraft, { ...FULL, expectedRevision: 0, ...body }, { reviewId });

async function reviewAll(): Promise<void> {
  for (const learner of learners) {
    for (const { reviewId } of (await mine(learner)).reviewTasks) await submitReview(learner, reviewId, {});
  }
}

describe('settings', () => {
  test('creating twice with the same id changes nothing', async () => {
    expect(await save(buildSettings(), 0)).toMatchObject({ id: activityId, revision: 1 });
  });

  test('once reviews are allocated the rubric stays, dates and texts may change', async () => {
    await startReviews();
    const { revision } = contract.SettingsView.parse(await call(instructor, contract.GetPeerReviewSettings));
    await expect(save(buildSettings({ reviewsPerLearner: 3 }), revision)).rejects.toEqual(
      refused('ACTIVITY_HAS_WORK'),
    );
    const later = buildSettings({ reviewsCloseAt: '2027-03-09T12:00:00.000Z', instructions: 'Three pages.' });
    expect(await save(later, revision)).toMatchObject({ settings: later });
  });
});

describe('handing in', () => {
  test('a draft is saved under its revision and the second tab is told', async () => {
    const draft = (text: string, expectedRevision: number) =>
      call(person(0), contract.SaveSubmissionDraft, { text, expectedRevision });
    expect(await draft('one', 0)).toMatchObject({ revision: 1 });
    await expect(draft('other tab', 0)).rejects.toEqual(refused('STALE_REVISION'));
    expect(await draft('one', 0)).toMatchObject({ revision: 1 });
    expect((await submission(person(0))).draft).toMatchObject({ text: 'one', revision: 1 });
  });

  test('versions count up, the editor loads what was handed in, a repeated request makes no version', async () => {
    await submit(person(0), 'first');
    await submit(person(0), 'second', 1, 1);
    await submit(person(0), 'second', 1, 1);
    expect(await submission(person(0))).toMatchObject({
      submission: { version: 2, text: 'second' },
      draft: { text: 'second', revision: 2 },
    });
  });

  test('two tabs: the later one with an older version is told and writes nothing over', async () => {
    await submit(person(0), 'first');
    await expect(submit(person(0), 'from another tab')).rejects.toEqual(refused('STALE_REVISION'));
    expect((await submission(person(0))).draft.text).toBe('first');
  });

  test('of many simultaneous requests one gets through and the others are told', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
    const outcomes = await Promise.allSettled(texts.map((text) => submit(person(0), text)));
    const accepted = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [texts[index]] : []));
    expect(accepted).toHaveLength(1);
    const { submission: current } = await submission(person(0));
    expect(current).toMatchObject({ version: 1, text: accepted[0] });
  });

  test('after the date it is refused and the text is kept as the draft', async () => {
    world.clock.time = '2027-03-01T12:00:01Z';
    await expect(submit(person(0), 'too late')).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
    expect(await submission(person(0))).toMatchObject({ submission: null, draft: { text: 'too late' } });
  });
});

describe('allocation', () => {
  test('everybody gives and receives the same number of reviews', async () => {
    await startReviews();
    const { rows, counts, phase, working } = await overview();
    expect({ phase, working }).toEqual({ phase: 'review', working: null });
    expect(rows.map(({ given, received }) => [given.of, received.of])).toEqual(learners.map(() => [2, 2]));
    expect(counts).toEqual({
      learners: 6,
      submissions: 6,
      reviewsDone: 0,
      reviewsAllocated: 12,
      gradable: 0,
    });
  });

  test('the date starts it, and only then', async () => {
    for (const learner of learners) await submit(learner, 'text');
    await world.settle();
    expect((await overview()).phase).toBe('submission');
    world.clock.time = '2027-03-01T12:00:00Z';
    await world.settle();
    expect((await overview()).phase).toBe('review');
  });

  test('one work alone is too few; asking again afterwards is refused', async () => {
    await submit(person(0), 'text');
    await expect(call(instructor, contract.StartReviews)).rejects.toEqual(refused('ALLOCATION_NEEDS_TWO'));
    await submit(person(1), 'text');
    expect(await call(instructor, contract.StartReviews)).toEqual({ working: 'allocating' });
    expect(await call(instructor, contract.StartReviews)).toEqual({ working: 'allocating' });
    await world.settle();
    await expect(call(instructor, contract.StartReviews)).rejects.toEqual(refused('ALLOCATION_ALREADY_DONE'));
  });

  test('the test student may hand in, and is neither allocated nor counted', async () => {
    const tester = await world.join(scope, 'Test Student', { testUser: true });
    await submit(tester, 'trying');
    await startReviews();
    expect((await mine(tester)).reviewTasks).toEqual([]);
    expect((await overview()).counts).toMatchObject({ learners: 6, submissions: 6, reviewsAllocated: 12 });
  });
});

describe('reviewing', () => {
  let reviewId: string;
  beforeEach(async () => {
    await startReviews();
    reviewId = await firstTask(person(0));
  });

  test('draft, submit and change until the date', async () => {
    await saveReview(person(0), reviewId, { ratings: [], comment: 'so far' });
    expect(await getReview(person(0), reviewId)).toMatchObject({
      state: 'begun',
      comment: 'so far',
      revision: 1,
    });
    expect(await submitReview(person(0), reviewId, { expectedRevision: 1 })).toMatchObject({
      state: 'submitted',
      ...FULL,
      revision: 2,
    });
    const changed = await submitReview(person(0), reviewId, { comment: 'Better.', expectedRevision: 2 });
    expect(changed).toMatchObject({ state: 'submitted', comment: 'Better.', revision: 3 });
  });

  test('a repeated submission is answered like the first', async () => {
    await submitReview(person(0), reviewId, {});
    expect(await submitReview(person(0), reviewId, {})).toMatchObject({ state: 'submitted', revision: 1 });
  });

  test('another tab’s older draft is refused and what is there stays', async () => {
    await saveReview(person(0), reviewId, { comment: 'newer' });
    await expect(submitReview(person(0), reviewId, { comment: 'older' })).rejects.toEqual(
      refused('STALE_REVISION'),
    );
    expect(await getReview(person(0), reviewId)).toMatchObject({ state: 'begun', comment: 'newer' });
  });

  test.each([
    ['a missing rating', { ratings: FULL.ratings.slice(1) }, 'RATING_MISSING'],
    [
      'points above the criterion',
      { ratings: [{ criterionId: 'argument', points: 6.5 }] },
      'RATING_OUT_OF_RANGE',
    ],
    ['an empty comment', { comment: ' ' }, 'COMMENT_REQUIRED'],
  ])('%s is refused and kept as the draft', async (_rule, body, code) => {
    await expect(submitReview(person(0), reviewId, body)).rejects.toEqual(refused(code));
    expect(await getReview(person(0), reviewId)).toMatchObject({ state: 'begun', ...body, revision: 1 });
  });

  test('after the date it is refused and kept as the draft', async () => {
    world.clock.time = '2027-03-08T12:00:01Z';
    await expect(submitReview(person(0), reviewId, {})).rejects.toEqual(refused('REVIEWS_CLOSED'));
    expect(await getReview(person(0), reviewId)).toMatchObject({ ...FULL, can: { edit: false } });
  });

  test('a review of somebody else, of another activity or of no one is not allocated', async () => {
    const others = (await Promise.all(learners.slice(1).map(mine))).flatMap(({ reviewTasks }) => reviewTasks);
    for (const other of [...others.map((task) => task.reviewId), `${newId()}-${person(0).member.id}`]) {
      await expect(submitReview(person(0), other, {})).rejects.toEqual(refused('NOT_ALLOCATED'));
      await expect(getReview(person(0), other)).rejects.toEqual(refused('NOT_ALLOCATED'));
    }
    const elsewhere = newId();
    await world.call(instructor, contract.SavePeerReview, {
      params: { activityId: elsewhere },
      body: { settings: buildSettings(), expectedRevision: 0 },
    });
    await expect(
      world.call(person(0), contract.GetReview, { params: { activityId: elsewhere, reviewId } }),
    ).rejects.toEqual(refused('NOT_ALLOCATED'));
  });

  test('of many simultaneous submissions one becomes the version and the others are told', async () => {
    const comments = Array.from({ length: 8 }, (_, index) => `comment ${index}`);
    const outcomes = await Promise.allSettled(
      comments.map((comment) => submitReview(person(0), reviewId, { comment })),
    );
    const accepted = outcomes.flatMap(({ status }, index) =>
      status === 'fulfilled' ? [comments[index]] : [],
    );
    expect(accepted).toHaveLength(1);
    expect(await getReview(person(0), reviewId)).toMatchObject({ state: 'submitted', comment: accepted[0] });
  });
});

describe('release', () => {
  test('nothing is shown before it; after it learners see grade and reviews, staff the grades', async () => {
    await startReviews();
    await expect(call(instructor, contract.ReleaseGrades)).rejects.toEqual(refused('NOTHING_TO_RELEASE'));
    await reviewAll();
    expect(await mine(person(0))).toMatchObject({ result: null, noResultBecause: null });
    expect(await call(person(0), contract.GetReceivedReviews)).toEqual({ reviews: [] });
    expect(await call(instructor, contract.ReleaseGrades)).toEqual({ working: 'releasing' });
    await world.settle();
    expect(await mine(person(0))).toMatchObject({
      phase: 'released',
      result: { explanation: { value: 16, maximum: 20, median: 80, reviewScores: [80, 80] } },
    });
    expect(await call(person(0), contract.GetReceivedReviews)).toEqual({
      reviews: [
        { pseudonym: '1', ...FULL },
        { pseudonym: '2', ...FULL },
      ],
    });
    const { rows, working } = await overview();
    expect(working).toBeNull();
    expect(rows.map(({ grade }) => grade)).toEqual(learners.map(() => ({ value: 16, maximum: 20 })));
  });

  test('who has no grade is told why', async () => {
    const absent = await world.join(scope, 'Absent Learner');
    await startReviews();
    const task = await firstTask(person(0));
    await submitReview(person(0), task, {});
    await call(instructor, contract.ReleaseGrades);
    await world.settle();
    expect((await mine(absent)).noResultBecause).toBe('noSubmission');
    const reasons = (await Promise.all(learners.map(mine))).map(({ noResultBecause }) => noResultBecause);
    expect(reasons.filter((reason) => reason === 'noReviews')).toHaveLength(5);
  });
});

describe('the staff table', () => {
  test('kept by events it equals the one built anew', async () => {
    await startReviews();
    await reviewAll();
    await call(instructor, contract.ReleaseGrades);
    await world.settle();
    const kept = await overview();
    await world.peerReview.rebuildProgress(scope, activityId);
    expect(await overview()).toEqual(kept);
  });

  test('comes in pages by name', async () => {
    const page = async (after?: string) =>
      contract.StaffOverviewView.parse(
        await world.call(instructor, contract.GetStaffOverview, {
          params: { activityId },
          query: { limit: 4, ...(after && { after }) },
        }),
      );
    const first = await page();
    const second = await page(first.next ?? '');
    expect([...first.rows, ...second.rows].map(({ name }) => name?.split(' ')[0])).toEqual([
      'Ada',
      'Ben',
      'Cleo',
      'Dov',
      'Eva',
      'Finn',
    ]);
    expect(second.next).toBeNull();
  });
});

describe('anonymity and tenancy', () => {
  const secretsOf = (people: readonly Caller[]): string[] =>
    people.flatMap(({ member }) => [member.id, ...(member.name ? [member.name] : [])]);

  test('what a reviewer gets names no author, what an author gets names no reviewer', async () => {
    for (const learner of learners) await submit(learner, 'A text without a name');
    await call(instructor, contract.StartReviews);
    await world.settle();
    await reviewAll();
    await call(instructor, contract.ReleaseGrades);
    await world.settle();
    for (const learner of learners) {
      const others = secretsOf(learners.filter((other) => other !== learner));
      const page = await mine(learner);
      const reviews = await Promise.all(page.reviewTasks.map(({ reviewId }) => getReview(learner, reviewId)));
      const received = await call(learner, contract.GetReceivedReviews);
      const seen = JSON.stringify([page, reviews, received, await submission(learner)]);
      expect(others.filter((secret) => seen.includes(secret))).toEqual([]);
      expect(seen).not.toMatch(/authorId|reviewerId|submissionId|"memberId"|"seed"/);
      // The work's part of a review id is also unknown to its author, so the two cannot compare them.
      expect(JSON.stringify(received)).not.toMatch(/[0-9a-f]{32}/);
    }
  });

  test('the staff table says who and how many, never who reviews whom', async () => {
    await startReviews();
    const seen = JSON.stringify(await overview());
    expect(seen).not.toMatch(/[0-9a-f]{32}-[0-9a-f]{32}|seed|authorId|reviewerId/);
  });

  test.each([
    ['the learner’s page', contract.GetLearnerActivity, 'learner', undefined],
    ['the own work', contract.GetOwnSubmission, 'learner', undefined],
    ['received reviews', contract.GetReceivedReviews, 'learner', undefined],
    ['a draft', contract.SaveSubmissionDraft, 'learner', { text: 'x', expectedRevision: 0 }],
    ['handing in', contract.SubmitWork, 'learner', { text: 'x', expectedVersion: 0, expectedRevision: 0 }],
    ['the settings', contract.GetPeerReviewSettings, 'instructor', undefined],
    ['the staff table', contract.GetStaffOverview, 'instructor', undefined],
    ['starting reviews', contract.StartReviews, 'instructor', undefined],
    ['releasing', contract.ReleaseGrades, 'instructor', undefined],
  ] as const)('of another course’s activity, %s is not found', async (_rule, endpoint, role, body) => {
    const stranger = await world.join(buildScope(), 'Stranger', { role });
    await expect(call(stranger, endpoint, body)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test.each([
    ['the learner’s page', () => mine(person(0))],
    ['the own work', () => submission(person(0))],
    ['received reviews', () => call(person(0), contract.GetReceivedReviews)],
    ['a review', (task: string) => getReview(person(0), task)],
    ['the staff table', () => overview()],
  ])('%s takes at most four round trips', async (_rule, read) => {
    await startReviews();
    await reviewAll();
    await call(instructor, contract.ReleaseGrades);
    await world.settle();
    const task = await firstTask(person(0));
    const count = { commands: 0 };
    await counted(count, () => read(task));
    expect(count.commands).toBeGreaterThan(0);
    expect(count.commands).toBeLessThanOrEqual(4);
  });
});
