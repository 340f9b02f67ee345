import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import { type PeerReviewSettings, SavePeerReview } from '../../contracts/peer-review.ts';
import { newId } from '../../core/ids.ts';
import { GetPreFlight, PreFlightView } from '../../contracts/pre-flight.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;

beforeAll(async () => {
  world = await openPeerReviewWorld();
  room = await gatherClassroom(world);
});
afterAll(() => world.close());

const run = async (query: object, by: Caller = room.instructor) =>
  PreFlightView.parse(
    await world.call(by, GetPreFlight, { params: { activityId: room.activityId }, query: { ...query } }),
  );

test('on the real people: who reviews whom, how many reviews works get, and what grades come of it', async () => {
  const before = await countAll();
  const view = await run({ missing: 0, late: 0, idle: 0 });
  expect(view).toMatchObject({
    wanted: 2,
    counts: { authors: 6, handedIn: 6, late: 0, idle: 0 },
  });
  // How far off grades are depends on what is drawn.
  expect(view.warnings.filter(({ kind }) => kind !== 'uncertain')).toEqual([]);
  expect(view.written).toEqual([
    { reviews: 0, works: 0 },
    { reviews: 1, works: 0 },
    { reviews: 2, works: 6 },
  ]);
  expect(view.reviewers.map(({ name }) => name)).toEqual(room.learners.map(({ member }) => member.name));
  for (const { work, tasks } of view.reviewers) {
    expect(tasks).toHaveLength(2);
    expect(tasks.flat()).not.toContain(work);
    expect(view.works[work ?? -1]?.grade).toBeGreaterThan(0);
  }
  // Nothing is stored.
  expect(await countAll()).toEqual(before);
});

async function countAll(): Promise<number[]> {
  const names = ['reviews', 'submissions', 'activities', 'progress', 'audit'];
  return Promise.all(names.map((name) => world.connection.collection(name).countDocuments()));
}

test('half stay away: what follows is said in figures; another draw draws others', async () => {
  const view = await run({ missing: 50, late: 0, idle: 30, draw: 1 });
  expect(view.counts).toEqual({ authors: 6, handedIn: 3, late: 0, idle: 1 });
  expect(view.warnings).toContainEqual({ kind: 'unwritten', works: 2, wanted: 2 });
  const partsOf = ({ works }: PreFlightView) => works.map(({ part }) => part).join();
  const draws = await Promise.all([1, 2, 3, 4, 5].map((draw) => run({ missing: 50, draw })));
  expect(new Set(draws.map(partsOf)).size).toBeGreaterThan(1);
});

test('four round trips at most; staff of another course find nothing', async () => {
  const count = { commands: 0 };
  await counted(count, () => run({}));
  expect(count.commands).toBeLessThanOrEqual(4);
  const stranger = await world.join(buildScope(), 'Stranger', { role: 'instructor' });
  await expect(run({}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('where works are compared: who compares what, and what place works could get', async () => {
  await room.change({
    comparison: { lowestPercent: 40, highestPercent: 90 },
    releaseMode: { kind: 'manual' },
  });
  const view = await run({ missing: 0, late: 0, idle: 0, careless: 0 });
  expect(view).toMatchObject({ by: 'comparisons', authors: 'learners', reviewing: 'learners' });
  for (const { work, tasks } of view.reviewers) {
    expect(tasks.map((pair) => new Set(pair).size)).toEqual([2, 2]);
    expect(tasks.flat()).not.toContain(work);
  }
  // Each makes two, and each is of two works.
  expect(view.works.map(({ received }) => received)).toEqual([4, 4, 4, 4, 4, 4]);
  for (const { grade } of view.works) {
    expect(grade).toBeGreaterThanOrEqual(40);
    expect(grade).toBeLessThanOrEqual(90);
  }
});

test.each([0, 1, 2, 3, 4, 5])('in a course of %d learners, whatever the rubric', async (learners) => {
  const scope = buildScope();
  const instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  const activityId = newId();
  const settings = buildSettings({ criteria: ESSAY, reviewsPerLearner: 3 });
  await world.call(instructor, SavePeerReview, {
    params: { activityId },
    body: { settings, expectedRevision: 0 },
  });
  for (let n = 0; n < learners; n += 1) await world.join(scope, `Person ${n}`);
  await world.settle();
  for (let draw = 0; draw < 20; draw += 1) {
    const answer = await world.call(instructor, GetPreFlight, { params: { activityId }, query: { draw } });
    expect(PreFlightView.parse(answer).counts.authors).toBe(learners);
  }
});

const ESSAY: PeerReviewSettings['criteria'] = [
  {
    id: 'thesis',
    title: 'Thesis',
    description: '',
    points: 12,
    kind: {
      type: 'levels',
      levels: [
        { id: 'good', name: 'Good', description: '', points: 12 },
        { id: 'missing', name: 'Missing', description: '', points: 0 },
      ],
    },
    comment: { need: 'required', minimum: 50, prompts: true },
  },
  {
    id: 'language',
    title: 'Language',
    description: '',
    points: 5,
    kind: { type: 'scale', min: 1, max: 5, step: 1, lowLabel: '', highLabel: '' },
  },
];
