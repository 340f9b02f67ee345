import { GetHome, GetQueue } from '../../server/src/contracts/insights.ts';
import { SavePeerReview } from '../../server/src/contracts/peer-review.ts';
import { newId } from '../../server/src/core/ids.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../factories/peer-review.ts';
import type { Figure } from './figure.ts';

const SIZES = [1_000, 10_000];
const ACTIVITIES = 3;
const CALLS = 300;
/** spec/quality.md: any read of the API; what a service does of it cannot be more. */
const P99_BUDGET_MS = 25;
/**
 * The queue's are told without a budget: it is to be three as well, but the gradebook's sources alone need five, and the
 * roster's, which is not in this course, two more (ADR 0013).
 */
const HOME_ROUND_TRIPS = 3;

/** Learners' homes and the queue in a course of 1k and 10k, three activities: reading them, and building them anew. */
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
  return [
    {
      name: `${name}: rebuild, per 1,000 members and activity`,
      value: (rebuilt / size / ACTIVITIES) * 1000,
      unit: 'ms',
    },
    ...figuresOf(`${name}: home`, home, HOME_ROUND_TRIPS),
    ...figuresOf(`${name}: queue`, queue, null),
  ];
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
  times.sort((a, b) => a - b);
  return { p99: times[Math.floor(CALLS * 0.99)] ?? 0, commands };
}

const figuresOf = (name: string, { p99, commands }: Measured, budget: number | null): Figure[] => [
  { name: `${name}, round trips`, value: commands, unit: '', ...(budget !== null && { budget }) },
  { name: `${name}, p99`, value: p99, unit: 'ms', budget: P99_BUDGET_MS },
];
