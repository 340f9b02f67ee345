/** Comparative peer review over its routes, with a clock to set: works that come late, people who leave, dates that pass. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { GetNextWork } from '../../contracts/peer-review-pull.ts';
import { StartReviews } from '../../contracts/peer-review.ts';
import * as contract from '../../contracts/peer-review-comparative.ts';
import { SaveExtension } from '../../contracts/timelines.ts';
import { courseEvent } from '../../core/events.ts';
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
    buildSettings({ reviewsPerLearner: 3, comparison: { lowestPercent: 40, highestPercent: 100 } }),
    1,
  );
});

interface Stored {
  readonly _id: string;
  readonly reviewerId: string;
  readonly authorIds: string[];
  readonly state: string;
}

const stored = async (): Promise<Stored[]> =>
  (await world.connection
    .collection('comparisons')
    .find({ activityId: room.activityId })
    .toArray()) as unknown as Stored[];
const inPairs = (all: readonly Stored[], { member }: Caller) =>
  all.filter(({ authorIds }) => authorIds.includes(member.id)).length;
const of = (all: readonly Stored[], { member }: Caller) =>
  all.filter(({ reviewerId }) => reviewerId === member.id);
const get = async (caller: Caller, comparisonId: string) =>
  contract.GetComparison.response.parse(
    await room.call(caller, contract.GetComparison, undefined, { comparisonId }),
  );
const WHOLE = {
  choices: [
    { criterionId: 'argument', better: 'left' },
    { criterionId: 'style', better: 'left' },
  ],
  leftComment: richTextOf('Clear.'),
  rightComment: richTextOf('Fluent.'),
  expectedRevision: 0,
};
const submit = (caller: Caller, comparisonId: string, body: object = {}) =>
  room.call(caller, contract.SubmitComparison, { ...WHOLE, ...body }, { comparisonId });

async function leave({ member }: Caller): Promise<void> {
  await world.connection.collection<{ _id: string }>('members').updateOne(
    { _id: member.id },
    {
      $set: { status: 'inactive', eventsSince: world.clock.now() },
      $push: {
        events: courseEvent(
          'member.changed',
          { kind: 'member', id: member.id },
          { scope: room.scope, actor: { kind: 'system', job: 'test' }, requestId: null },
          world.clock.now(),
        ),
      } as never,
    },
  );
  await world.settle();
  world.clock.time = '2027-03-01T11:00:00Z';
  await world.settle();
}

test('everybody gets a share, every work is in as many pairs; three works are needed', async () => {
  for (const index of [0, 1]) await room.submit(room.person(index), 'text');
  await expect(room.call(room.instructor, StartReviews)).rejects.toMatchObject({
    code: 'ALLOCATION_NEEDS_THREE',
  });
  for (const index of [2, 3, 4, 5]) await room.submit(room.person(index), 'text');
  await room.call(room.instructor, StartReviews);
  await world.settle();
  const all = await stored();
  expect(all).toHaveLength(18);
  for (const learner of room.learners) {
    expect(inPairs(all, learner)).toBe(6);
    expect(of(all, learner)).toHaveLength(3);
    const { reviewTasks, reviewsAsked, comparing } = await room.mine(learner);
    expect({ tasks: reviewTasks.length, reviewsAsked, comparing }).toEqual({
      tasks: 3,
      reviewsAsked: 3,
      comparing: true,
    });
    expect(reviewTasks.every(({ pseudonym }) => /^[A-F]\+[A-F]$/.test(pseudonym))).toBe(true);
  }
  const { rows, counts } = await room.overview();
  expect(rows.every(({ given, received }) => given.of === 3 && received.of === 6)).toBe(true);
  expect(counts).toMatchObject({ reviewsAllocated: 18, reviewsDone: 0, gradable: 0 });
  await expect(room.call(room.person(0), GetNextWork)).resolves.toMatchObject({ reviewId: null });
});

test('a late work comes into as many pairs, and its author gets a share', async () => {
  for (const index of [0, 1, 2, 3, 4]) await room.submit(room.person(index), 'text');
  const late = room.person(5);
  await room.call(
    room.instructor,
    SaveExtension,
    { until: { handIn: '2027-03-02T12:00:00.000Z' }, zone: 'UTC', reason: 'Ill.', expectedRevision: 0 },
    { memberId: late.member.id },
  );
  await room.call(room.instructor, StartReviews);
  await world.settle();
  world.clock.time = '2027-03-01T13:00:00Z';
  await room.submit(late, 'late');
  await world.settle();
  const all = await stored();
  expect(inPairs(all, late)).toBe(6);
  expect(of(all, late)).toHaveLength(3);
  expect(all).toHaveLength(15 + 3 + 6);
  expect(all.every(({ reviewerId, authorIds }) => !authorIds.includes(reviewerId))).toBe(true);
});

test('who has left loses what was not begun, and others get it; what was begun stays', async () => {
  await room.startReviews();
  const gone = room.person(0);
  const [first] = of(await stored(), gone);
  await submit(gone, first?._id ?? '');
  await leave(gone);
  const all = await stored();
  expect(of(all, gone)).toEqual([expect.objectContaining({ _id: first?._id, state: 'submitted' })]);
  for (const other of room.learners.slice(1)) expect(inPairs(all, other)).toBeGreaterThanOrEqual(6);
  await world.settle();
  expect(await stored()).toHaveLength(all.length);
});

test('after the date nothing is taken, and what was written is kept', async () => {
  await room.startReviews();
  const ada = room.person(0);
  const id = await room.firstTask(ada);
  world.clock.time = '2027-03-08T12:00:01Z';
  await expect(submit(ada, id)).rejects.toMatchObject({ code: 'REVIEWS_CLOSED', details: { revision: 1 } });
  expect(await get(ada, id)).toMatchObject({
    choices: WHOLE.choices,
    revision: 1,
    state: 'begun',
    can: { edit: false },
  });
});

test('a comparison may be changed while reviews are open: versions are kept, and the last one counts', async () => {
  await room.startReviews();
  const ada = room.person(0);
  const id = await room.firstTask(ada);
  await submit(ada, id);
  await submit(ada, id);
  const turned = WHOLE.choices.map((choice) => ({ ...choice, better: 'right' }));
  await submit(ada, id, { choices: turned, expectedRevision: 1 });
  const head = await world.connection.collection<{ _id: string }>('comparisons').findOne({ _id: id });
  expect(head).toMatchObject({ version: 2, share: 0, choices: turned });
  const versions = await world.connection
    .collection('comparisonVersions')
    .find({ comparisonId: id }, { sort: { version: 1 } })
    .toArray();
  expect(versions.map(({ share }) => share as number)).toEqual([1, 0]);
});

test('pages take few round trips, however many works there are', async () => {
  await room.startReviews();
  const ada = room.person(0);
  const id = await room.firstTask(ada);
  await submit(ada, id);
  await world.settle();
  const reads: [string, () => Promise<unknown>][] = [
    ['the comparison', () => get(ada, id)],
    ['the own page', () => room.mine(ada)],
    ['the results', () => room.call(room.instructor, contract.GetComparisonResults)],
    ['who compared what', () => room.call(room.instructor, contract.GetComparisons)],
  ];
  for (const [page, read] of reads) {
    const count = { commands: 0 };
    await counted(count, read);
    expect({ page, isWithin: count.commands > 0 && count.commands <= 4 }).toEqual({ page, isWithin: true });
  }
});

test('what goes by ratings, and taking works one at a time, is refused with it', async () => {
  const comparison = { lowestPercent: 40, highestPercent: 100 };
  const closesAt = '2027-03-09T12:00:00.000Z';
  for (const more of [
    { givenOut: 'rolling' },
    { reviewers: { kind: 'groups', setId: 'a'.repeat(32) } },
    { agreement: { percent: 50, strictness: 'fair' } },
    { disagreementLimit: 30 },
    { calibration: { pass: null, attempts: null } },
    { selfAssessment: { opens: 'withReviews', closesAt } },
    { revision: { closesAt } },
    { comparison: { lowestPercent: 100, highestPercent: 40 } },
  ])
    await expect(room.save(buildSettings({ comparison, ...more } as object), 2)).rejects.toThrow(
      /compared|rated|below|rate works/,
    );
  await room.startReviews();
  await expect(room.save(buildSettings({ reviewsPerLearner: 3 }), 2)).rejects.toMatchObject({
    code: 'ACTIVITY_HAS_WORK',
  });
});
