/** Staff give pairs of works to compare, and take them away. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { ListNotices } from '../../contracts/notices.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import * as contract from '../../contracts/peer-review-comparative.ts';
import { AddReviewer } from '../../contracts/peer-review-pairs.ts';
import { ChangeExclusions } from '../../contracts/review-exclusions.ts';
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
  await room.save(
    buildSettings({ reviewsPerLearner: 2, comparison: { lowestPercent: 40, highestPercent: 100 } }),
    1,
  );
  await room.startReviews();
});

const list = async () =>
  contract.GetComparisons.response.parse(
    await world.call(room.instructor, contract.GetComparisons, {
      params: { activityId: room.activityId },
      query: {},
    }),
  );
const madeBy = async ({ member }: Caller) =>
  (await list()).comparisons.filter(({ reviewer }) => reviewer.id === member.id);
const give = async (reviewer: Caller, left: Caller, right: Caller) =>
  contract.GiveComparison.response.parse(
    await room.call(room.instructor, contract.GiveComparison, {
      reviewerId: reviewer.member.id,
      workIds: [left.member.id, right.member.id],
    }),
  );
const take = (comparisonId: string) =>
  room.call(room.instructor, contract.TakeComparison, undefined, { comparisonId });
const tasksOf = async (caller: Caller) =>
  (await room.mine(caller)).reviewTasks.map(({ reviewId }) => reviewId);

/** A pair of works that somebody does not have to compare yet. */
async function freePair(reviewer: Caller): Promise<[Caller, Caller]> {
  const has = (await madeBy(reviewer)).map(({ left, right }) => [left.id, right.id].sort().join());
  const others = room.learners.filter((one) => one !== reviewer);
  for (const left of others)
    for (const right of others)
      if (left.member.id < right.member.id && !has.includes([left.member.id, right.member.id].join()))
        return [left, right];
  throw new Error('no pair is free');
}

const BEGUN = {
  choices: [],
  leftComment: richTextOf('A start.'),
  rightComment: richTextOf(''),
  expectedRevision: 0,
};
const begin = (reviewer: Caller, comparisonId: string) =>
  room.call(reviewer, contract.SaveComparisonDraft, BEGUN, { comparisonId });

test('a pair is given to a reviewer, who is told and sees it once; taking it away undoes that', async () => {
  const ada = room.person(0);
  const [left, right] = await freePair(ada);
  const { comparisonId, changed } = await give(ada, left, right);
  expect(changed).toBe(true);
  await expect(give(ada, left, right)).resolves.toEqual({ comparisonId, changed: false });
  // The other way round it is the same pair.
  await expect(give(ada, right, left)).resolves.toEqual({ comparisonId, changed: false });
  await world.settle();
  expect(await tasksOf(ada)).toHaveLength(3);
  const { items } = ListNotices.response.parse(await world.call(ada, ListNotices, { params: {} }));
  expect(items[0]).toMatchObject({ content: { kind: 'workToReview', works: 1 } });
  const { rows } = await room.overview();
  expect(rows.find(({ memberId }) => memberId === left.member.id)).toMatchObject({ received: { of: 5 } });
  await take(comparisonId);
  await take(comparisonId);
  await world.settle();
  expect(await tasksOf(ada)).toHaveLength(2);
  const after = await room.overview();
  expect(after.rows.find(({ memberId }) => memberId === left.member.id)).toMatchObject({
    received: { of: 4 },
  });
});

test('what is taken away is not drawn for the same person again, and comes back as it was', async () => {
  const ada = room.person(0);
  const [first] = await madeBy(ada);
  if (!first) throw new Error('nothing was drawn');
  const before = await room.call(ada, contract.GetComparison, undefined, {
    comparisonId: first.comparisonId,
  });
  await take(first.comparisonId);
  await expect(
    room.call(ada, contract.GetComparison, undefined, { comparisonId: first.comparisonId }),
  ).rejects.toMatchObject({ code: 'NOT_ALLOCATED' });
  await expect(begin(ada, first.comparisonId)).rejects.toMatchObject({ code: 'NOT_ALLOCATED' });
  // Somebody else's conflict has everything looked through again.
  const pairs = [[room.person(4).member.id, room.person(5).member.id]];
  await world.call(room.instructor, ChangeExclusions, { params: {}, body: { pairs, apart: true } });
  await world.settle();
  const tasks = await tasksOf(ada);
  expect(tasks.length).toBeGreaterThanOrEqual(2);
  expect(tasks).not.toContain(first.comparisonId);
  const named = (id: string) => room.learners.find(({ member }) => member.id === id) ?? ada;
  await give(ada, named(first.left.id), named(first.right.id));
  expect(
    await room.call(ada, contract.GetComparison, undefined, { comparisonId: first.comparisonId }),
  ).toEqual(before);
  expect(await tasksOf(ada)).toHaveLength(tasks.length + 1);
});

test('a comparison that has begun is not taken away', async () => {
  const ada = room.person(0);
  const [first = ''] = await tasksOf(ada);
  await begin(ada, first);
  await expect(take(first)).rejects.toMatchObject({ code: 'REVIEW_BEGUN' });
  expect(await tasksOf(ada)).toContain(first);
});

test('nobody is given the own work, one work twice, or what must not be; nor after the date', async () => {
  const [ada, ben, cleo] = [room.person(0), room.person(1), room.person(2)];
  await expect(give(ada, ada, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(give(ada, ben, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(give(ada, ben, room.instructor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(give(room.instructor, ben, cleo)).rejects.toMatchObject({ code: 'MEMBER_NOT_LEARNING' });
  await expect(
    room.call(room.instructor, AddReviewer, undefined, {
      memberId: ada.member.id,
      reviewerId: ben.member.id,
    }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await list()).can).toEqual({ change: true });
  world.clock.time = '2027-03-08T12:30:00Z';
  const [left, right] = await freePair(ada);
  await expect(give(ada, left, right)).rejects.toMatchObject({ code: 'REVIEWS_CLOSED' });
  expect((await list()).can).toEqual({ change: false });
});

test('staff see whose works there are and who has how much to do, in four round trips', async () => {
  const ada = room.person(0);
  const [left, right] = await freePair(ada);
  await give(ada, left, right);
  await world.settle();
  let view: unknown;
  const count = { commands: 0 };
  await counted(count, async () => {
    view = await room.call(room.instructor, contract.GetComparers);
  });
  expect(count.commands).toBeLessThanOrEqual(4);
  const { works, reviewers } = contract.GetComparers.response.parse(view);
  expect(new Set(works.map(({ name }) => name))).toEqual(
    new Set(['Ada', 'Ben', 'Cleo', 'Dov', 'Eva', 'Finn'].map((name) => `${name} Learner`)),
  );
  expect(reviewers.at(-1)).toMatchObject({ name: 'Ada Learner', comparisons: 3 });
});
