/** Grades by a chosen method over HTTP: from the reviews to the explanation, and what each audience does not get. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LearnerActivityView, StaffOverviewView } from '../../server/src/contracts/peer-review.ts';
import type { SpotChecksView } from '../../server/src/contracts/spot-checks.ts';
import type { z } from 'zod';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

type Mine = z.output<typeof LearnerActivityView>;
type Overview = z.output<typeof StaffOverviewView>;
type SpotChecks = z.output<typeof SpotChecksView>;

const activityId = newId();
const path = `/activities/${activityId}`;
const GIVEN = [2, 6, 7, 10];

let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];

const mine = (session: ApiSession) => session.ok<Mine>('GET', `${path}/mine`);

beforeAll(async () => {
  stack = await startApiStack('strict');
  const custom = { activity: activityId };
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Essay', custom });
  teacher = await stack.open(stack.person('instructor'), link.id);
  const settings = buildSettings({
    reviewsPerLearner: 3,
    workMethod: 'reliability',
    columns: { kind: 'total', workPercent: 50, reviewingPercent: 50 },
    agreement: { percent: 40, strictness: 'fair' },
  });
  await teacher.ok('PUT', `${path}/peer-review`, { settings, expectedRevision: 0 });
  learners = await Promise.all(GIVEN.map((_, n) => stack.open(stack.person('learner', n), link.id)));
  for (const session of learners) {
    const work = { text: 'A bridge carries.', expectedVersion: 0, expectedRevision: 0 };
    await session.ok('POST', `${path}/submission`, work);
  }
  await teacher.ok('POST', `${path}/allocation`);
  const overview = () => teacher.ok<Overview>('GET', `${path}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review', 15);
  for (const [n, session] of learners.entries()) {
    for (const { reviewId } of (await mine(session)).reviewTasks) {
      const ratings = [{ criterionId: 'content', points: GIVEN[n] }];
      await session.ok('PUT', `${path}/reviews/${reviewId}`, {
        ratings,
        comment: 'Clear.',
        expectedRevision: 0,
      });
    }
  }
}, 60_000);
afterAll(() => stack.close());

test('staff are told what is uncertain before the release; the answer names no reviewer, and learners get none', async () => {
  const found = await teacher.ok<SpotChecks>('GET', `${path}/spot-checks`);
  // Four works are too few to tell reviewers apart.
  expect(found).toMatchObject({ method: 'reliability', usesMean: true, works: 4, known: 0 });
  expect(found.proposed).toHaveLength(3);
  for (const { interval, percent } of found.proposed) {
    expect(interval.low).toBeLessThan(percent);
    expect(interval.high).toBeGreaterThan(percent);
  }
  const fields = found.proposed.flatMap((row) => Object.keys(row));
  expect(new Set(fields)).toEqual(new Set(['memberId', 'name', 'reviews', 'percent', 'interval', 'spread']));
  const [learner] = learners;
  expect((await learner?.call('GET', `${path}/spot-checks`))?.status).toBe(403);
});

test('a learner reads the method, the interval and agreement, and nothing of whose review counts how much', async () => {
  await teacher.ok('POST', `${path}/release`);
  for (const [n, session] of learners.entries()) {
    await until('there is a grade', async () => (await mine(session)).results.length === 1, 15);
    const answer = await mine(session);
    const others = GIVEN.filter((_, index) => index !== n);
    const percent = (others.reduce((sum, points) => sum + points, 0) / others.length) * 10;
    expect(answer.results[0]?.explanation).toMatchObject({
      formula: 'peer-review.total@2',
      steps: [
        {
          type: 'reviews',
          method: 'mean',
          percent: expect.closeTo(percent, 6),
          scores: others.map((p) => p * 10),
        },
        { type: 'reviewing', done: 3, of: 3, percent: 100 },
        { type: 'agreement', counts: 40 },
        { type: 'weighted', work: 50, reviewing: 50 },
      ],
    });
    const text = JSON.stringify([answer, await session.ok('GET', `${path}/received-reviews`)]);
    for (const other of learners.filter((one) => one !== session)) expect(text).not.toContain(other.memberId);
    for (const word of ['"shares"', '"weights"', '"bias"', '"biases"', '"prior"', '"reviewerId"'])
      expect(text).not.toContain(word);
  }
  const { rows } = await teacher.ok<Overview>('GET', `${path}/overview`);
  const row = rows.find(({ memberId }) => memberId === (learners[0] ?? teacher).memberId);
  expect(row).toMatchObject({
    spread: expect.closeTo(40, 6),
    grade: { interval: { high: expect.any(Number) } },
  });
});
