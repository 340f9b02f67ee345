import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import { GetOwnDisputes } from '../../contracts/disputes.ts';
import { GetHome, GetProgress } from '../../contracts/insights.ts';
import * as contract from '../../contracts/peer-review.ts';
import { GetGivenTalk, RateReview } from '../../contracts/review-talk.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;
let ben: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  [ada, ben] = [room.person(0), room.person(1)];
});

const refused = (code: string) => expect.objectContaining({ code });
const resultsOf = async (who: Caller) => (await room.mine(who)).results;
const valueOf = async (who: Caller) => (await resultsOf(who))[0]?.explanation.value;
const SEPARATE = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
const CLOSED = '2027-03-08T12:00:01Z';

async function reviewedAndReleased(): Promise<void> {
  await room.startReviews();
  await room.reviewAll();
  await room.release();
}

describe('taking grades back', () => {
  test('hides them at once, enters that there is none, and can be released again', async () => {
    await reviewedAndReleased();
    await room.withdraw();
    expect(await room.mine(ada)).toMatchObject({ phase: 'review', results: [], noResultBecause: null });
    expect(await room.call(ada, contract.GetReceivedReviews)).toEqual({ reviews: [] });
    expect(await room.overview()).toMatchObject({ withdrawn: true, working: null, phase: 'review' });
    expect((await room.overview()).rows[0]?.grade).toMatchObject({
      value: null,
      maximum: 20,
      mark: 'withdrawn',
    });
    await room.override(ada, { grade: { kind: 'set', value: 5 } });
    expect((await room.history(ada)).entries.map(({ kind }) => kind)).toEqual(['withdraw', 'release']);
    await room.release();
    expect(await valueOf(ada)).toBe(5);
    expect(await valueOf(ben)).toBe(16);
    expect(await room.overview()).toMatchObject({ withdrawn: false, phase: 'released' });
    expect((await room.history(ben)).entries.map(({ explanation }) => explanation.value)).toEqual([
      16,
      null,
      16,
    ]);
  });

  test('is refused before a release, and twice', async () => {
    await room.startReviews();
    await expect(room.withdraw()).rejects.toEqual(refused('GRADES_NOT_RELEASED'));
    await room.reviewAll();
    await room.release();
    await room.withdraw();
    await expect(room.withdraw()).rejects.toEqual(refused('GRADES_NOT_RELEASED'));
  });

  test('of a release that has not been carried out leaves nothing to be seen', async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.call(room.instructor, contract.ReleaseGrades);
    // The release is over for people before its run has begun.
    await world.connection
      .collection<{ _id: string }>('activities')
      .updateOne({ _id: room.activityId }, { $set: { 'release.doneAt': new Date() } });
    await room.withdraw();
    expect((await room.history(ada)).entries).toEqual([]);
    expect(await room.overview()).toMatchObject({ working: null });
  });
});

describe('results for chosen learners', () => {
  const seenBy = async (who: Caller) => ({
    phase: (await room.mine(who)).phase,
    values: (await resultsOf(who)).map(({ explanation }) => explanation.value),
    reviews: contract.GetReceivedReviews.response.parse(await room.call(who, contract.GetReceivedReviews))
      .reviews.length,
    disputable: GetOwnDisputes.response.parse(await room.call(who, GetOwnDisputes)).targets.length,
  });
  const NOTHING = { phase: 'review', values: [], reviews: 0, disputable: 0 };
  const graded = async () =>
    (await room.overview()).rows.flatMap(({ name, grade }) =>
      (grade?.value ?? null) === null ? [] : [name],
    );

  beforeEach(async () => {
    await room.startReviews();
    await room.reviewAll();
    await room.releaseTo(ada);
  });

  test('are theirs alone: others see nothing, and no grade of others is made', async () => {
    expect(await seenBy(ada)).toEqual({ phase: 'released', values: [16], reviews: 2, disputable: 3 });
    for (const other of room.learners.slice(1)) expect(await seenBy(other)).toEqual(NOTHING);
    for (const [who, phase, feedback] of [
      [ada, 'released', 1],
      [ben, 'review', 0],
    ] as const) {
      const home = GetHome.response.parse(await world.call(who, GetHome, { params: {} }));
      expect(home.next.filter(({ code }) => code === 'FEEDBACK')).toHaveLength(feedback);
      expect(
        GetProgress.response.parse(await world.call(who, GetProgress, { params: {} })).progress,
      ).toMatchObject([{ phase }]);
    }
    const { phase, rows, can } = await room.overview();
    expect(phase).toBe('review');
    expect(rows.map(({ released }) => released)).toEqual([true, false, false, false, false, false]);
    expect(await graded()).toEqual(['Ada Learner']);
    expect(can).toMatchObject({ release: true, withdraw: true });
    // Whoever reviewed Ada's work is told nothing of what she says to it before it is their turn.
    await room.call(
      ada,
      RateReview,
      { helpfulness: 5, thanked: true, expectedRevision: 0 },
      { pseudonym: '1' },
    );
    for (const other of room.learners.slice(1))
      for (const { reviewId } of (await room.mine(other)).reviewTasks)
        expect(await room.call(other, GetGivenTalk, undefined, { reviewId })).toMatchObject({ talk: null });
  });

  test('follow what staff decide of them, and of nobody else', async () => {
    await room.override(ada, { grade: { kind: 'set', value: 5 } });
    await room.override(ben, { grade: { kind: 'set', value: 7 } });
    expect((await seenBy(ada)).values).toEqual([5]);
    expect((await room.history(ben)).entries).toEqual([]);
    await room.releaseTo(ben);
    expect((await seenBy(ben)).values).toEqual([7]);
    expect(await graded()).toEqual(['Ada Learner', 'Ben Learner']);
  });

  test('are taken back with all, and stay so until they are released again', async () => {
    await room.withdraw();
    expect(await seenBy(ada)).toEqual(NOTHING);
    expect(await graded()).toEqual([]);
    await expect(room.withdraw()).rejects.toEqual(refused('GRADES_NOT_RELEASED'));
    world.clock.time = '2027-03-01T11:00:00Z';
    await room.releaseTo(ben);
    expect(await seenBy(ada)).toEqual(NOTHING);
    expect((await seenBy(ben)).values).toEqual([16]);
    await room.release();
    expect(await graded()).toHaveLength(6);
  });

  test('are for learners of the course alone', async () => {
    await expect(room.releaseTo(room.instructor)).rejects.toEqual(refused('NOTHING_TO_RELEASE'));
  });

  test('do not keep everybody’s from coming on their date', async () => {
    await room.change({ releaseMode: { kind: 'date', releaseAt: '2027-03-02T12:00:00.000Z' } });
    world.clock.time = '2027-03-02T12:00:00Z';
    await room.call(room.instructor, contract.ReleaseTo, { memberIds: [ben.member.id] });
    await world.settle();
    expect(await graded()).toHaveLength(6);
  });
});

describe('grades that release themselves', () => {
  const onDate = (at: string) => room.change({ releaseMode: { kind: 'date', releaseAt: at } });

  test('on their date, also when it was moved', async () => {
    await onDate('2027-03-02T12:00:00.000Z');
    await room.startReviews();
    await room.reviewAll();
    await onDate('2027-03-03T12:00:00.000Z');
    world.clock.time = '2027-03-02T12:00:01Z';
    await world.settle();
    expect(await room.mine(ada)).toMatchObject({ phase: 'review', results: [] });
    world.clock.time = '2027-03-03T12:00:00Z';
    await world.settle();
    expect(await valueOf(ada)).toBe(16);
    expect((await room.history(ada)).entries[0]).toMatchObject({ by: { isSystem: true }, kind: 'release' });
  });

  test('on their date as soon as there is something to release', async () => {
    await onDate('2027-03-02T12:00:00.000Z');
    await room.startReviews();
    world.clock.time = '2027-03-04T12:00:00Z';
    await world.settle();
    expect((await room.overview()).phase).toBe('review');
    await room.reviewAll();
    await world.settle();
    expect(await valueOf(ada)).toBe(16);
  });

  test('at once, and change with every review; taken back they stay away', async () => {
    await room.change({ releaseMode: { kind: 'immediate' }, columns: SEPARATE });
    await room.startReviews();
    const [first, second] = (await room.mine(ada)).reviewTasks;
    await room.submitReview(ada, first?.reviewId ?? '', {});
    await world.settle();
    const graded = (await room.overview()).rows.filter(({ grade }) => grade?.value === 16);
    expect(graded).toHaveLength(1);
    await room.submitReview(ada, second?.reviewId ?? '', {});
    await world.settle();
    const { rows } = await room.overview();
    expect(rows.filter(({ grade }) => grade?.value === 16)).toHaveLength(2);
    expect(rows[0]?.others[0]?.grade).toMatchObject({ value: 10 });
    await room.submitReview(ada, first?.reviewId ?? '', {
      ratings: [
        { criterionId: 'argument', points: 6 },
        { criterionId: 'style', points: 4 },
      ],
      expectedRevision: 1,
    });
    await world.settle();
    const values = (await room.overview()).rows.map(({ grade }) => grade?.value ?? null);
    expect(values.filter((value) => value !== null).sort((a, b) => a - b)).toEqual([16, 20]);
    await room.withdraw();
    await room.submitReview(ben, await room.firstTask(ben), {});
    await world.settle();
    expect((await room.overview()).rows.every(({ grade }) => (grade?.value ?? null) === null)).toBe(true);
  });

  test('for reviewing when reviews close, without anybody asking', async () => {
    await room.change({ releaseMode: { kind: 'immediate' }, columns: SEPARATE });
    await room.startReviews();
    await room.submitReview(ada, await room.firstTask(ada), {});
    await world.settle();
    expect((await room.overview()).rows[0]?.others[0]?.grade).toBeNull();
    world.clock.time = CLOSED;
    await world.settle();
    const { rows } = await room.overview();
    expect(rows.map(({ others }) => others[0]?.grade?.value)).toEqual([5, 0, 0, 0, 0, 0]);
  });

  test('follow changed settings at once', async () => {
    await room.change({ releaseMode: { kind: 'immediate' } });
    await room.startReviews();
    await room.reviewAll();
    await world.settle();
    await room.change({ points: 10 });
    expect(await valueOf(ada)).toBe(8);
  });
});
