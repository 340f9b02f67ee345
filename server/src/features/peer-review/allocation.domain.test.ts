import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AllocationMeasures, measureAllocation } from '../../../../test/bench/allocation-measures.ts';
import { seededRandom } from '../../core/random.ts';
import { allocate, type AllocationProblem } from './allocation.domain.ts';

type Pair = readonly [number, number];

const run = (problem: AllocationProblem, seed = 'seed'): AllocationMeasures & { works: Int32Array } => {
  const { perReviewer, works } = allocate(problem, seededRandom(seed));
  return { ...measureAllocation(problem.count, perReviewer, works), works };
};

const pairsOf = ({ works }: { works: Int32Array }, perReviewer: number): Pair[] =>
  [...works].flatMap((author, slot) =>
    author < 0 ? [] : [[Math.floor(slot / perReviewer), author]],
  ) as Pair[];

const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

const mayReview = ({ groupOf, conflicts }: AllocationProblem, reviewer: number, author: number): boolean => {
  if (reviewer === author) return false;
  const group = groupOf?.[reviewer] ?? -1;
  if (group >= 0 && group === groupOf?.[author]) return false;
  return ![...(conflicts ?? [])].some(
    ([a, b]) => (a === reviewer && b === author) || (b === reviewer && a === author),
  );
};

/**
 * The most reviews there can be when no work receives and nobody gives more than a limit, by the minimum cut over
 * every set of reviewers: an answer that shares nothing with the flow under test.
 */
function mostReviews(problem: AllocationProblem, given: number, received: number): number {
  const people = Array.from({ length: problem.count }, (_, index) => index);
  const reviewersOf = people.map((author) =>
    people.reduce((set, reviewer) => set | (mayReview(problem, reviewer, author) ? 1 << reviewer : 0), 0),
  );
  let least = Infinity;
  for (let cut = 0; cut < 1 << problem.count; cut++) {
    let size = given * bits(cut);
    for (const reviewers of reviewersOf) size += Math.min(received, bits(reviewers & ~cut));
    least = Math.min(least, size);
  }
  return least;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const sumUpTo = (counts: readonly number[], limit: number): number =>
  counts.reduce((sum, count) => sum + Math.min(count, limit), 0);

const pairOf = (count: number): fc.Arbitrary<Pair> =>
  fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })).filter(([a, b]) => a !== b);

describe('without exclusions', () => {
  const course = fc.record({
    count: fc.integer({ min: 2, max: 200 }),
    perReviewer: fc.integer({ min: 1, max: 10 }),
    seed: fc.string(),
  });

  test('everybody gives and receives the same number, nobody reviews themselves or a work twice', () => {
    fc.assert(
      fc.property(course, ({ count, perReviewer, seed }) => {
        const { received, given, selfReviews, duplicates } = run({ count, perReviewer }, seed);
        const expected = Array.from({ length: count }, () => Math.min(perReviewer, count - 1));
        expect({ received, given, selfReviews, duplicates }).toEqual({
          received: expected,
          given: expected,
          selfReviews: 0,
          duplicates: 0,
        });
      }),
      { numRuns: 400 },
    );
  });

  test.each([3, 5])('of every size from 3 to 200, with %s reviews each: all rules at once', (perReviewer) => {
    for (let count = 3; count <= 200; count++) {
      const { received, given, ...rules } = run({ count, perReviewer }, `size ${count}`);
      const broken = { count, off: spread(received) + spread(given), ...rules };
      const reciprocalPairs = count > 2 * perReviewer ? 0 : rules.reciprocalPairs;
      expect(broken).toMatchObject({
        off: 0,
        selfReviews: 0,
        duplicates: 0,
        reciprocalPairs,
        stronglyConnected: true,
      });
    }
  });

  test('reciprocal pairs are as few as counting allows: none from 2k + 1 people on', () => {
    fc.assert(
      fc.property(course, ({ count, perReviewer, seed }) => {
        const reviews = Math.min(perReviewer, count - 1);
        const fewest = Math.max(0, count * reviews - (count * (count - 1)) / 2);
        expect(run({ count, perReviewer }, seed).reciprocalPairs).toBe(fewest);
      }),
      { numRuns: 400 },
    );
  });

  test('the graph of reviews is strongly connected', () => {
    fc.assert(
      fc.property(course, ({ count, perReviewer, seed }) => {
        expect(run({ count, perReviewer }, seed).stronglyConnected).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('the same seed gives the same allocation, another seed another', () => {
    const problem = { count: 50, perReviewer: 3 };
    expect(run(problem, 'a').works).toEqual(run(problem, 'a').works);
    expect(run(problem, 'a').works).not.toEqual(run(problem, 'b').works);
  });

  test.each([
    ['two people review each other', 2, 3, 4],
    ['nobody else, nothing to review', 1, 3, 3],
    ['nobody at all', 0, 3, 0],
    ['ten people have room for three reviews each', 10, 3, 0],
    ['four people have only three others for five reviews', 4, 5, 8],
  ])('%s', (_rule, count, perReviewer, shortfall) => {
    expect(allocate({ count, perReviewer }, seededRandom('s')).shortfall).toBe(shortfall);
  });
});

describe('with groups', () => {
  const groupsOf = (count: number, size: number): number[] =>
    Array.from({ length: count }, (_, index) => Math.floor(index / size));

  test.each([
    ['ten people in two groups of five: five pairs must be mutual, as only 25 pairs exist', 10, 5, 3, 5],
    ['fifteen people in three groups of five', 15, 5, 3, 0],
    ['twenty people in four groups of five', 20, 5, 3, 0],
    ['six people in three groups of two', 6, 2, 2, 0],
    ['nine people in three groups of three', 9, 3, 3, 0],
  ])('%s', (_rule, count, size, perReviewer, reciprocalPairs) => {
    for (let seed = 0; seed < 50; seed++) {
      const groupOf = groupsOf(count, size);
      const result = run({ count, perReviewer, groupOf }, String(seed));
      expect(result.received).toEqual(groupOf.map(() => perReviewer));
      expect(result.given).toEqual(groupOf.map(() => perReviewer));
      expect(pairsOf(result, perReviewer).filter(([a, b]) => groupOf[a] === groupOf[b])).toEqual([]);
      expect(result.reciprocalPairs).toBe(reciprocalPairs);
      expect(result.stronglyConnected).toBe(true);
    }
  });

  test('groups of equal size with enough others: all rules at once', () => {
    const cohort = fc.record({
      size: fc.integer({ min: 2, max: 6 }),
      groups: fc.integer({ min: 3, max: 30 }),
      perReviewer: fc.integer({ min: 1, max: 5 }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(cohort, ({ size, groups, perReviewer, seed }) => {
        const count = size * groups;
        fc.pre(count - size >= 2 * perReviewer + 1);
        const groupOf = groupsOf(count, size);
        const result = run({ count, perReviewer, groupOf }, seed);
        expect(spread(result.received)).toBe(0);
        expect(spread(result.given)).toBe(0);
        expect(pairsOf(result, perReviewer).some(([a, b]) => groupOf[a] === groupOf[b])).toBe(false);
        expect(result).toMatchObject({ reciprocalPairs: 0, duplicates: 0, stronglyConnected: true });
      }),
      { numRuns: 200 },
    );
  });

  test('a group that is most of a large course gets what the others can give, as equally as possible', () => {
    const groupOf = Array.from({ length: 2000 }, (_, index) => (index < 1800 ? 0 : -1));
    const result = run({ count: 2000, perReviewer: 3, groupOf });
    const inGroup = result.received.slice(0, 1800);
    // 200 others give 600 reviews to 1800 works.
    expect(inGroup.reduce((a, b) => a + b)).toBe(600);
    expect(Math.max(...inGroup)).toBe(1);
    expect(result.received.slice(1800)).toEqual(Array.from({ length: 200 }, () => 3));
  });
});

describe('with exclusions, against every cut of courses of up to 12', () => {
  const tight = fc.integer({ min: 3, max: 12 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      perReviewer: fc.integer({ min: 1, max: 4 }),
      groupOf: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: count, maxLength: count }),
      conflicts: fc.array(pairOf(count), { maxLength: 2 * count }),
    }),
  );

  test('as many reviews as can be, received and given as equally as can be, no exclusion broken', () => {
    fc.assert(
      fc.property(tight, fc.string(), (problem, seed) => {
        const allocation = allocate(problem, seededRandom(seed));
        const limit = allocation.perReviewer;
        const { received, given, duplicates } = measureAllocation(problem.count, limit, allocation.works);
        expect(pairsOf(allocation, limit).filter(([a, b]) => !mayReview(problem, a, b))).toEqual([]);
        expect(duplicates).toBe(0);
        for (let level = 1; level <= limit; level++) {
          expect(sumUpTo(received, level)).toBe(mostReviews(problem, limit, level));
          expect(sumUpTo(given, level)).toBe(mostReviews(problem, level, limit));
        }
        const most = mostReviews(problem, limit, limit);
        expect(allocation.shortfall).toBe(problem.count * problem.perReviewer - most);
        if (most === problem.count * limit) expect(spread(received)).toBe(0);
      }),
      { numRuns: 250 },
    );
  });
});

describe('over rounds', () => {
  /** Every allocation in which all give and receive `perReviewer`, judged by what may be avoided. */
  function fewestBy(problem: AllocationProblem, badness: (pairs: readonly Pair[]) => number): number {
    const { count, perReviewer } = problem;
    let fewest = Infinity;
    const pairs: Pair[] = [];
    const received = Array.from({ length: count }, () => 0);
    const choose = (reviewer: number, from: number, left: number): void => {
      if (reviewer === count) fewest = Math.min(fewest, badness(pairs));
      else if (left === 0) choose(reviewer + 1, 0, perReviewer);
      else {
        for (let author = from; author < count; author++) {
          const already = received[author] ?? 0;
          if (already === perReviewer || !mayReview(problem, reviewer, author)) continue;
          received[author] = already + 1;
          pairs.push([reviewer, author]);
          choose(reviewer, author + 1, left - 1);
          pairs.pop();
          received[author] = already;
        }
      }
    };
    choose(0, 0, perReviewer);
    return fewest;
  }

  const round = fc.integer({ min: 4, max: 6 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      perReviewer: fc.integer({ min: 1, max: 2 }),
      conflicts: fc.array(pairOf(count), { maxLength: 2 }),
      earlier: fc.array(pairOf(count), { maxLength: 3 * count }),
    }),
  );
  const repeats = (problem: { earlier: readonly Pair[] }, pairs: readonly Pair[]): number =>
    pairs.filter(([a, b]) => problem.earlier.some(([c, d]) => a === c && b === d)).length;

  test('a pair is repeated only as often as the best of all enumerated allocations repeats one', () => {
    fc.assert(
      fc.property(round, fc.string(), (problem, seed) => {
        const fewest = fewestBy(problem, (pairs) => repeats(problem, pairs));
        fc.pre(fewest < Infinity);
        const pairs = pairsOf(allocate(problem, seededRandom(seed)), problem.perReviewer);
        expect(repeats(problem, pairs)).toBe(fewest);
      }),
      { numRuns: 150 },
    );
  });

  test('eight rounds of a course of 30 repeat no pair', () => {
    const earlier: Pair[] = [];
    for (let round = 0; round < 8; round++) {
      const result = run({ count: 30, perReviewer: 3, earlier }, `round ${round}`);
      expect(spread(result.received)).toBe(0);
      earlier.push(...pairsOf(result, 3));
    }
    expect(new Set(earlier.map(String)).size).toBe(8 * 30 * 3);
  });
});
