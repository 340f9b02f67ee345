import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as contract from '../../contracts/peer-review.ts';
import { GetNextWork, NextWorkView, TakeNextWork } from '../../contracts/peer-review-pull.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller, ben: Caller, cleo: Caller, dov: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  await room.save(buildSettings({ givenOut: 'rolling', columns: REVIEWING }), 1);
  await world.settle();
  [ada, ben, cleo, dov] = [room.person(0), room.person(1), room.person(2), room.person(3)];
});

const REVIEWING = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
const next = async (caller: Caller) => NextWorkView.parse(await room.call(caller, GetNextWork));
const take = async (caller: Caller) => NextWorkView.parse(await room.call(caller, TakeNextWork));
const later = (hours: number): void => {
  world.clock.time = new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
};
async function handIn(...callers: Caller[]): Promise<void> {
  for (const caller of callers) await room.submit(caller, `Work of ${caller.member.name}`);
  await world.settle();
}
async function takeId(caller: Caller): Promise<string> {
  const { reviewId } = await take(caller);
  if (!reviewId) throw new Error('there was no work to take');
  return reviewId;
}
/** Whose work a review is of, as the database has it. */
async function authorOf(reviewId: string): Promise<string> {
  const found = await world.connection.collection('reviews').findOne({ _id: reviewId as never });
  return String(found?.['authorId']);
}
async function takeAndReview(caller: Caller): Promise<string> {
  const reviewId = await takeId(caller);
  await room.submitReview(caller, reviewId, {});
  await world.settle();
  return authorOf(reviewId);
}

describe('reviews given out as works come', () => {
  test('who has not handed in hands in first; the first to hand in waits, and is told when there is work', async () => {
    await expect(next(ada)).resolves.toMatchObject({ state: 'handIn', reviewId: null });
    await handIn(ada);
    await expect(next(ada)).resolves.toMatchObject({
      state: 'wait',
      done: 0,
      of: 2,
      worksUntil: buildSettings().submissionsCloseAt,
    });
    await expect(take(ada)).resolves.toMatchObject({ state: 'wait', reviewId: null });
    expect(world.seen.filter(({ type }) => type === 'review.workThere')).toEqual([]);
    await handIn(ben);
    await expect(next(ada)).resolves.toMatchObject({ state: 'ready' });
    const told = world.seen.filter(({ type }) => type === 'review.workThere');
    expect(told.map(({ data }) => data['memberId'])).toEqual([ada.member.id]);
  });

  test('others may still hand in, once; whose work is in cannot change it any more', async () => {
    await handIn(ada, ben);
    await expect(room.mine(ada)).resolves.toMatchObject({ phase: 'review', can: { submit: false } });
    await expect(room.mine(cleo)).resolves.toMatchObject({ phase: 'submission', can: { submit: true } });
    await expect(room.submit(ada, 'Another text', 1, 1)).rejects.toMatchObject({
      code: 'SUBMISSIONS_CLOSED',
    });
    await handIn(cleo);
  });

  test('one work at a time: the same is answered until it is finished, then the next', async () => {
    await handIn(ada, ben, cleo);
    const first = await takeId(ada);
    await expect(next(ada)).resolves.toMatchObject({ state: 'open', reviewId: first });
    await expect(takeId(ada)).resolves.toBe(first);
    await room.submitReview(ada, first, {});
    await world.settle();
    const second = await takeId(ada);
    expect(second).not.toBe(first);
    expect(await authorOf(second)).not.toBe(await authorOf(first));
    await room.submitReview(ada, second, {});
    await expect(next(ada)).resolves.toMatchObject({ state: 'done', done: 2, of: 2 });
  });

  test('what is taken is stored as its schema has it, though it goes past the schema', async () => {
    await handIn(ada, ben);
    const Reviews = world.connection.model<object>('reviews');
    const stored = await Reviews.collection.findOne({ _id: (await takeId(ada)) as never });
    expect(new Reviews(stored ?? {}).toObject()).toEqual(stored);
  });

  test('two tabs that take at the same moment get one work, and the other is free again', async () => {
    await handIn(ada, ben, cleo, dov);
    const got = await Promise.all([takeId(ada), takeId(ada), takeId(ada), takeId(ada)]);
    expect(new Set(got).size).toBe(1);
    await world.settle();
    const queue = await world.connection
      .collection('pullQueue')
      .find({ activityId: room.activityId })
      .toArray();
    expect(queue.filter(({ taken }) => taken === 1)).toHaveLength(1);
    expect(queue.filter(({ taken }) => taken === 0)).toHaveLength(3);
  });

  test('many at the same moment: everybody gets a work, no work more than its share, nobody the own', async () => {
    await handIn(...room.learners);
    const got = await Promise.all(room.learners.map(takeId));
    const authors = await Promise.all(got.map(authorOf));
    authors.forEach((author, index) => expect(author).not.toBe(room.person(index).member.id));
    const counts = [...new Set(authors)].map((id) => authors.filter((one) => one === id).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  });

  test('works with fewest reviews come first, then the oldest; who reviews me comes last', async () => {
    await handIn(ada);
    later(0.1);
    await handIn(ben);
    expect(await takeAndReview(ben)).toBe(ada.member.id);
    later(0.1);
    await handIn(cleo);
    // Ben's is the oldest without a review; his author reviews Ada, who is given Cleo's.
    expect(await takeAndReview(ada)).toBe(cleo.member.id);
    expect(await takeAndReview(cleo)).toBe(ben.member.id);
  });

  test('a work that has enough reviews is offered when none lacks any, and counts', async () => {
    await room.save(buildSettings({ givenOut: 'rolling', leastPerWork: 1 }), 2);
    await handIn(ada, ben, cleo);
    for (const learner of [ada, ben, cleo]) await takeAndReview(learner);
    await expect(next(ada)).resolves.toMatchObject({ state: 'offer', done: 1, of: 2 });
    await takeAndReview(ada);
    await expect(next(ada)).resolves.toMatchObject({ state: 'done', done: 2 });
  });

  test('who has done all may help where reviews are missing', async () => {
    await handIn(ada, ben, cleo);
    for (const learner of [ada, ben, cleo]) for (let n = 0; n < 2; n++) await takeAndReview(learner);
    await expect(next(ada)).resolves.toMatchObject({ state: 'done' });
    await handIn(dov);
    await expect(next(ada)).resolves.toMatchObject({ state: 'help' });
    expect(await takeAndReview(ada)).toBe(dov.member.id);
  });
});

describe('works that are kept for a reviewer', () => {
  test('one that nobody has begun goes back after eight hours, and others get it', async () => {
    await handIn(ada, ben);
    const reviewId = await takeId(ada);
    await expect(next(ada)).resolves.toMatchObject({ heldUntil: expect.stringContaining('2027-03-01T18:') });
    later(7.9);
    await world.settle();
    await expect(room.getReview(ada, reviewId)).resolves.toMatchObject({ state: 'toDo' });
    later(0.2);
    await world.settle();
    await expect(room.getReview(ada, reviewId)).rejects.toMatchObject({ code: 'NOT_ALLOCATED' });
    const back = world.seen.filter(
      ({ type, subject }) => type === 'allocation.returned' && subject.id === room.activityId,
    );
    expect(back.map(({ data }) => data['reviewIds'])).toEqual([[reviewId]]);
    expect(await takeAndReview(ada)).toBe(ben.member.id);
  });

  test('one that has begun stays: its work goes to others too, and it can be finished', async () => {
    await room.save(
      buildSettings({ givenOut: 'rolling', leastPerWork: 1, submissionsCloseAt: '2027-03-05T12:00:00.000Z' }),
      2,
    );
    await handIn(ada, ben);
    const reviewId = await takeId(ada);
    await room.saveReview(ada, reviewId, {});
    later(9);
    await world.settle();
    await handIn(cleo);
    expect(await takeAndReview(cleo)).not.toBe(cleo.member.id);
    await expect(room.getReview(ada, reviewId)).resolves.toMatchObject({ state: 'begun', revision: 1 });
    await expect(next(ada)).resolves.toMatchObject({ state: 'open', reviewId, heldUntil: null });
    await room.submitReview(ada, reviewId, { expectedRevision: 1 });
    await expect(next(ada)).resolves.toMatchObject({ done: 1 });
  });

  test('every save keeps the work for longer', async () => {
    await handIn(ada, ben);
    const reviewId = await takeId(ada);
    later(7);
    await room.saveReview(ada, reviewId, {});
    later(7);
    await world.settle();
    await expect(next(ada)).resolves.toMatchObject({ heldUntil: expect.stringContaining('2027-03-02T01:') });
    const [work] = await world.connection
      .collection('pullQueue')
      .find({ activityId: room.activityId, authorId: ben.member.id })
      .toArray();
    expect(work?.['taken']).toBe(1);
  });

  test('a reservation that a crash left without a review is counted anew', async () => {
    await handIn(ada, ben);
    await world.connection
      .collection('pullQueue')
      .updateOne(
        { activityId: room.activityId, authorId: ben.member.id },
        { $inc: { taken: 1, revision: 1 }, $push: { takers: 'nobody' as never } },
      );
    await world.peerReview.tendQueue(room.scope, room.activityId);
    await expect(next(ada)).resolves.toMatchObject({ state: 'ready' });
    const [work] = await world.connection
      .collection('pullQueue')
      .find({ activityId: room.activityId, authorId: ben.member.id })
      .toArray();
    expect(work).toMatchObject({ taken: 0, takers: [] });
  });

  test('who leaves the course takes no works along: unbegun reviews go back, the own work is given to nobody', async () => {
    await handIn(ada, ben, cleo);
    await takeId(ada);
    await leave(ada);
    const queue = await world.connection
      .collection('pullQueue')
      .find({ activityId: room.activityId })
      .toArray();
    const takenOf = new Map(queue.map(({ authorId, taken }) => [String(authorId), Number(taken)]));
    expect(takenOf).toEqual(
      new Map([
        [ben.member.id, 0],
        [cleo.member.id, 0],
      ]),
    );
  });
});

async function leave({ member }: Caller): Promise<void> {
  await world.connection
    .collection('members')
    .updateOne({ courseId: room.scope.courseId, subject: member.name }, { $set: { status: 'left' } });
  await world.peerReview.tendQueue(room.scope, room.activityId);
  await world.settle();
}

describe('what follows from it', () => {
  test('the staff table counts what nobody has taken yet', async () => {
    await handIn(ada, ben);
    await takeAndReview(ada);
    const { rows } = await room.overview();
    const rowOf = (of: Caller) => rows.find(({ memberId }) => memberId === of.member.id);
    expect(rowOf(ada)).toMatchObject({ given: { done: 1, of: 2 }, received: { done: 0, of: 2 } });
    expect(rowOf(cleo)).toMatchObject({ given: { done: 0, of: 0 }, received: { done: 0, of: 0 } });
  });

  test('what was not taken is missing in the grade for reviewing, as far as there was something to take', async () => {
    await handIn(ada, ben, cleo);
    await takeAndReview(ada);
    await room.release();
    later(24 * 10);
    await room.release();
    const { entries } = await room.history(ada, 'reviewing');
    expect(entries[0]).toMatchObject({ explanation: { value: 5 } });
  });

  test('reads take four round trips', async () => {
    await handIn(...room.learners);
    await takeAndReview(ada);
    for (const read of [() => next(ada), () => next(ben)]) {
      const count = { commands: 0 };
      await counted(count, read);
      expect(count.commands).toBeLessThanOrEqual(4);
    }
  });

  test('what a reviewer gets names no author', async () => {
    await handIn(ada, ben);
    const seen = JSON.stringify([await next(ada), await take(ada), await room.mine(ada)]);
    expect(seen).not.toContain(ben.member.id);
    expect(seen).not.toContain('Ben');
  });

  test('how reviews are given out stays once they have begun', async () => {
    await handIn(ada, ben);
    await expect(room.save(buildSettings({ columns: REVIEWING }), 2)).rejects.toMatchObject({
      code: 'ACTIVITY_HAS_WORK',
    });
    await expect(room.call(room.instructor, contract.StartReviews)).rejects.toMatchObject({
      code: 'ALLOCATION_ALREADY_DONE',
    });
  });
});
