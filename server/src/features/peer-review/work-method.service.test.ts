import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import * as marking from '../../contracts/marking.ts';
import { PreviewPeerReview } from '../../contracts/peer-review-settings.ts';
import * as contract from '../../contracts/peer-review.ts';
import { JudgeReview } from '../../contracts/review-judgements.ts';
import { RateReview } from '../../contracts/review-talk.ts';
import { GetSpotChecks } from '../../contracts/spot-checks.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let all: Caller[];
beforeAll(async () => {
  world = await openPeerReviewWorld();
  room = await gatherClassroom(world);
  all = [...room.learners];
  for (let index = all.length; index < COUNT; index += 1) {
    const learner = await world.join(room.scope, `Person ${index}`);
    room.learners.push(learner);
    all.push(learner);
  }
  await room.change({ reviewsPerLearner: 4 });
  await room.startReviews();
  for (const [index, learner] of all.entries()) {
    for (const { reviewId } of (await room.mine(learner)).reviewTasks) await review(learner, index, reviewId);
  }
  await world.settle();
}, 120_000);
afterAll(() => world.close());

const COUNT = 14;
/** The first gives all points to everybody; the others differ by whom they review, and a little by themselves. */
const GENEROUS = 0;

async function review(by: Caller, index: number, reviewId: string): Promise<void> {
  const { workText } = await room.getReview(by, reviewId);
  const work = Number(/\d+/.exec(JSON.stringify(workText).split('Work number')[1] ?? '')?.[0]);
  const argument = index === GENEROUS ? 6 : 1 + (work % 5);
  const style = index === GENEROUS ? 4 : 1 + (work % 3) + ((index + work) % 4 === 0 ? 0.5 : 0);
  await room.submitReview(by, reviewId, {
    ratings: [
      { criterionId: 'argument', points: argument },
      { criterionId: 'style', points: style },
    ],
  });
}

const spotChecks = async () => GetSpotChecks.response.parse(await room.call(room.instructor, GetSpotChecks));
const preview = async (part: object) => {
  const { settings } = contract.SettingsView.parse(
    await room.call(room.instructor, contract.GetPeerReviewSettings),
  );
  const body = { settings: { ...settings, ...part } };
  return PreviewPeerReview.response.parse(await room.call(room.instructor, PreviewPeerReview, body)).effects;
};
const resultOf = async (of: Caller, column = 0) => (await room.mine(of)).results[column]?.explanation;
const reviewedBy = async (by: Caller) => {
  const found = await world.connection
    .collection<{ authorId: string; reviewerId: string }>('reviews')
    .find({ reviewerId: by.member.id })
    .toArray();
  return all.filter(({ member }) => found.some(({ authorId }) => authorId === member.id));
};
const person = (index: number): Caller => {
  const found = all[index];
  if (!found) throw new Error(`nobody ${index}`);
  return found;
};

describe('before the release', () => {
  test('staff see which works are least certain, without a word about who reviewed them', async () => {
    const found = await spotChecks();
    expect(found).toMatchObject({ method: 'median', usesMean: false, works: COUNT, known: 0 });
    expect(found.proposed).toHaveLength(3);
    const widths = found.proposed.map(({ interval }) => interval.high - interval.low);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const generous = new Set((await reviewedBy(person(GENEROUS))).map(({ member }) => member.id));
    // What the generous one has reviewed is where opinions differ.
    expect(found.proposed.every(({ memberId }) => generous.has(memberId))).toBe(true);
    expect(JSON.stringify(found)).not.toContain('reviewer');
  });

  test('the staff table says how far reviews are apart', async () => {
    const { rows } = await room.overview();
    const [generous] = await reviewedBy(person(GENEROUS));
    const row = rows.find(({ memberId }) => memberId === generous?.member.id);
    expect(row?.spread).toBeGreaterThan(5);
    expect(rows.every(({ spread }) => spread !== null)).toBe(true);
  });

  test('another method is shown with what it changes, before anything is saved', async () => {
    expect(await preview({})).toEqual([]);
    const [effect] = await preview({ workMethod: 'mean' });
    expect(effect).toMatchObject({ code: 'reviewsCombined', method: 'mean' });
    expect(effect && 'count' in effect && effect.count).toBeGreaterThan(0);
    expect(
      (await preview({ workMethod: 'mean', agreement: { percent: 50, strictness: 'fair' } })).length,
    ).toBe(1);
    expect((await room.overview()).columns).toHaveLength(1);
  });
});

describe('released', () => {
  let byMedian: Map<string, number | null | undefined>;
  const values = async () =>
    new Map(
      await Promise.all(
        all.map(
          async (one) => [one.member.id, (await resultOf(one))?.value] as [string, number | null | undefined],
        ),
      ),
    );

  test('by the median, as it always was', async () => {
    await room.release();
    byMedian = await values();
    expect(await resultOf(person(3))).toMatchObject({
      formula: 'peer-review.submission@1',
      steps: [{ type: 'work' }],
    });
  });

  test.each(['mean', 'trimmed'] as const)('by the %s, once grades are computed anew', async (method) => {
    await room.change({ workMethod: method });
    expect((await resultOf(person(3)))?.formula).not.toBe(undefined);
    await room.release();
    const found = await resultOf(person(3));
    expect(found).toMatchObject({
      formula: 'peer-review.submission@2',
      steps: [{ type: 'reviews', method }],
    });
    const [step] = found?.steps ?? [];
    expect(step?.type === 'reviews' && step.scores).toHaveLength(4);
    expect(step?.type === 'reviews' && step.interval?.low).toBeLessThan(
      step?.type === 'reviews' ? step.percent : 0,
    );
  });

  test('by reliability, the one who gives everybody everything counts less, and the learner is told how certain it is', async () => {
    await room.change({ workMethod: 'reliability' });
    await room.release();
    const [generous] = await reviewedBy(person(GENEROUS));
    if (!generous) throw new Error('nobody was reviewed by the first');
    const { entries } = await room.history(generous);
    const [{ inputs, explanation } = { inputs: { reviews: [] }, explanation: { steps: [] } }] = entries;
    expect(explanation.steps).toMatchObject([{ type: 'reviews', method: 'reliability' }]);
    const full = inputs.reviews.find(({ points, maximum }) => points === maximum);
    const others = inputs.reviews.filter((one) => one !== full);
    expect(full?.bias).not.toBeNull();
    for (const other of others) expect(other.counts).toBeGreaterThan(full?.counts ?? Number.NaN);
    const { rows } = await room.overview();
    const row = rows.find(({ memberId }) => memberId === generous.member.id);
    expect(row?.grade?.interval).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
  });

  test('a learner’s page holds no weight, no bias and nobody who reviewed', async () => {
    const learner = person(2);
    const text = JSON.stringify([
      await room.mine(learner),
      await room.call(learner, contract.GetReceivedReviews),
    ]);
    for (const word of ['weights', 'shares', 'bias', 'prior', 'counts"', 'agreements', 'lowEffort'])
      expect(text).not.toContain(word);
    for (const other of all.filter((one) => one !== learner)) expect(text).not.toContain(other.member.id);
  });

  test('a mark of staff is a spot check: it stands for its work, and the others come out otherwise', async () => {
    const before = await values();
    const [proposed] = (await spotChecks()).proposed;
    const target = all.find(({ member }) => member.id === proposed?.memberId) ?? person(5);
    const { rows } = marking.ListMarking.response.parse(
      await room.call(room.instructor, marking.ListMarking),
    );
    const row = rows.find(({ learner }) => learner?.id === target.member.id);
    await room.call(
      room.instructor,
      marking.FinishMark,
      {
        ratings: [
          { criterionId: 'argument', points: 0 },
          { criterionId: 'style', points: 0.5 },
        ],
        comment: 'Copied.',
        reason: 'Looked at.',
        expectedRevision: row?.revision ?? 0,
      },
      { workId: row?.workId },
    );
    await world.settle();
    expect((await resultOf(target))?.value).toBe(1);
    expect(await spotChecks()).toMatchObject({ known: 1 });
    await room.release();
    const after = await values();
    expect(after.get(target.member.id)).toBe(1);
    const changed = all.filter(({ member }) => after.get(member.id) !== before.get(member.id));
    expect(changed.length).toBeGreaterThan(1);
  });

  test('what one gets for reviewing can depend on how far one agrees with the best review', async () => {
    const agreement = { percent: 50, strictness: 'strict' } as const;
    const columns = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
    await room.change({ columns, agreement });
    await room.release();
    const generous = await resultOf(person(GENEROUS), 1);
    expect(generous).toMatchObject({
      formula: 'peer-review.reviewing-agreement@1',
      steps: [
        { type: 'reviewing', done: 4, of: 4, percent: 100 },
        { type: 'agreement', counts: 50 },
      ],
    });
    const others = await Promise.all(all.slice(1).map(async (one) => (await resultOf(one, 1))?.value ?? 0));
    for (const value of others) expect(value).toBeGreaterThan(generous?.value ?? Number.NaN);
    await room.change({ columns: { kind: 'total', workPercent: 80, reviewingPercent: 20 } });
    await room.release();
    expect(await resultOf(person(4))).toMatchObject({
      formula: 'peer-review.total@2',
      steps: [{ type: 'reviews' }, { type: 'reviewing' }, { type: 'agreement' }, { type: 'weighted' }],
    });
  });

  test('what one gets for reviewing can depend on how helpful authors find it, and follows what they say', async () => {
    const columns = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
    await room.change({ columns, agreement: null, helpfulness: { percent: 40 } });
    await room.release();
    const reviewer = person(4);
    expect(await resultOf(reviewer, 1)).toMatchObject({
      value: 10,
      formula: 'peer-review.reviewing-helpfulness@1',
      steps: [{ type: 'reviewing' }, { type: 'helpfulness', helpfulness: null, counts: 40, percent: 100 }],
    });
    const [author] = await reviewedBy(reviewer);
    if (!author) throw new Error('nobody was reviewed');
    const review = await world.connection
      .collection<{ reviewerLabel: string }>('reviews')
      .findOne({ authorId: author.member.id, reviewerId: reviewer.member.id });
    const rating = { helpfulness: 1, thanked: false, expectedRevision: 0 };
    await room.call(author, RateReview, rating, { pseudonym: review?.reviewerLabel });
    await world.settle();
    expect(await resultOf(reviewer, 1)).toMatchObject({
      value: 6,
      steps: [{ type: 'reviewing' }, { type: 'helpfulness', helpfulness: 0, counts: 40, percent: 60 }],
    });
    await room.change({ columns: { kind: 'total', workPercent: 80, reviewingPercent: 20 } });
    await room.release();
    expect(await resultOf(reviewer)).toMatchObject({
      formula: 'peer-review.total@4',
      steps: [{ type: 'reviews' }, { type: 'reviewing' }, { type: 'helpfulness' }, { type: 'weighted' }],
    });
  });

  test('what one gets for reviewing can depend on what staff say of the reviews, and follows them', async () => {
    const columns = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
    await room.change({ columns, helpfulness: null, quality: { percent: 50 } });
    await room.release();
    const reviewer = person(4);
    expect(await resultOf(reviewer, 1)).toMatchObject({
      value: 10,
      formula: 'peer-review.reviewing-judged@1',
      steps: [{ type: 'reviewing' }, { type: 'quality', quality: null, counts: 50, percent: 100 }],
    });
    const [author] = await reviewedBy(reviewer);
    if (!author) throw new Error('nobody was reviewed');
    const review = await world.connection
      .collection<{ _id: string }>('reviews')
      .findOne({ authorId: author.member.id, reviewerId: reviewer.member.id });
    const judge = (level: number | null, expectedRevision: number) =>
      room.call(
        room.instructor,
        JudgeReview,
        { level, comment: 'Name a place.', expectedRevision },
        { reviewId: review?._id },
      );
    await judge(3, 0);
    await world.settle();
    expect(await resultOf(reviewer, 1)).toMatchObject({
      value: 7.5,
      steps: [{ type: 'reviewing' }, { type: 'quality', quality: 50, counts: 50, percent: 75 }],
    });
    await room.change({ columns: { kind: 'total', workPercent: 80, reviewingPercent: 20 } });
    await room.release();
    expect(await resultOf(reviewer)).toMatchObject({
      formula: 'peer-review.total@6',
      steps: [{ type: 'reviews' }, { type: 'reviewing' }, { type: 'quality' }, { type: 'weighted' }],
    });
    // Taken back, it counts as written.
    await judge(null, 1);
    await world.settle();
    const { steps = [] } = (await resultOf(reviewer)) ?? {};
    expect(steps.find(({ type }) => type === 'quality')).toMatchObject({ quality: null, percent: 100 });
  });

  test('back to the median, everybody has what they had', async () => {
    await room.change({
      columns: { kind: 'work' },
      workMethod: 'median',
      agreement: null,
      helpfulness: null,
      quality: null,
    });
    await room.release();
    const now = await values();
    const set = (await spotChecks()).known;
    const same = all.filter(({ member }) => now.get(member.id) === byMedian.get(member.id));
    expect(same).toHaveLength(COUNT - set);
  });
});
