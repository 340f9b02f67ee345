import { GetHome, GetQueue, GetQueueOverview } from '../../server/src/contracts/insights.ts';
import { SavePeerReview } from '../../server/src/contracts/peer-review.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { newId } from '../../server/src/core/ids.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../factories/peer-review.ts';
import { type Figure, quantile } from './figure.ts';

const SIZES = [1_000, 10_000];
const ACTIVITIES = 3;
const CALLS = 300;
/** spec/quality.md: any read of the API; what a service does of it cannot be more. */
const P99_BUDGET_MS = 25;
/** spec/course-hub.md, ADR 0016: of a home, and of a page of the queue. */
const ROUND_TRIPS = 3;

/**
 * Learners' homes and the queue in a course of 1k and 10k, three activities, in the first of which nobody's score gets
 * into the LMS: reading them, and building them anew.
 */
export async function benchWaiting(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const world = await openPeerReviewWorld();
    figures.push(...(await measure(world, size)));
    await world.close();
  }
  return figures;
}

async function measure(world: PeerReviewWorld, size: number): Promise<Figure[]> {
  const scope = buildScope();
  const instructor = await world.join(scope, 'Iris Teacher', { role: 'instructor' });
  const learners: Caller[] = [];
  for (let index = 0; index < size; index += 1) learners.push(await world.join(scope, `Learner ${index}`));
  for (let index = 0; index < ACTIVITIES; index += 1) {
    await world.call(instructor, SavePeerReview, {
      params: { activityId: newId() },
      body: { settings: buildSettings({ title: `Essay ${index}` }), expectedRevision: 0 },
    });
  }
  await world.settle();
  await refuseScores(world, scope, learners);
  const start = performance.now();
  await world.insights.rebuild(scope.courseId);
  const rebuilt = performance.now() - start;

  const name = `course of ${size}`;
  const home = await time((call) =>
    world.call(learners[(call * 7919) % size] ?? instructor, GetHome, { params: {} }),
  );
  // After the date every activity has somebody without work.
  world.clock.time = '2027-03-02T12:00:00Z';
  const queue = await time(() => world.call(instructor, GetQueue, { params: {}, query: { limit: '50' } }));
  const overview = await time(() => world.call(instructor, GetQueueOverview, { params: {}, query: {} }));
  return [
    {
      name: `${name}: rebuild, per 1,000 members and activity`,
      value: (rebuilt / size / ACTIVITIES) * 1000,
      unit: 'ms',
    },
    ...figuresOf(`${name}: home`, home),
    ...figuresOf(`${name}: queue of ${size} and more, a page`, queue),
    ...figuresOf(`${name}: its filters with their counts`, overview),
  ];
}

/** A score of everybody that the LMS refuses. */
async function refuseScores(
  world: PeerReviewWorld,
  { courseId, platformId, deploymentId }: CourseScope,
  learners: readonly Caller[],
): Promise<void> {
  const activityId = newId();
  const problem = { code: 'SCORE_REFUSED', words: 'not a student', since: world.clock.now() };
  const slot = { courseId, platformId, deploymentId, activityId, columnId: activityId, entries: [], problem };
  await world.connection.collection('gradeSlots').insertMany(
    learners.map(({ member }) => ({
      ...slot,
      _id: `${activityId}/${member.id}` as never,
      memberId: member.id,
      want: { n: 1, timestamp: world.clock.now() },
    })),
  );
}

interface Measured {
  readonly p99: number;
  readonly commands: number;
}

async function time(work: (call: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  let commands = 0;
  for (let call = 0; call < CALLS; call += 1) {
    const count = { commands: 0 };
    const began = performance.now();
    await counted(count, () => work(call));
    times.push(performance.now() - began);
    commands = Math.max(commands, count.commands);
  }
  return { p99: quantile(times, 0.99), commands };
}

const figuresOf = (name: string, { p99, commands }: Measured): Figure[] => [
  { name: `${name}, round trips`, value: commands, unit: '', budget: ROUND_TRIPS },
  { name: `${name}, p99`, value: p99, unit: 'ms', budget: P99_BUDGET_MS },
];
