/** Reviews within sections: who reviews whom, what staff are told before, and works that come late. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { AddGroups, CreateGroupSet, MoveMembers } from '../../contracts/group-sets.ts';
import { ListGroups } from '../../contracts/groups.ts';
import * as contract from '../../contracts/peer-review.ts';
import { GetNextWork, TakeNextWork } from '../../contracts/peer-review-pull.ts';
import { ChooseSections } from '../../contracts/sections.ts';
import { SaveExtension } from '../../contracts/timelines.ts';
import { newId } from '../../core/ids.ts';

let world: PeerReviewWorld;
let room: Classroom;
let setId: string;
let groups: { id: string; name: string }[];

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

/** Ada, Ben and Cleo on Monday, Dov on Tuesday, Eva on Wednesday, Finn nowhere; two reviews for each. */
beforeEach(async () => {
  room = await gatherClassroom(world);
  await room.save(buildSettings({ reviewsWithin: 'section' }), 1);
  setId = newId();
  await say(CreateGroupSet, {}, { id: setId, name: 'Labs', copyOf: null });
  await say(
    AddGroups,
    { setId },
    { names: ['Monday', 'Tuesday', 'Wednesday'], cap: null, expectedRevision: 1 },
  );
  groups = ((await say(ListGroups, { setId })) as { items: typeof groups }).items;
  await move([0, 0, 0, 1, 2], 2);
  await say(ChooseSections, {}, { setId, expectedRevision: 0 });
  world.clock.time = '2027-03-01T11:00:00Z';
});

const say = (endpoint: Endpoint, params: Record<string, string>, body?: object) =>
  world.call(room.instructor, endpoint, { params, body });
const idOf = (index: number): string => room.person(index).member.id;
/** @param places the group of each learner from the first on */
const move = (places: readonly number[], expectedRevision: number) =>
  say(
    MoveMembers,
    { setId },
    {
      moves: places.map((place, index) => ({ memberId: idOf(index), groupId: groups[place]?.id })),
      expectedRevision,
    },
  );
const preview = () => room.call(room.instructor, contract.PreviewAllocation);

/** Whose works each learner reviews, by number. */
async function pairs(): Promise<number[][]> {
  const found = await world.connection
    .collection<{ reviewerId: string; authorId: string }>('reviews')
    .find({ activityId: room.activityId })
    .toArray();
  const numbers = new Map(room.learners.map(({ member }, index) => [member.id, index]));
  return room.learners.map(({ member }) =>
    found
      .filter(({ reviewerId }) => reviewerId === member.id)
      .map(({ authorId }) => numbers.get(authorId) ?? -1)
      .sort((a, b) => a - b),
  );
}

test('learners review in their section; those of too small ones, or of none, review each other; staff are told before', async () => {
  for (const learner of room.learners) await room.submit(learner, 'Bridges carry.');
  expect(await preview()).toEqual({
    within: 'section',
    sections: {
      within: [{ id: groups[0]?.id, name: 'Monday', works: 3 }],
      tooSmall: [
        { id: groups[1]?.id, name: 'Tuesday' },
        { id: groups[2]?.id, name: 'Wednesday' },
      ],
      unplaced: 1,
      across: 3,
      joined: null,
    },
  });
  await room.call(room.instructor, contract.StartReviews);
  // Who moves after reviews were asked for is where they were.
  world.clock.time = '2027-03-01T11:00:01Z';
  await move([1, 1, 1], 3);
  await world.settle();
  expect(await pairs()).toEqual([
    [1, 2],
    [0, 2],
    [0, 1],
    [4, 5],
    [3, 5],
    [3, 4],
  ]);
});

test('those who are too few by themselves join the smallest section that is large enough', async () => {
  for (const learner of room.learners.slice(0, 4)) await room.submit(learner, 'Bridges carry.');
  expect(await preview()).toMatchObject({
    sections: { within: [{ name: 'Monday', works: 4 }], across: 0, joined: { name: 'Monday' } },
  });
  await room.call(room.instructor, contract.StartReviews);
  await world.settle();
  const reviewed = await pairs();
  expect(reviewed.slice(0, 4).map(({ length }) => length)).toEqual([2, 2, 2, 2]);
});

test('a course without sections is reviewed across, and staff are told that, too', async () => {
  await say(ChooseSections, {}, { setId: null, expectedRevision: 1 });
  expect(await preview()).toEqual({ within: 'section', sections: null });
  await room.startReviews();
  expect((await pairs()).map(({ length }) => length)).toEqual([2, 2, 2, 2, 2, 2]);
});

test('a late work stays in the section where that has enough', async () => {
  await say(
    SaveExtension,
    { activityId: room.activityId, memberId: idOf(5) },
    { until: { handIn: '2027-03-02T12:00:00.000Z' }, zone: 'UTC', reason: 'Ill.', expectedRevision: 0 },
  );
  await move([0, 0, 0, 1, 1, 0], 3);
  for (const learner of room.learners.slice(0, 5)) await room.submit(learner, 'In time');
  world.clock.time = '2027-03-01T12:00:01Z';
  await world.settle();
  world.clock.time = '2027-03-02T11:00:00Z';
  await room.submit(room.person(5), 'Late and welcome');
  await world.settle();
  const reviewed = await pairs();
  const near = [0, 1, 2];
  expect(reviewed[5]).toHaveLength(2);
  for (const author of reviewed[5] ?? []) expect(near).toContain(author);
  const reviewers = reviewed.flatMap((authors, index) => (authors.includes(5) ? [index] : []));
  expect(reviewers).toHaveLength(2);
  for (const reviewer of reviewers) expect(near).toContain(reviewer);
});

test('works of the own topic, or of other topics, as the groups of any set say', async () => {
  await say(ChooseSections, {}, { setId: null, expectedRevision: 1 });
  await move([0, 0, 0, 1, 1, 1], 3);
  const topicOf = (index: number): number => Math.floor(index / 3);
  for (const [reviewsWithin, isOwn] of [
    ['sameTopic', true],
    ['otherTopic', false],
  ] as const) {
    room = await gatherAgain(reviewsWithin);
    await room.startReviews();
    const reviewed = await pairs();
    expect(reviewed.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2, 2]);
    reviewed.forEach((authors, reviewer) => {
      for (const author of authors) expect(topicOf(author) === topicOf(reviewer)).toBe(isOwn);
    });
  }
});

/** Another activity of the same course. */
async function gatherAgain(reviewsWithin: 'sameTopic' | 'otherTopic'): Promise<Classroom> {
  const activityId = newId();
  const settings = buildSettings({ reviewsWithin, topicSetId: setId });
  const params = { activityId };
  const body = { settings, expectedRevision: 0 };
  await world.call(room.instructor, contract.SavePeerReview, { params, body });
  const call: Classroom['call'] = (caller, endpoint, sent, rest) =>
    world.call(caller, endpoint, { params: { activityId, ...rest }, body: sent });
  const submit: Classroom['submit'] = (caller, text) =>
    call(caller, contract.SubmitWork, { text, files: [], expectedVersion: 0, expectedRevision: 0 });
  const startReviews = async (): Promise<void> => {
    for (const learner of room.learners) await submit(learner, 'Bridges carry.');
    await call(room.instructor, contract.StartReviews);
    await world.settle();
  };
  return { ...room, activityId, call, submit, startReviews };
}

test('taken one at a time, works of other topics alone are offered', async () => {
  await move([0, 0, 0, 1, 1, 1], 3);
  await room.change({ reviewsWithin: 'otherTopic', topicSetId: setId, givenOut: 'rolling' });
  const next = (index: number) => room.call(room.person(index), GetNextWork);
  for (const index of [0, 1]) await room.submit(room.person(index), 'Bridges carry.');
  await world.settle();
  await expect(next(0)).resolves.toMatchObject({ state: 'wait' });
  await room.submit(room.person(3), 'Beams bend.');
  await world.settle();
  await expect(next(0)).resolves.toMatchObject({ state: 'ready' });
  await room.call(room.person(0), TakeNextWork);
  expect((await pairs())[0]).toEqual([3]);
});

test('topics are the groups of a set that is named', async () => {
  const change = room.change({ reviewsWithin: 'otherTopic', topicSetId: null });
  await expect(change).rejects.toThrow('topics are the groups of a set');
});

test('a learner’s page says nothing of sections', async () => {
  await room.startReviews();
  const page = JSON.stringify(await room.mine(room.person(0)));
  for (const secret of ['Monday', 'ection', groups[0]?.id ?? '-']) expect(page).not.toContain(secret);
});
