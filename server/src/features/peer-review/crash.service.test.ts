import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, FULL_REVIEW, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { StartReviews } from '../../contracts/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const collection = (name: string) => world.connection.collection<{ _id: string }>(name);

test('a crash between a version of a work and its head: the next request finishes it and is told', async () => {
  const author = room.person(0);
  await room.submit(author, 'first');
  const head = await collection('submissions').findOne({ authorId: author.member.id });
  const submissionId = String(head?._id);
  await collection('submissionVersions').insertOne({
    _id: `${submissionId}/2`,
    courseId: room.scope.courseId,
    submissionId,
    version: 2,
    text: 'written before the crash',
    at: world.clock.now(),
  } as never);
  await expect(room.submit(author, 'third', 1, 1)).rejects.toMatchObject({ code: 'STALE_REVISION' });
  expect(await room.submission(author)).toMatchObject({
    submission: { version: 2, text: richTextOf('written before the crash') },
    draft: { text: richTextOf('third') },
  });
  await room.submit(author, 'third', 2, 2);
  expect(await room.submission(author)).toMatchObject({
    submission: { version: 3, text: richTextOf('third') },
  });
});

test('a crash between a version of a review and its head: both versions are kept, the later one counts', async () => {
  await room.startReviews();
  const reviewer = room.person(0);
  const reviewId = await room.firstTask(reviewer);
  await collection('reviewVersions').insertOne({
    ...FULL_REVIEW,
    _id: `${reviewId}/1`,
    courseId: room.scope.courseId,
    reviewId,
    version: 1,
    points: 8,
    maximum: 10,
    at: world.clock.now(),
  } as never);
  expect(await room.submitReview(reviewer, reviewId, { comment: 'after the crash' })).toMatchObject({
    state: 'submitted',
    comment: richTextOf('after the crash'),
  });
  expect(await collection('reviews').findOne({ _id: reviewId })).toMatchObject({ version: 2 });
  expect(await collection('reviewVersions').countDocuments({ reviewId })).toBe(2);
});

test('a crash half-way through an allocation: the repeated job adds what is missing, nothing twice', async () => {
  for (const learner of room.learners) await room.submit(learner, 'text');
  await room.call(room.instructor, StartReviews);
  await world.settle();
  const reviews = collection('reviews');
  const inActivity = { activityId: room.activityId } as never;
  const whole = await reviews.find(inActivity, { sort: { _id: 1 } }).toArray();
  await reviews.deleteMany({ _id: { $in: whole.slice(0, 5).map(({ _id }) => _id) } });
  await collection('activities').updateOne(
    { _id: room.activityId },
    {
      $set: { phase: 'submission', 'allocation.doneAt': null },
    },
  );
  const { allocation } = await world.activities.get(room.scope, room.activityId);
  const runId = allocation?.runId ?? '';
  await world.jobs.enqueue({
    type: 'peer-review.allocate',
    key: runId,
    payload: { courseId: room.scope.courseId, activityId: room.activityId, runId },
  });
  await world.settle();
  const again = await reviews.find(inActivity, { sort: { _id: 1 } }).toArray();
  const pairs = (found: object[]) => JSON.parse(JSON.stringify(found)) as unknown[];
  expect(pairs(again)).toEqual(pairs(whole));
});
