import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { ListNotices } from '../../contracts/notices.ts';
import * as contract from '../../contracts/peer-review-pairs.ts';
import { GetNextWork, TakeNextWork } from '../../contracts/peer-review-pull.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
});

const ask = async (
  endpoint: typeof contract.GetReviewers | typeof contract.AddReviewer | typeof contract.RemoveReviewer,
  author: Caller,
  reviewer?: Caller,
) =>
  contract.ReviewersView.parse(
    await room.call(room.instructor, endpoint, undefined, {
      memberId: author.member.id,
      ...(reviewer && { reviewerId: reviewer.member.id }),
    }),
  );
const idsOf = (people: readonly { readonly memberId: string }[]) => people.map(({ memberId }) => memberId);

test('a work is given to one more reviewer, who is told and sees it; taking it away undoes that', async () => {
  await room.startReviews();
  const author = room.person(0);
  const before = await ask(contract.GetReviewers, author);
  expect(before.reviewers).toHaveLength(2);
  const other = room.learners.find(({ member }) => member.id === before.candidates[0]?.memberId);
  if (!other) throw new Error('nobody else');
  const after = await ask(contract.AddReviewer, author, other);
  expect(idsOf(after.reviewers)).toContain(other.member.id);
  expect(idsOf(after.candidates)).not.toContain(other.member.id);
  await expect(ask(contract.AddReviewer, author, other)).resolves.toEqual(after);
  await world.settle();
  expect((await room.mine(other)).reviewTasks).toHaveLength(3);
  const { items } = ListNotices.response.parse(await world.call(other, ListNotices, { params: {} }));
  expect(items[0]).toMatchObject({ content: { kind: 'workToReview', works: 1 } });
  const { rows } = await room.overview();
  expect(rows.find(({ memberId }) => memberId === author.member.id)).toMatchObject({ received: { of: 3 } });
  const undone = await ask(contract.RemoveReviewer, author, other);
  expect(undone.reviewers).toEqual(before.reviewers);
  await expect(ask(contract.RemoveReviewer, author, other)).resolves.toEqual(undone);
  expect((await room.mine(other)).reviewTasks).toHaveLength(2);
});

test('two of the staff who give a work to the same person at once give it once', async () => {
  await room.startReviews();
  const author = room.person(0);
  const before = await ask(contract.GetReviewers, author);
  const other = room.learners.find(({ member }) => member.id === before.candidates[0]?.memberId);
  await Promise.all([1, 2].map(() => ask(contract.AddReviewer, author, other)));
  expect((await ask(contract.GetReviewers, author)).reviewers).toHaveLength(3);
});

test('a review that has begun is not taken away', async () => {
  await room.startReviews();
  const reviewer = room.person(0);
  const reviewId = await room.firstTask(reviewer);
  await room.saveReview(reviewer, reviewId, {});
  const found = await world.connection.collection('reviews').findOne({ _id: reviewId as never });
  const author = room.learners.find(({ member }) => member.id === found?.['authorId']);
  if (!author) throw new Error('no author');
  await expect(ask(contract.RemoveReviewer, author, reviewer)).rejects.toMatchObject({
    code: 'REVIEW_BEGUN',
  });
  await expect(room.getReview(reviewer, reviewId)).resolves.toMatchObject({ state: 'begun' });
});

test('where works are taken one at a time, a work that staff have given is the next, and is counted', async () => {
  await room.save(buildSettings({ givenOut: 'rolling' }), 1);
  const [ada, ben] = [room.person(0), room.person(1)];
  for (const learner of [ada, ben]) await room.submit(learner, 'Work');
  await world.settle();
  await ask(contract.AddReviewer, ada, ben);
  await expect(room.call(ben, GetNextWork)).resolves.toMatchObject({ state: 'open' });
  await ask(contract.RemoveReviewer, ada, ben);
  // What staff took away is not offered again, until they give it.
  await expect(room.call(ben, TakeNextWork)).resolves.toMatchObject({ state: 'wait' });
  await ask(contract.AddReviewer, ada, ben);
  await expect(room.call(ben, GetNextWork)).resolves.toMatchObject({ state: 'open' });
});

test('the list takes four round trips; another course’s learner and activity are not found', async () => {
  await room.startReviews();
  const count = { commands: 0 };
  await counted(count, () => ask(contract.GetReviewers, room.person(0)));
  expect(count.commands).toBeLessThanOrEqual(4);
  const stranger = await world.join(buildScope(), 'Stranger', { role: 'instructor' });
  const params = { memberId: room.person(0).member.id };
  await expect(room.call(stranger, contract.GetReviewers, undefined, params)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const other = await world.join(buildScope(), 'Elsewhere');
  await expect(ask(contract.AddReviewer, room.person(0), other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
