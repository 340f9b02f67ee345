import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { systemClock } from '../../server/src/core/clock.ts';
import { newId } from '../../server/src/core/ids.ts';
import { createActivityService, createActivityStore } from '../../server/src/features/activity/index.ts';
import type { Submission } from '../../server/src/features/peer-review/peer-review.domain.ts';
import { createPeerReviewStores } from '../../server/src/features/peer-review/peer-review.store.ts';
import { createPullReviewsService } from '../../server/src/features/peer-review/pull-reviews.service.ts';
import { createIndexes } from '../../server/src/platform/database/collection.ts';
import { connectDatabase } from '../../server/src/platform/database/connect.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { buildScope, buildSettings } from '../factories/peer-review.ts';
import { type Figure, median, quantile } from './figure.ts';

/** algorithms §1: up to ten thousand members; beyond that the growth is shown. */
const SIZES: readonly (readonly [members: number, budget: number | undefined])[] = [
  [1_000, 5],
  [10_000, 5],
  [100_000, undefined],
];
const CLAIMS = 700;
/**
 * A server that has been up for a while: its code is compiled. Until then the compiler takes a core for some
 * milliseconds every hundred claims or so, and on two cores whoever claims meanwhile waits for it.
 */
const WARM_UP = { members: 1_000, rounds: 8 };
/** Nobody hands in ten thousand works at once: the store has put in order what it holds when the claims begin. */
const SETTLE_MS = 3_000;
/** Reviews that each work has on average when the measuring begins: some have more, some none. */
const TAKEN = [0, 1, 1, 2, 2, 3];
const BATCH = 1_000;
const HOUR_MS = 3_600_000;

/** Taking the next work to review from the embedded store on disk, one member after the other. */
export async function benchPull(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-pull-'));
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory: directory,
    countCommands: false,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const { connection } = database;
    const activities = createActivityService(createActivityStore(connection), systemClock);
    const stores = createPeerReviewStores(connection, activities.changesLookup);
    await createIndexes(connection);
    const pulling = createPullReviewsService(
      stores,
      activities,
      { refresh: () => Promise.resolve() },
      { requirePassed: () => Promise.resolve() },
      systemClock,
      () => undefined,
    );
    const figures: Figure[] = [];
    const filled = (members: number, claims: number) => fill(connection, stores, activities, members, claims);
    const claim = async ({ activityId, callers }: Awaited<ReturnType<typeof fill>>): Promise<number[]> => {
      const times: number[] = [];
      for (const caller of callers) {
        const start = performance.now();
        const { state } = await pulling.take(caller, activityId);
        times.push(performance.now() - start);
        if (state !== 'open') throw new Error(`a member got no work: ${state}`);
      }
      return times;
    };
    for (let round = 0; round < WARM_UP.rounds; round++)
      await claim(await filled(WARM_UP.members, WARM_UP.members));
    for (const [members, budget] of SIZES) {
      const under = await filled(members, CLAIMS);
      await setTimeout(SETTLE_MS);
      const times = await claim(under);
      const name = `taking a review among ${members}`;
      figures.push(
        { name: `${name}, median`, value: median(times), unit: 'ms' },
        { name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms', ...(budget && { budget }) },
      );
    }
    return figures;
  } finally {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A peer review under way: everybody has handed in, most works have reviews. @returns who takes the next. */
async function fill(
  connection: Connection,
  { queue, reviews }: ReturnType<typeof createPeerReviewStores>,
  activities: ReturnType<typeof createActivityService>,
  members: number,
  claims: number,
) {
  const scope = buildScope();
  const activityId = newId();
  const now = Date.now();
  const day = 24 * HOUR_MS;
  const { title, points, ...settings } = buildSettings({
    givenOut: 'rolling',
    reviewsPerLearner: 5,
    leastPerWork: 3,
    submissionsCloseAt: new Date(now + day).toISOString(),
    reviewsCloseAt: new Date(now + 2 * day).toISOString(),
  });
  const by = { actor: { kind: 'system', job: 'bench' }, requestId: null } as const;
  await activities.create(scope, activityId, { title, points, settings }, 'published', by);
  const at = new Date(now - day);
  await activities.updateState(
    scope,
    activityId,
    {},
    { phase: 'review', allocation: { runId: newId(), seed: 'bench', requestedAt: at, doneAt: at } },
    { type: 'allocation.rolling', data: {} },
    by,
  );
  const works = Array.from({ length: members }, (_unused, index): Submission => ({
    id: newId(),
    courseId: scope.courseId,
    activityId,
    authorId: newId(),
    testUser: false,
    version: 1,
    submittedAt: new Date(now - day + index),
  }));
  for (let start = 0; start < works.length; start += BATCH) {
    const some = works.slice(start, start + BATCH);
    await connection
      .collection('submissions')
      .insertMany(some.map(({ id, ...fields }) => ({ _id: id as never, ...fields, events: [] })));
    await connection.collection('pullQueue').insertMany(
      some.map(({ id, testUser: _testUser, ...fields }, index) => {
        const takers = reviewersOf(works, start + index);
        const taken = takers.length;
        return { _id: id as never, ...fields, pool: '', taken, takers, serial: taken, revision: taken };
      }),
    );
    await reviews.insertMissing(
      some.flatMap((work, index) =>
        reviewersOf(works, start + index).map((reviewerId, nth) => ({
          id: `${work.id}-${reviewerId}`,
          courseId: scope.courseId,
          activityId,
          submissionId: work.id,
          submissionVersion: 1,
          authorId: work.authorId,
          reviewerId,
          workLabel: 'A',
          reviewerLabel: String(nth + 1),
          extra: false,
          state: 'submitted' as const,
          version: 1,
          points: 5,
          maximum: 10,
        })),
      ),
    );
  }
  if ((await queue.countShort(scope, activityId, 3)) === 0) throw new Error('no work lacks reviews');
  // Members from all over the course.
  const stride = Math.max(1, Math.floor(members / claims));
  const callers = works
    .filter((_work, index) => index % stride === 0)
    .slice(0, claims)
    .map(({ authorId }): Caller => callerOf(scope, authorId));
  return { activityId, callers };
}

const reviewersOf = (works: readonly Submission[], index: number): string[] =>
  Array.from({ length: TAKEN[index % TAKEN.length] ?? 0 }, (_unused, nth) => {
    const reviewer = works[(index + 7 * (nth + 1)) % works.length];
    return reviewer?.authorId ?? '';
  });

const callerOf = (scope: Caller['scope'], id: string): Caller => ({
  scope,
  member: { id, role: 'learner', readOnly: false, testUser: false, name: null },
  launchId: 'bench',
  requestId: 'bench',
  actor: { kind: 'member', memberId: id, role: 'learner' },
  can: () => true,
});
