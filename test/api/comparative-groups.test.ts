/** Works of groups are compared, through real launches: never by their own members, and everybody has the grade. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/peer-review-comparative.ts';
import type { ReviewNetworkView } from '../../server/src/contracts/peer-review-network.ts';
import type { GetReceivedReviews } from '../../server/src/contracts/peer-review.ts';
import type { z } from 'zod';
import { until } from '../factories/until.ts';
import { at, createGroupRoom } from './group-authors-room.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

type Compared = z.output<typeof contract.GetComparisons.response>;
type Results = z.output<typeof contract.GetComparisonResults.response>;
type Agreement = z.output<typeof contract.GetComparingReviewers.response>;
type Received = z.output<typeof GetReceivedReviews.response>;

const GROUPS = { Red: [0, 1], Blue: [2, 3], Green: [4, 5], Gold: [6, 7] };
/** From the best to the weakest. */
const ORDER = ['Red', 'Blue', 'Green', 'Gold'];
let room: Room;
let set: GroupSet;
let id: string;
beforeAll(async () => {
  room = await openRoom(8);
  set = await makeGroups(room, GROUPS);
}, 60_000);
afterAll(() => room.stack.close());

const { open, mine, handIn, rowOf, begin, scoreIn } = createGroupRoom(
  () => room,
  () => set,
);
const groupOf = (index: number): string =>
  Object.entries(GROUPS).find(([, members]) => members.includes(index))?.[0] ?? '';
const everybody = Object.values(GROUPS).flat();
const compared = () => room.staff.ok<Compared>('GET', at(id, 'comparisons'));

test('each member compares works of other groups; letters and pages say nothing of whose they are', async () => {
  id = await open({ reviewsPerLearner: 2, comparison: { lowestPercent: 40, highestPercent: 100 } });
  for (const members of Object.values(GROUPS))
    await handIn(members[0] ?? 0, id, `Work ${ORDER.indexOf(groupOf(members[0] ?? 0))}.`);
  await begin(id);
  await until('all have something to do', async () => (await rowOf(id, 7))?.given.of === 2, 15);
  const { comparisons } = await compared();
  expect(comparisons).toHaveLength(16);
  for (const { reviewer, left, right } of comparisons) {
    const index = everybody.find((one) => room.learner(one).memberId === reviewer.id) ?? -1;
    expect(ORDER).toContain(left.name);
    expect([left.name, right.name]).not.toContain(groupOf(index));
    expect(left.name).not.toBe(right.name);
  }
  // Works of four groups, in as many pairs each; both members' rows say so.
  for (const index of everybody)
    await until('the row follows', async () => (await rowOf(id, index))?.received.of === 8, 15);
  const { reviewTasks } = await mine(0, id);
  const page = await room.learner(0).ok('GET', at(id, `comparisons/${reviewTasks[0]?.reviewId}`));
  const text = JSON.stringify([page, reviewTasks]);
  for (const index of everybody) {
    expect(text).not.toContain(room.learner(index).memberId);
    expect(text).not.toContain(room.names[index]);
  }
  for (const name of ORDER) expect(text).not.toContain(`"${name}"`);
});

test('staff cannot give a member the own group’s work', async () => {
  const [red, blue, green] = [0, 2, 4].map((index) => room.learner(index).memberId);
  const own = { reviewerId: room.learner(1).memberId, workIds: [red, blue] };
  expect((await room.staff.call('POST', at(id, 'comparisons'), own)).status).toBe(404);
  // Any of a group stands for its work.
  const other = { ...own, workIds: [room.learner(3).memberId, green] };
  const { comparisonId } = await room.staff.ok<{ comparisonId: string }>(
    'POST',
    at(id, 'comparisons'),
    other,
  );
  const given = (await compared()).comparisons.find((one) => one.comparisonId === comparisonId);
  expect(new Set([given?.left.name, given?.right.name])).toEqual(new Set(['Blue', 'Green']));
});

test('what was chosen makes one grade for all of a group, who all read what was said', async () => {
  for (const index of everybody)
    for (const { reviewId } of (await mine(index, id)).reviewTasks) {
      const path = at(id, `comparisons/${reviewId}`);
      const view = await room
        .learner(index)
        .ok<{ left: { text: unknown }; right: { text: unknown } }>('GET', path);
      const placeOf = (side: 'left' | 'right') =>
        Number(/Work (\d)/.exec(JSON.stringify(view[side].text))?.[1]);
      await room.learner(index).ok('PUT', path, {
        choices: [{ criterionId: 'content', better: placeOf('left') < placeOf('right') ? 'left' : 'right' }],
        leftComment: `To ${placeOf('left')}.`,
        rightComment: `To ${placeOf('right')}.`,
        expectedRevision: 0,
      });
    }
  const { works } = await room.staff.ok<Results>('GET', at(id, 'comparison-results'));
  expect(works.map(({ name }) => name)).toEqual(ORDER);
  expect(works.every(({ error }) => error !== null && error > 0)).toBe(true);
  await room.staff.ok('POST', at(id, 'release'));
  await until('the last has the grade', async () => scoreIn(id, 7) !== null, 20);
  for (const [best, other] of Object.values(GROUPS).map(([one = 0, two = 0]) => [one, two]))
    await until(
      'both have the same',
      async () => {
        const own = scoreIn(id, best ?? 0);
        return own !== null && own === scoreIn(id, other ?? 0);
      },
      20,
    );
  expect(scoreIn(id, 1)).toBe(20);
  expect(scoreIn(id, 7)).toBe(8);
  for (const index of [2, 3]) {
    const { reviews } = await room.learner(index).ok<Received>('GET', at(id, 'received-reviews'));
    expect(reviews.length).toBeGreaterThanOrEqual(8);
    const text = JSON.stringify(reviews);
    expect(text).toContain('To 1.');
    expect(text).not.toMatch(/To [023]\./);
  }
});

test('staff read who compared whose works, and how far each reviewer agrees with the others', async () => {
  const { reviewers } = await room.staff.ok<Agreement>('GET', at(id, 'comparing-reviewers'));
  expect(new Set(reviewers.map(({ name }) => name))).toEqual(new Set(room.names));
  for (const { made, agreement, expected, first } of reviewers) {
    expect(made).toBeGreaterThanOrEqual(2);
    // All find the same works better.
    expect(agreement).toBe(100);
    expect(expected).toBeGreaterThan(50);
    expect(expected).toBeLessThan(100);
    expect([0, 100 / 3, 50, 200 / 3, 100].some((one) => Math.abs(one - first) < 0.01)).toBe(true);
  }
  const page = await room.staff.ok<ReviewNetworkView>('GET', at(id, 'review-network'));
  expect(page).toMatchObject({ comparing: true, next: null });
  expect(new Set(page.furtherAuthors.map(({ name }) => name))).toEqual(new Set(ORDER));
  const people = [...page.reviewers, ...page.furtherAuthors];
  const ties = page.reviews.map(({ reviewer, author, ...rest }) => ({
    ...rest,
    by: people[reviewer]?.name,
    of: people[author]?.name,
  }));
  expect(new Set(ties.map(({ by, of }) => `${by} ${of}`)).size).toBe(ties.length);
  for (const index of everybody)
    expect(ties.some(({ by, of }) => by === room.names[index] && of === groupOf(index))).toBe(false);
  for (const { state, of, percent } of ties) {
    expect(state).toBe('submitted');
    if (of === ORDER[0]) expect(percent).toBe(100);
    if (of === ORDER[3]) expect(percent).toBe(0);
  }
});
