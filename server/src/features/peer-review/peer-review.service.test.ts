import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, FULL_REVIEW, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import * as contract from '../../contracts/peer-review.ts';
import { newId } from '../../core/ids.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const refused = (code: string) => expect.objectContaining({ code });

describe('settings', () => {
  test('creating twice with the same id changes nothing', async () => {
    expect(await room.save(buildSettings(), 0)).toMatchObject({ id: room.activityId, revision: 1 });
  });

  test('once reviews are allocated the rubric stays, dates and texts may change', async () => {
    await room.startReviews();
    const { revision } = contract.SettingsView.parse(
      await room.call(room.instructor, contract.GetPeerReviewSettings),
    );
    await expect(room.save(buildSettings({ reviewsPerLearner: 3 }), revision)).rejects.toEqual(
      refused('ACTIVITY_HAS_WORK'),
    );
    const later = buildSettings({
      reviewsCloseAt: '2027-03-09T12:00:00.000Z',
      instructions: richTextOf('Three pages.'),
    });
    expect(await room.save(later, revision)).toMatchObject({ settings: later });
  });
});

describe('handing in', () => {
  test('a draft is saved under its revision and the second tab is told', async () => {
    const draft = (text: string, expectedRevision: number) =>
      room.call(room.person(0), contract.SaveSubmissionDraft, { text, expectedRevision });
    expect(await draft('one', 0)).toMatchObject({ revision: 1 });
    await expect(draft('other tab', 0)).rejects.toEqual(refused('STALE_REVISION'));
    expect(await draft('one', 0)).toMatchObject({ revision: 1 });
    expect((await room.submission(room.person(0))).draft).toMatchObject({
      text: richTextOf('one'),
      revision: 1,
    });
  });

  test('versions count up, the editor loads what was handed in, a repeated request makes no version', async () => {
    await room.submit(room.person(0), 'first');
    await room.submit(room.person(0), 'second', 1, 1);
    await room.submit(room.person(0), 'second', 1, 1);
    expect(await room.submission(room.person(0))).toMatchObject({
      submission: { version: 2, text: richTextOf('second') },
      draft: { text: richTextOf('second'), revision: 2 },
    });
  });

  test('two tabs: the later one with an older version is told and writes nothing over', async () => {
    await room.submit(room.person(0), 'first');
    await expect(room.submit(room.person(0), 'from another tab')).rejects.toEqual(refused('STALE_REVISION'));
    expect((await room.submission(room.person(0))).draft.text).toEqual(richTextOf('first'));
  });

  test('of many simultaneous requests one gets through and the others are told', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
    const outcomes = await Promise.allSettled(texts.map((text) => room.submit(room.person(0), text)));
    const accepted = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [texts[index]] : []));
    expect(accepted).toHaveLength(1);
    const { submission: current } = await room.submission(room.person(0));
    expect(current).toMatchObject({ version: 1, text: richTextOf(accepted[0] ?? '') });
  });

  test('after the date it is refused and the text is kept as the draft', async () => {
    world.clock.time = '2027-03-01T12:00:01Z';
    await expect(room.submit(room.person(0), 'too late')).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
    expect(await room.submission(room.person(0))).toMatchObject({
      submission: null,
      draft: { text: richTextOf('too late') },
    });
  });
});

describe('allocation', () => {
  test('everybody gives and receives the same number of reviews', async () => {
    await room.startReviews();
    const { rows, counts, phase, working } = await room.overview();
    expect({ phase, working }).toEqual({ phase: 'review', working: null });
    expect(rows.map(({ given, received }) => [given.of, received.of])).toEqual(
      room.learners.map(() => [2, 2]),
    );
    expect(counts).toEqual({
      learners: 6,
      submissions: 6,
      reviewsDone: 0,
      reviewsAllocated: 12,
      gradable: 0,
    });
  });

  test('the date starts it, and only then', async () => {
    for (const learner of room.learners) await room.submit(learner, 'text');
    await world.settle();
    expect((await room.overview()).phase).toBe('submission');
    world.clock.time = '2027-03-01T12:00:00Z';
    await world.settle();
    expect((await room.overview()).phase).toBe('review');
  });

  test('one work alone is too few; asking again afterwards is refused', async () => {
    await room.submit(room.person(0), 'text');
    await expect(room.call(room.instructor, contract.StartReviews)).rejects.toEqual(
      refused('ALLOCATION_NEEDS_TWO'),
    );
    await room.submit(room.person(1), 'text');
    expect(await room.call(room.instructor, contract.StartReviews)).toEqual({ working: 'allocating' });
    expect(await room.call(room.instructor, contract.StartReviews)).toEqual({ working: 'allocating' });
    await world.settle();
    await expect(room.call(room.instructor, contract.StartReviews)).rejects.toEqual(
      refused('ALLOCATION_ALREADY_DONE'),
    );
  });

  test('the test student may hand in, and is neither allocated nor counted', async () => {
    const tester = await world.join(room.scope, 'Test Student', { testUser: true });
    await room.submit(tester, 'trying');
    await room.startReviews();
    expect((await room.mine(tester)).reviewTasks).toEqual([]);
    expect((await room.overview()).counts).toMatchObject({
      learners: 6,
      submissions: 6,
      reviewsAllocated: 12,
    });
  });
});

describe('reviewing', () => {
  let reviewId: string;
  beforeEach(async () => {
    await room.startReviews();
    reviewId = await room.firstTask(room.person(0));
  });

  test('draft, submit and change until the date', async () => {
    await room.saveReview(room.person(0), reviewId, { ratings: [], comment: 'so far' });
    expect(await room.getReview(room.person(0), reviewId)).toMatchObject({
      state: 'begun',
      comment: richTextOf('so far'),
      revision: 1,
    });
    expect(await room.submitReview(room.person(0), reviewId, { expectedRevision: 1 })).toMatchObject({
      state: 'submitted',
      ...FULL_REVIEW,
      revision: 2,
    });
    const changed = await room.submitReview(room.person(0), reviewId, {
      comment: 'Better.',
      expectedRevision: 2,
    });
    expect(changed).toMatchObject({ state: 'submitted', comment: richTextOf('Better.'), revision: 3 });
  });

  test('a repeated submission is answered like the first', async () => {
    await room.submitReview(room.person(0), reviewId, {});
    expect(await room.submitReview(room.person(0), reviewId, {})).toMatchObject({
      state: 'submitted',
      revision: 1,
    });
  });

  test('another tab’s older draft is refused and what is there stays', async () => {
    await room.saveReview(room.person(0), reviewId, { comment: 'newer' });
    await expect(room.submitReview(room.person(0), reviewId, { comment: 'older' })).rejects.toEqual(
      refused('STALE_REVISION'),
    );
    expect(await room.getReview(room.person(0), reviewId)).toMatchObject({
      state: 'begun',
      comment: richTextOf('newer'),
    });
  });

  test.each([
    ['a missing rating', { ratings: FULL_REVIEW.ratings.slice(1) }, 'RATING_MISSING'],
    [
      'points above the criterion',
      { ratings: [{ criterionId: 'argument', points: 6.5 }] },
      'RATING_OUT_OF_RANGE',
    ],
    ['an empty comment', { comment: richTextOf(' ') }, 'COMMENT_REQUIRED'],
  ])('%s is refused and kept as the draft', async (_rule, body, code) => {
    await expect(room.submitReview(room.person(0), reviewId, body)).rejects.toEqual(refused(code));
    expect(await room.getReview(room.person(0), reviewId)).toMatchObject({
      state: 'begun',
      ...body,
      revision: 1,
    });
  });

  test('after the date it is refused and kept as the draft', async () => {
    world.clock.time = '2027-03-08T12:00:01Z';
    await expect(room.submitReview(room.person(0), reviewId, {})).rejects.toEqual(refused('REVIEWS_CLOSED'));
    expect(await room.getReview(room.person(0), reviewId)).toMatchObject({
      ...FULL_REVIEW,
      can: { edit: false },
    });
  });

  test('a review of somebody else, of another activity or of no one is not allocated', async () => {
    const others = (await Promise.all(room.learners.slice(1).map(room.mine))).flatMap(
      ({ reviewTasks }) => reviewTasks,
    );
    for (const other of [...others.map((task) => task.reviewId), `${newId()}-${room.person(0).member.id}`]) {
      await expect(room.submitReview(room.person(0), other, {})).rejects.toEqual(refused('NOT_ALLOCATED'));
      await expect(room.getReview(room.person(0), other)).rejects.toEqual(refused('NOT_ALLOCATED'));
    }
    const elsewhere = newId();
    await world.call(room.instructor, contract.SavePeerReview, {
      params: { activityId: elsewhere },
      body: { settings: buildSettings(), expectedRevision: 0 },
    });
    await expect(
      world.call(room.person(0), contract.GetReview, { params: { activityId: elsewhere, reviewId } }),
    ).rejects.toEqual(refused('NOT_ALLOCATED'));
  });

  test('of many simultaneous submissions one becomes the version and the others are told', async () => {
    const comments = Array.from({ length: 8 }, (_, index) => `comment ${index}`);
    const outcomes = await Promise.allSettled(
      comments.map((comment) => room.submitReview(room.person(0), reviewId, { comment })),
    );
    const accepted = outcomes.flatMap(({ status }, index) =>
      status === 'fulfilled' ? [comments[index]] : [],
    );
    expect(accepted).toHaveLength(1);
    expect(await room.getReview(room.person(0), reviewId)).toMatchObject({
      state: 'submitted',
      comment: richTextOf(accepted[0] ?? ''),
    });
  });
});

describe('release', () => {
  test('nothing is shown before it; after it room.learners see grade and reviews, staff the grades', async () => {
    await room.startReviews();
    await expect(room.call(room.instructor, contract.ReleaseGrades)).rejects.toEqual(
      refused('NOTHING_TO_RELEASE'),
    );
    await room.reviewAll();
    expect(await room.mine(room.person(0))).toMatchObject({ results: [], noResultBecause: null });
    expect(await room.call(room.person(0), contract.GetReceivedReviews)).toEqual({ reviews: [] });
    expect(await room.call(room.instructor, contract.ReleaseGrades)).toEqual({ working: 'releasing' });
    await world.settle();
    expect(await room.mine(room.person(0))).toMatchObject({
      phase: 'released',
      results: [
        {
          label: 'Essay',
          explanation: { value: 16, maximum: 20, steps: [{ percent: 80, scores: [80, 80] }] },
        },
      ],
    });
    expect(await room.call(room.person(0), contract.GetReceivedReviews)).toEqual({
      reviews: [
        { pseudonym: '1', reviewer: null, inline: [], ...FULL_REVIEW },
        { pseudonym: '2', reviewer: null, inline: [], ...FULL_REVIEW },
      ],
    });
    const { rows, working } = await room.overview();
    expect(working).toBeNull();
    expect(rows.map(({ grade }) => grade)).toEqual(
      room.learners.map(() => ({ value: 16, maximum: 20, mark: null, interval: null })),
    );
  });

  test('who has no grade is told why', async () => {
    const absent = await world.join(room.scope, 'Absent Learner');
    await room.startReviews();
    const task = await room.firstTask(room.person(0));
    await room.submitReview(room.person(0), task, {});
    await room.release();
    expect((await room.mine(absent)).noResultBecause).toBe('noSubmission');
    const reasons = (await Promise.all(room.learners.map(room.mine))).map(
      ({ noResultBecause }) => noResultBecause,
    );
    expect(reasons.filter((reason) => reason === 'noReviews')).toHaveLength(5);
  });
});

describe('the staff table', () => {
  test('kept by events it equals the one built anew', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.release();
    const kept = await room.overview();
    await world.peerReview.rebuildProgress(room.scope, room.activityId);
    expect(await room.overview()).toEqual(kept);
  });

  test('comes in pages by name', async () => {
    const page = async (after?: string) =>
      contract.StaffOverviewView.parse(
        await world.call(room.instructor, contract.GetStaffOverview, {
          params: { activityId: room.activityId },
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
