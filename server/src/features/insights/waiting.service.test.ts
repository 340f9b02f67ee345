import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { countsAt } from '../../../../test/factories/matters.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import { GetHome, GetProgress, GetQueue, HomeView } from '../../contracts/insights.ts';
import { StartReviews } from '../../contracts/peer-review.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { counted } from '../../platform/database/round-trips.ts';

let world: PeerReviewWorld;
beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());

const waitingIn = ({ courseId }: CourseScope) =>
  world.connection.collection('waiting').find({ courseId }).sort({ _id: 1 }).toArray();

const homeOf = async (room: Classroom, index: number) =>
  HomeView.parse(await world.call(room.person(index), GetHome, { params: {} }));

const progressOf = async (room: Classroom, index: number) =>
  GetProgress.response.parse(await world.call(room.person(index), GetProgress, { params: {} }));

interface Queue {
  items: { because: { code: string; params: { count: number } }; activityId: string | null }[];
}
const queueOf = async (room: Classroom): Promise<[string, number][]> => {
  const { items } = (await world.call(room.instructor, GetQueue, {
    params: {},
    query: { limit: '50' },
  })) as Queue;
  return items.map(({ because }) => [because.code, because.params.count]);
};

type Step = { do: string; who: number };
const LEARNERS = [0, 1, 2, 3, 4, 5];
const steps = fc.array(
  fc.record({
    do: fc.constantFrom(
      'handIn',
      'start',
      'review',
      'review',
      'release',
      'withdraw',
      'dates',
      'leave',
      'join',
    ),
    who: fc.constantFrom(...LEARNERS),
  }),
  { maxLength: 8 },
);
const each = (name: string, who: readonly number[]): Step[] => who.map((one) => ({ do: name, who: one }));
/** A way through a peer review that gets far enough, then anything. */
const histories = fc
  .record({
    works: fc.subarray(LEARNERS),
    starts: fc.boolean(),
    reviews: fc.subarray(LEARNERS),
    releases: fc.boolean(),
    further: steps,
  })
  .map(({ works, starts, reviews, releases, further }): Step[] => [
    ...each('handIn', works),
    ...(starts ? each('start', [0]) : []),
    ...each('review', reviews),
    ...(releases ? each('release', [0]) : []),
    ...further,
  ]);

/** One step of a history. @throws what the rules refuse at this point */
async function act(room: Classroom, step: Step, n: number): Promise<void> {
  const who = room.person(step.who);
  switch (step.do) {
    case 'handIn':
      return void (await room.submit(who, `Work ${n}`));
    case 'start':
      await room.call(room.instructor, StartReviews);
      return world.settle();
    case 'review': {
      const [task] = (await room.mine(who)).reviewTasks.filter(({ state }) => state !== 'submitted');
      if (task) await room.submitReview(who, task.reviewId, {});
      return;
    }
    case 'release':
      return room.release();
    case 'withdraw':
      return room.withdraw();
    case 'dates':
      return room.change({ reviewsCloseAt: `2027-03-${10 + (n % 15)}T12:00:00.000Z`, title: `Essay ${n}` });
    case 'leave':
      await world.join(room.scope, `${who.member.name}`, { status: 'inactive' });
      return;
    default:
      await world.join(room.scope, `New ${n}`);
  }
}

const leaveOutRefused = (error: unknown): void => {
  if (!(error instanceof AppError)) throw error;
};

/** What is counted is what waits: now, and when everything that was put off is back. */
async function expectCountsToHold(scope: CourseScope): Promise<void> {
  for (const days of [0, 120]) {
    const at = new Date(world.clock.now().getTime() + days * 24 * 3_600_000);
    const { kept, counted } = await countsAt(world.connection, scope, at);
    expect(kept).toEqual(counted);
  }
}

const nextOf = (order: Iterator<number, undefined>): number => order.next().value ?? 0;

const EVERYTHING: Step[] = [
  ...each('handIn', [0, 1, 2, 3]),
  ...each('start', [0]),
  ...each('review', [0, 1]),
];

test('what events have kept up to date is what a rebuild makes, in whatever order and however often they come', async () => {
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (history, order) => {
      const room = await gatherClassroom(world);
      const first = world.seen.length;
      for (const [n, step] of history.entries()) {
        await act(room, step, n).catch(leaveOutRefused);
        if (n % 3 === 0) await world.settle();
      }
      await world.settle();
      const kept = await waitingIn(room.scope);
      await expectCountsToHold(room.scope);
      for (const { code } of kept) codes.add(String(code));

      const events = world.seen.slice(first).map((event) => ({ event, at: nextOf(order) }));
      events.sort((a, b) => a.at - b.at);
      for (const { event } of events) await world.insights.consumer([event]);
      await world.settle();
      expect(await waitingIn(room.scope)).toEqual(kept);
      await expectCountsToHold(room.scope);

      for (const name of ['waiting', 'waitingCounts'])
        await world.connection.collection(name).deleteMany({ courseId: room.scope.courseId });
      await world.insights.rebuild(room.scope.courseId);
      expect(await waitingIn(room.scope)).toEqual(kept);
      await expectCountsToHold(room.scope);
    }),
    {
      numRuns: 8,
      examples: [
        [each('handIn', [0]), fc.stream([3, 1, 2].values())],
        [EVERYTHING, fc.stream([5, 4, 3, 2, 1].values())],
        [[...EVERYTHING, ...each('release', [0])], fc.stream([2, 1].values())],
      ],
    },
  );
  expect([...codes].sort()).toEqual([
    'FEEDBACK',
    'HAND_IN',
    'RELEASE_DUE',
    'REVIEW',
    'REVIEWS_MISSING',
    'REVIEWS_NOT_ALLOCATED',
    'WORKS_SHORT',
    'WORK_MISSING',
  ]);
}, 180_000);

test('a rebuild also takes away what should not be there', async () => {
  const room = await gatherClassroom(world);
  const kept = await waitingIn(room.scope);
  expect(kept.length).toBeGreaterThan(0);
  const stray = { ...kept[0], _id: `${room.scope.courseId}/gone/${kept[0]?.['key']}`, waitsFor: 'gone' };
  await world.connection.collection('waiting').insertOne(stray as never);
  await world.insights.rebuild(room.scope.courseId);
  expect(await waitingIn(room.scope)).toEqual(kept);
});

test('a learner’s way leads from one matter to the next, and staff see what is stuck', async () => {
  const room = await gatherClassroom(world);
  const { activityId } = room;
  expect((await homeOf(room, 0)).next).toMatchObject([
    { code: 'HAND_IN', activityId, title: 'Essay', count: 1 },
  ]);
  for (const index of [0, 1, 2, 3]) await room.submit(room.person(index), `Work ${index}`);
  await world.settle();
  const handedIn = await homeOf(room, 0);
  expect(handedIn.next).toEqual([]);
  const { progress } = await progressOf(room, 0);
  expect(progress).toMatchObject([{ activityId, phase: 'submission', given: { done: 0, of: 0 } }]);
  expect(progress[0]?.submittedAt).not.toBeNull();
  expect(await queueOf(room)).toEqual([]);

  world.clock.time = '2027-03-01T12:00:01Z';
  await world.settle();
  expect((await homeOf(room, 0)).next).toMatchObject([{ code: 'REVIEW', count: 2 }]);
  // Who handed in nothing has nothing to do any more, and is the staff's concern.
  expect((await homeOf(room, 5)).next).toEqual([]);
  expect(await queueOf(room)).toEqual([['WORK_MISSING', 2]]);

  await room.submitReview(room.person(0), await room.firstTask(room.person(0)), {});
  await world.settle();
  expect((await homeOf(room, 0)).next).toMatchObject([{ code: 'REVIEW', count: 1 }]);
  world.clock.time = '2027-03-08T12:00:01Z';
  expect((await homeOf(room, 0)).next).toEqual([]);
  expect(await queueOf(room)).toEqual([
    ['WORK_MISSING', 2],
    ['WORKS_SHORT', 4],
    ['RELEASE_DUE', 1],
    ['REVIEWS_MISSING', 4],
  ]);

  await room.release();
  const received = await Promise.all([0, 1, 2, 3].map(async (index) => (await homeOf(room, index)).next));
  expect(received.flat()).toMatchObject([{ code: 'FEEDBACK' }]);
  expect(await queueOf(room)).toEqual([]);
});

test('a home and its progress name nobody, and cost three round trips together', async () => {
  const room = await gatherClassroom(world);
  const count = { commands: 0 };
  const home = await counted(count, async () => [await homeOf(room, 0), await progressOf(room, 0)]);
  expect(count.commands).toBe(3);
  const text = JSON.stringify(home);
  for (const { member } of [...room.learners, room.instructor]) {
    expect(text).not.toContain(member.id);
    expect(text).not.toContain(member.name ?? 'nobody');
  }
});
