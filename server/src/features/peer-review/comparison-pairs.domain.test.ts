import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { seededRandom, shuffle } from '../../core/random.ts';
import { comparisonsEach, drawPairs, type Pair } from './comparison-pairs.domain.ts';
import type { Comparison } from './comparison.domain.ts';
import { addComparisons, drawComparisons } from './draw-comparisons.domain.ts';
import { authorsOf } from './peer-review.domain.ts';
import { apartOf, isApart } from './review-exclusions.domain.ts';

const countsOf = (names: readonly (string | number)[]): number[] => {
  const counts = new Map<string | number, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
};

/** Whether one gets from every work to every other over the pairs. */
function isConnected(count: number, pairs: readonly Pair[]): boolean {
  const reached = new Set([0]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { left, right } of pairs) {
      if (reached.has(left)) reached.add(right);
      if (reached.has(right)) reached.add(left);
    }
  }
  return reached.size === count;
}

test('property: from 3 to 200 works everybody gets their share, balanced to the last pair', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 200 }),
      fc.integer({ min: 1, max: 10 }),
      fc.string(),
      (count, asked, seed) => {
        const pairs = drawPairs(count, asked, seededRandom(seed));
        const each = comparisonsEach(count, asked);
        expect(pairs).toHaveLength(each * count);
        expect(countsOf(pairs.map(({ reviewer }) => reviewer))).toEqual(Array(count).fill(each));
        for (const side of ['left', 'right'] as const)
          expect(countsOf(pairs.map((pair) => pair[side]))).toEqual(Array(count).fill(each));
        expect(
          pairs.every(
            ({ reviewer, left, right }) => left !== right && left !== reviewer && right !== reviewer,
          ),
        ).toBe(true);
        const ofReviewer = pairs.map(({ reviewer, left, right }) =>
          [reviewer, ...[left, right].sort((a, b) => a - b)].join(),
        );
        expect(new Set(ofReviewer).size).toBe(pairs.length);
        expect(isConnected(count, pairs)).toBe(true);
        // Where there are works enough, nobody reads one twice.
        if (2 * asked < count) {
          const read = pairs.flatMap(({ reviewer, left, right }) => [
            `${reviewer},${left}`,
            `${reviewer},${right}`,
          ]);
          expect(new Set(read).size).toBe(2 * pairs.length);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 1],
  [4, 3],
  [5, 5],
])('of %i works each can compare %i pairs, where five are asked for', (count, each) => {
  expect(comparisonsEach(count, 5)).toBe(each);
  expect(drawPairs(count, 5, seededRandom('few'))).toHaveLength(each * count);
});

const works = Array.from({ length: 12 }, (_, index) =>
  buildSubmission({
    id: `work${String(index).padStart(2, '0')}`,
    authorId: `author${index}`,
    version: index + 1,
  }),
);
const drawing = { apart: new Map(), reviewersOf: authorsOf, nearness: null };
const everything = { ...drawing, lasts: () => true, mayReview: () => true, taken: [] };
const inPairs = (comparisons: readonly Comparison[], id: string): number =>
  comparisons.filter(({ left, right }) => left.submissionId === id || right.submissionId === id).length;
const byReviewer = (comparisons: readonly Comparison[], id: string): Comparison[] =>
  comparisons.filter(({ reviewerId }) => reviewerId === id);

test('the same works and seed give the same comparisons, in whatever order the works come', () => {
  const expected = drawComparisons(works, 3, 'seed', drawing);
  for (let order = 0; order < 5; order++)
    expect(drawComparisons(shuffle([...works], seededRandom(String(order))), 3, 'seed', drawing)).toEqual(
      expected,
    );
  expect(drawComparisons(works, 3, 'another', drawing)).not.toEqual(expected);
});

test('each work keeps its letter before a reviewer, and counts its reviewers; versions are those handed in', () => {
  const { comparisons } = drawComparisons(works.slice(0, 4), 3, 'seed', drawing);
  for (const { id, authorId, version } of works.slice(0, 4)) {
    const letters = new Map(
      byReviewer(comparisons, authorId).flatMap(({ left, right }) =>
        [left, right].map(({ submissionId, workLabel }) => [submissionId, workLabel]),
      ),
    );
    expect([...letters.values()].sort()).toEqual(['A', 'B', 'C']);
    const own = comparisons
      .flatMap(({ left, right }) => [left, right])
      .filter(({ submissionId }) => submissionId === id);
    expect(own.map(({ reviewerLabel }) => Number(reviewerLabel)).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(new Set(own.map(({ submissionVersion }) => submissionVersion))).toEqual(new Set([version]));
  }
});

test('nothing is added while nobody came or left', () => {
  const { comparisons } = drawComparisons(works, 5, 'seed', drawing);
  expect(addComparisons({ works, comparisons, ...everything }, 5, 'seed')).toEqual([]);
});

test('a late work gets into as many pairs as the others, its author gets a share, and that is all', () => {
  const { comparisons } = drawComparisons(works.slice(1), 5, 'seed', drawing);
  const made = addComparisons({ works, comparisons, ...everything }, 5, 'seed');
  const all = [...comparisons, ...made];
  expect(inPairs(all, 'work00')).toBe(10);
  expect(byReviewer(made, 'author0')).toHaveLength(5);
  expect(byReviewer(made, 'author0').every(({ extra }) => !extra)).toBe(true);
  const extra = made.filter((one) => one.extra);
  expect(extra).toHaveLength(10);
  // Nobody is asked twice while others are not asked at all.
  expect(Math.max(...countsOf(extra.map(({ reviewerId }) => reviewerId)))).toBe(1);
  expect(all.every(({ reviewerId, authorIds }) => !authorIds.includes(reviewerId))).toBe(true);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(addComparisons({ works, comparisons: all, ...everything }, 5, 'seed')).toEqual([]);
});

test('what somebody who has left does no more is handed to others; a work keeps its letter before a reviewer', () => {
  const { comparisons } = drawComparisons(works, 4, 'seed', drawing);
  const left = comparisons.filter(({ reviewerId }) => reviewerId !== 'author3');
  const present = works.filter(({ authorId }) => authorId !== 'author3');
  const snapshot = { works: present, comparisons: left, ...everything };
  const all = [...left, ...addComparisons(snapshot, 4, 'seed')];
  for (const { id } of present) expect(inPairs(all, id)).toBeGreaterThanOrEqual(8);
  for (const { authorId } of present) {
    const letters = byReviewer(all, authorId).flatMap((one) =>
      [one.left, one.right].map(({ submissionId, workLabel }) => `${submissionId} ${workLabel}`),
    );
    const distinct = new Set(letters);
    expect(new Set([...distinct].map((one) => one.split(' ')[0])).size).toBe(distinct.size);
    expect(new Set([...distinct].map((one) => one.split(' ')[1])).size).toBe(distinct.size);
  }
});

test('who can review no more is asked for nothing, and nobody for more than twice the share', () => {
  const { comparisons } = drawComparisons(works.slice(1), 2, 'seed', drawing);
  const only = new Set(['author1', 'author2']);
  const mayReview = (id: string): boolean => only.has(id);
  const made = addComparisons({ works, comparisons, ...everything, mayReview }, 2, 'seed');
  expect(made.every(({ reviewerId }) => only.has(reviewerId))).toBe(true);
  for (const id of only) expect(byReviewer([...comparisons, ...made], id).length).toBeLessThanOrEqual(4);
});

test('people who must not review each other never get each other’s work, and works are balanced all the same', () => {
  const apart = apartOf([{ memberIds: ['author0', 'author1'] }, { memberIds: ['author0', 'author5'] }]);
  const { comparisons, shortfall } = drawComparisons(works, 5, 'seed', { ...drawing, apart });
  expect(shortfall).toBe(0);
  for (const { reviewerId, authorIds } of comparisons)
    expect(authorIds.some((authorId) => isApart(apart, reviewerId, authorId))).toBe(false);
  for (const { id, authorId } of works) {
    expect(byReviewer(comparisons, authorId).length).toBeGreaterThanOrEqual(5);
    expect(inPairs(comparisons, id)).toBeGreaterThanOrEqual(9);
  }
});

test('the test student compares nothing and is compared with nobody', () => {
  const tester = buildSubmission({ id: 'test', authorId: 'tester', testUser: true });
  expect(drawComparisons([...works, tester], 3, 'seed', drawing)).toEqual(
    drawComparisons(works, 3, 'seed', drawing),
  );
});
