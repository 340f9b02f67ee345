import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { newId } from '../../core/ids.ts';
import { AddReviewer } from '../../contracts/peer-review-pairs.ts';
import { AnswerReviewProblem, ReportProblem } from '../../contracts/peer-review-problems.ts';
import { GetNextWork, NextWorkView } from '../../contracts/peer-review-pull.ts';
import * as contract from '../../contracts/review-exclusions.ts';
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

type Pair = readonly [Caller, Caller];
const change = async (pairs: readonly Pair[], apart: boolean, by = room.instructor) =>
  contract.ExclusionsView.parse(
    await world.call(by, contract.ChangeExclusions, {
      params: {},
      body: { pairs: pairs.map(([a, b]) => [a.member.id, b.member.id]), apart },
    }),
  );
const list = async (by = room.instructor) =>
  contract.ExclusionsView.parse(await world.call(by, contract.GetExclusions, { params: {} }));

interface Given {
  readonly authorId: string;
  readonly reviewerId: string;
  readonly state: string;
}
const given = async (): Promise<Given[]> =>
  (await world.connection
    .collection('reviews')
    .find({ activityId: room.activityId })
    .toArray()) as unknown as Given[];
const between = async ([a, b]: Pair): Promise<Given[]> => {
  const ids = new Set([a.member.id, b.member.id]);
  return (await given()).filter(({ authorId, reviewerId }) => ids.has(authorId) && ids.has(reviewerId));
};
const pairOfTask = async (reviewer: Caller): Promise<Pair> => {
  const one = (await given()).find(({ reviewerId }) => reviewerId === reviewer.member.id);
  const author = room.learners.find(({ member }) => member.id === one?.authorId);
  if (!author) throw new Error('nothing to review');
  return [reviewer, author];
};
const counts = async (): Promise<{ got: number[]; wrote: number[] }> => {
  const all = await given();
  const countOf = (key: 'authorId' | 'reviewerId') =>
    room.learners.map(({ member }) => all.filter((one) => one[key] === member.id).length);
  return { got: countOf('authorId'), wrote: countOf('reviewerId') };
};

test('an allocation keeps apart who must not review each other, and everybody gets their share', async () => {
  const pairs: Pair[] = [
    [room.person(0), room.person(1)],
    [room.person(2), room.person(3)],
  ];
  const view = await change(pairs, true);
  expect(view.exclusions).toHaveLength(2);
  await room.startReviews();
  for (const pair of pairs) expect(await between(pair)).toEqual([]);
  expect(await counts()).toEqual({ got: Array(6).fill(2), wrote: Array(6).fill(2) });
});

test('unbegun reviews of a pair that is named later go to others; nobody is short of any', async () => {
  await room.startReviews();
  const pair = await pairOfTask(room.person(0));
  expect((await between(pair)).length).toBeGreaterThan(0);
  await change([pair], true);
  await world.settle();
  expect(await between(pair)).toEqual([]);
  const { got, wrote } = await counts();
  expect(Math.min(...got, ...wrote)).toBe(2);
  const added = room.call(room.instructor, AddReviewer, undefined, {
    memberId: pair[1].member.id,
    reviewerId: pair[0].member.id,
  });
  await expect(added).rejects.toMatchObject({ code: 'REVIEWERS_APART' });
  // Undone, and repeated: nothing is kept apart any more.
  await change([pair], false);
  expect((await change([pair], false)).exclusions).toEqual([]);
  await expect(
    room.call(room.instructor, AddReviewer, undefined, {
      memberId: pair[1].member.id,
      reviewerId: pair[0].member.id,
    }),
  ).resolves.toBeDefined();
});

test('a review that has begun stays with its reviewer', async () => {
  await room.startReviews();
  const reviewer = room.person(0);
  const reviewId = await room.firstTask(reviewer);
  await room.saveReview(reviewer, reviewId, {});
  const begun = (await given()).find(({ state }) => state === 'begun');
  const author = room.learners.find(({ member }) => member.id === begun?.authorId);
  if (!author) throw new Error('nobody');
  await change([[reviewer, author]], true);
  await world.settle();
  await expect(room.getReview(reviewer, reviewId)).resolves.toMatchObject({ state: 'begun' });
});

test('where works are taken one at a time, the other’s work is not offered', async () => {
  await room.save(buildSettings({ givenOut: 'rolling' }), 1);
  const [ada, ben] = [room.person(0), room.person(1)];
  await change([[ada, ben]], true);
  for (const learner of [ada, ben]) await room.submit(learner, 'Work');
  await world.settle();
  const next = async () => NextWorkView.parse(await room.call(ben, GetNextWork)).state;
  expect(await next()).toBe('wait');
  await change([[ada, ben]], false);
  await world.settle();
  expect(await next()).toBe('ready');
});

test('a conflict that a reviewer reports, and staff confirm, holds in the whole course', async () => {
  await room.startReviews();
  const [reviewer, author] = await pairOfTask(room.person(0));
  const reviewId = (await given()).find(
    (one) => one.reviewerId === reviewer.member.id && one.authorId === author.member.id,
  ) as unknown as { _id: string };
  const problemId = newId();
  const params = { reviewId: reviewId._id, problemId };
  await room.call(reviewer, ReportProblem, { kind: 'conflict', text: 'We live together.' }, params);
  expect((await list()).exclusions).toEqual([]);
  await room.call(
    room.instructor,
    AnswerReviewProblem,
    { action: 'replace', words: '', expectedRevision: 1 },
    { problemId },
  );
  await world.settle();
  expect((await list()).exclusions).toMatchObject([{ source: 'report', byName: 'Iris Teacher' }]);
  expect(await between([reviewer, author])).toEqual([]);
  // The work has another reviewer, and its reviewer another work, without anybody handing in late.
  const { got, wrote } = await counts();
  expect(Math.min(...got, ...wrote)).toBe(2);
});

test('two of the staff who name the same pair at once name it once; a list is read and stores nothing', async () => {
  const pair: Pair = [room.person(0), room.person(1)];
  const read = async (csv: string) =>
    contract.ReadExclusions.response.parse(
      await world.call(room.instructor, contract.ReadExclusions, { params: {}, body: { csv } }),
    );
  expect(await read('Ben Learner;Ada Learner\nAda Learner;Zoe\n')).toMatchObject({
    pairs: [{ first: { name: 'Ada Learner' }, second: { name: 'Ben Learner' } }],
    known: 0,
    problems: [{ line: 2, problem: 'PERSON_UNKNOWN', value: 'Zoe' }],
  });
  await Promise.all([change([pair], true), change([pair], true)]);
  expect((await list()).exclusions).toHaveLength(1);
  expect(await read('Ben Learner;Ada Learner\n')).toMatchObject({ pairs: [], known: 1 });
});

test('a learner’s page says nothing of it', async () => {
  const pair: Pair = [room.person(0), room.person(1)];
  await change([pair], true);
  await room.startReviews();
  const page = JSON.stringify(await room.mine(pair[0]));
  for (const secret of [pair[1].member.id, 'Ben Learner', 'apart', 'xclusion'])
    expect(page).not.toContain(secret);
});

test('another course sees nothing of it and cannot name its people; the list takes four round trips', async () => {
  await change([[room.person(0), room.person(1)]], true);
  const stranger = await world.join(buildScope(), 'Stranger', { role: 'instructor' });
  expect(await list(stranger)).toEqual({ exclusions: [], learners: [] });
  await expect(change([[room.person(0), room.person(1)]], false, stranger)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(change([[room.person(0), room.person(0)]], true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const count = { commands: 0 };
  await counted(count, () => list());
  expect(count.commands).toBeLessThanOrEqual(4);
});
