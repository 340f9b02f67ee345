/** Pairs for members of groups, and within or across sections and topics. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupBy } from '../../core/group-by.ts';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { comparisonsEach } from './comparison-pairs.domain.ts';
import type { Comparison } from './comparison.domain.ts';
import { addComparisons, drawComparisons, drawInSteps, worksToCompare } from './draw-comparisons.domain.ts';
import { countsOf } from './label-comparisons.domain.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import { apartOf } from './review-exclusions.domain.ts';
import { nearnessOutside, nearnessWithin } from './review-nearness.domain.ts';

const groupWork = (group: number, size: number): Submission => {
  const memberIds = Array.from({ length: size }, (_, member) => `m${group}-${member}`);
  const id = `work${String(group).padStart(2, '0')}`;
  return buildSubmission({
    id,
    authorId: memberIds[0] ?? '',
    group: { id: `g${group}`, name: null, memberIds },
  });
};
const ofSizes = (sizes: readonly number[]): Submission[] =>
  sizes.map((size, group) => groupWork(group, size));
const drawing = { apart: new Map(), reviewersOf: authorsOf, nearness: null };
const everybody = { lasts: () => true, mayReview: () => true, taken: [] };

const inPairs = (comparisons: readonly Comparison[], { id }: Submission): number =>
  comparisons.filter(({ left, right }) => [left.submissionId, right.submissionId].includes(id)).length;

/** Whether one gets from every work to every other over the pairs. */
function isConnected(works: readonly Submission[], comparisons: readonly Comparison[]): boolean {
  const reached = new Set([works[0]?.id]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { left, right } of comparisons)
      if (reached.has(left.submissionId) || reached.has(right.submissionId))
        reached.add(left.submissionId).add(right.submissionId);
  }
  return reached.size === works.length;
}

const groups = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 4, maxLength: 14 });

test('no member of a group compares its work, or a pair twice; everybody gets the share, and works hang together', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 4 }), fc.string(), (sizes, perReviewer, seed) => {
      const works = ofSizes(sizes);
      const { comparisons, shortfall } = drawComparisons(works, perReviewer, seed, drawing);
      const each = comparisonsEach(works.length, perReviewer);
      for (const memberId of works.flatMap(authorsOf)) {
        const own = comparisons.filter(({ reviewerId }) => reviewerId === memberId);
        expect(own).toHaveLength(each);
        expect(own.some(({ authorIds }) => authorIds.includes(memberId))).toBe(false);
      }
      expect(new Set(comparisons.map(({ id }) => id)).size).toBe(comparisons.length);
      expect(shortfall).toBe((perReviewer - each) * works.flatMap(authorsOf).length);
      expect(isConnected(works, comparisons)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['groups of four', [4, 4, 4, 4, 4, 4, 4], 3],
  ['groups of two to five', [2, 5, 3, 4, 5, 2, 3, 4, 3, 5], 3],
  ['one comparison each', [3, 3, 2, 3, 3, 2, 3, 3], 1],
])(
  '%s: works are in as many pairs as each other, and nothing is added afterwards',
  (_, sizes, perReviewer) => {
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const works = ofSizes(sizes);
      const { comparisons } = drawComparisons(works, perReviewer, seed, drawing);
      const counts = works.map((work) => inPairs(comparisons, work));
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(addComparisons({ works, comparisons, ...drawing, ...everybody }, perReviewer, seed)).toEqual([]);
    }
  },
);

test.each([20, 150, 600])(
  '%i groups: works are in as many pairs as each other and hang together, nobody has the own one or a pair twice',
  (count) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.string(), (perReviewer, seed) => {
        const works = ofSizes(Array.from({ length: count }, (_, group) => 2 + ((group * 7) % 4)));
        const { comparisons, shortfall } = drawComparisons(works, perReviewer, seed, drawing);
        expect(shortfall).toBe(0);
        expect(new Set(comparisons.map(({ id }) => id)).size).toBe(comparisons.length);
        expect(comparisons.some(({ reviewerId, authorIds }) => authorIds.includes(reviewerId))).toBe(false);
        const counts = countsOf(
          comparisons.flatMap(({ left, right }) => [left.submissionId, right.submissionId]),
        );
        expect(counts.size).toBe(count);
        expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
        expect(isConnected(works, comparisons)).toBe(true);
      }),
      { numRuns: 6 },
    );
  },
);

test.each([
  ['one topic with nine in ten works', (index: number) => (index % 10 === 0 ? 'rare' : 'usual')],
  ['three topics', (index: number) => ['a', 'b', 'c'][index % 3] ?? ''],
  ['a topic for each', (index: number) => `t${index}`],
])(
  '%s, across topics: everybody gets the share, of other topics, and nothing is added afterwards',
  (_, topic) => {
    const works = Array.from({ length: 90 }, (__, index) =>
      buildSubmission({ id: `work${String(index).padStart(2, '0')}`, authorId: `a${index}` }),
    );
    const topicOf = (authorId: string): string => topic(Number(authorId.slice(1)));
    const topics = new Map(works.map(({ authorId }) => [authorId, [topicOf(authorId)]]));
    const nearness = nearnessOutside(works, topics, authorsOf, worksToCompare(3));
    const { comparisons, shortfall } = drawComparisons(works, 3, 'seed', { ...drawing, nearness });
    expect(shortfall).toBe(0);
    for (const { reviewerId, left, right } of comparisons)
      for (const { authorId } of [left, right]) expect(topicOf(authorId)).not.toBe(topicOf(reviewerId));
    for (const own of groupBy(works, ({ authorId }) => topicOf(authorId)).values()) {
      const counts = own.map((work) => inPairs(comparisons, work));
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    const snapshot = { works, comparisons, ...drawing, nearness, ...everybody };
    expect(addComparisons(snapshot, 3, 'seed')).toEqual([]);
  },
);

test('a large course is dealt with rests in between, and comes out as without', () => {
  const works = ofSizes(Array.from({ length: 600 }, () => 4));
  const steps = drawInSteps(works, 2, 'seed', drawing);
  let rests = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) rests += 1;
  expect(rests).toBeGreaterThanOrEqual(5);
  expect(step.value).toEqual(drawComparisons(works, 2, 'seed', drawing));
});

test('the same works and seed give the same comparisons, which know whose the works are', () => {
  const works = ofSizes([3, 3, 3, 3]);
  const { comparisons } = drawComparisons(works, 2, 'seed', drawing);
  expect(drawComparisons(works.toReversed(), 2, 'seed', drawing).comparisons).toEqual(comparisons);
  for (const { left, right, authorIds } of comparisons)
    expect(authorIds).toEqual([...(left.group?.memberIds ?? []), ...(right.group?.memberIds ?? [])]);
});

test('a group that hands in late is compared as often as others, and its members get their share', () => {
  const works = ofSizes([3, 3, 3, 3, 3, 3]);
  const { comparisons } = drawComparisons(works.slice(1), 3, 'seed', drawing);
  const made = addComparisons({ works, comparisons, ...drawing, ...everybody }, 3, 'seed');
  const all = [...comparisons, ...made];
  const [late] = works;
  expect(late && inPairs(all, late)).toBe(18);
  for (const memberId of late?.group?.memberIds ?? [])
    expect(made.filter(({ reviewerId, extra }) => reviewerId === memberId && !extra)).toHaveLength(3);
  expect(all.every(({ reviewerId, authorIds }) => !authorIds.includes(reviewerId))).toBe(true);
});

test('who has left a group is asked for nothing, and who must not review anybody of a group does not', () => {
  const works = ofSizes([3, 3, 3, 3, 3]);
  const apart = apartOf([{ memberIds: ['m0-0', 'm1-2'] }]);
  const reviewersOf = (work: Pick<Submission, 'authorId' | 'group'>) =>
    authorsOf(work).filter((id) => id !== 'm2-1');
  const { comparisons } = drawComparisons(works, 3, 'seed', { ...drawing, apart, reviewersOf });
  expect(comparisons.some(({ reviewerId }) => reviewerId === 'm2-1')).toBe(false);
  for (const { reviewerId, authorIds } of comparisons) {
    if (reviewerId === 'm0-0') expect(authorIds).not.toContain('m1-2');
    if (reviewerId === 'm1-2') expect(authorIds).not.toContain('m0-0');
  }
});

test('what staff have taken away is not drawn again, and its letter is not used for another work', () => {
  const works = ofSizes([2, 2, 2, 2]);
  const { comparisons } = drawComparisons(works, 2, 'seed', drawing);
  const [taken] = comparisons;
  if (!taken) throw new Error('nothing was drawn');
  const left = comparisons.filter((one) => one !== taken);
  const snapshot = { works, comparisons: left, ...drawing, ...everybody, taken: [taken] };
  const made = addComparisons(snapshot, 2, 'seed');
  expect(made.filter(({ reviewerId }) => reviewerId === taken.reviewerId)).toHaveLength(1);
  expect(made.map(({ id }) => id)).not.toContain(taken.id);
  const labels = [...comparisons, ...made]
    .filter(({ reviewerId }) => reviewerId === taken.reviewerId)
    .flatMap((one) => [one.left, one.right].map((side) => `${side.workLabel} ${side.submissionId}`));
  expect(new Set(labels).size).toBe(new Set(labels.map((one) => one.split(' ')[0])).size);
});

const PLACES = ['red', 'blue'] as const;
const singles = Array.from({ length: 16 }, (_, index) =>
  buildSubmission({ id: `work${String(index).padStart(2, '0')}`, authorId: `a${index}` }),
);
const placeOf = (authorId: string): string => PLACES[Number(authorId.slice(1)) % 2] ?? '';
const places = new Map(singles.map(({ authorId }) => [authorId, [placeOf(authorId)]]));

test.each([
  ['within sections', nearnessWithin, (own: string, other: string) => own === other],
  ['across topics', nearnessOutside, (own: string, other: string) => own !== other],
])('%s', (_, nearnessOf, isRight) => {
  const nearness = nearnessOf(singles, places, authorsOf, worksToCompare(4));
  for (const seed of ['a', 'b', 'c']) {
    const { comparisons, shortfall } = drawComparisons(singles, 4, seed, { ...drawing, nearness });
    expect(shortfall).toBe(0);
    for (const { reviewerId, left, right } of comparisons)
      for (const { authorId } of [left, right])
        expect(isRight(placeOf(reviewerId), placeOf(authorId))).toBe(true);
    for (const work of singles) expect(inPairs(comparisons, work)).toBe(8);
    const snapshot = { works: singles, comparisons, ...drawing, nearness, ...everybody };
    expect(addComparisons(snapshot, 4, seed)).toEqual([]);
  }
});

test.each([
  [1, 2],
  [2, 3],
  [3, 3],
  [4, 4],
  [6, 4],
  [7, 5],
])('%i pairs are made of %i works', (pairs, works) => {
  expect(worksToCompare(pairs)).toBe(works);
});
