import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FACTOR_METHODS, FACTOR_RANGE } from '../../contracts/factor-methods.ts';
import {
  catmeAdjustment,
  catmeRatios,
  factorsOf,
  type Ratings,
  rpfFactors,
  sapaFactors,
  teammatesScores,
  webpaScores,
} from './contribution-factors.domain.ts';

const rounded = (values: readonly (number | null)[], digits: number) =>
  values.map((value) => (value === null ? null : Number(value.toFixed(digits))));

/** reference/algorithms.md §4: Elaine was absent. */
const FIVE: Ratings = [
  [4, 4, 3, 2, 1],
  [3, 5, 3, 2, 0],
  [4, 4, 4, 4, 4],
  [3, 5, 4, 3, 1],
  [null, null, null, null, null],
];
const FOUR: Ratings = FIVE.slice(0, 4).map((row) => row.slice(0, 4));

describe('published values', () => {
  test('WebPA', () => {
    const scores = webpaScores(FIVE);
    expect(rounded(scores, 4)).toEqual([1.13, 1.4785, 1.1188, 0.8553, 0.4174]);
    const grades = (weight: number) =>
      scores.map((score) => Math.min(100, weight * 80 * (score ?? 1) + (1 - weight) * 80));
    expect(rounded(grades(1), 2)).toEqual([90.4, 100, 89.51, 68.42, 33.39]);
    expect(rounded(grades(0.5), 2)).toEqual([85.2, 99.14, 84.75, 74.21, 56.7]);
  });

  test('RPF and SAPA', () => {
    expect(rounded(rpfFactors(FOUR), 4)).toEqual([0.9912, 1.1239, 0.9912, 0.8786]);
    expect(rounded(sapaFactors(FOUR), 4)).toEqual([1.0954, 1.0742, 1.0954, 1.0607]);
  });

  test('CATME', () => {
    const ratios = catmeRatios(FOUR);
    expect(rounded(ratios, 4)).toEqual([0.9756, 1.2683, 0.9756, 0.7805]);
    expect(ratios.map((ratio) => Number(catmeAdjustment(ratio ?? 1).toFixed(2)))).toEqual([1, 1.05, 1, 0.78]);
  });

  test('TEAMMATES', () => {
    const ratings = [Array(4).fill(100), Array(4).fill(110), Array(4).fill(90), [70, 80, 110, 120]];
    expect(teammatesScores(ratings).map((value) => Math.round(100 * (value ?? 0)))).toEqual([
      94, 97, 109, 100,
    ]);
  });
});

const level = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 });
const groups = fc
  .integer({ min: 2, max: 8 })
  .chain((n) => fc.array(fc.array(level, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
const valuesOf = (ratings: Ratings, member: number) => {
  const { shrunken, ...others } = factorsOf(ratings, member);
  return { ...others, shrunken: shrunken?.value ?? null };
};

describe('each factor', () => {
  test('is moved neither by silence nor by anything one says of oneself or of others', () => {
    fc.assert(
      fc.property(groups, fc.array(level, { minLength: 8, maxLength: 8 }), (ratings, other) => {
        const changed = ratings.map((row, rater) => (rater === 0 ? other.slice(0, row.length) : row));
        const silent = ratings.map((row, rater) => (rater === 0 ? row.map(() => null) : row));
        expect(valuesOf(changed, 0)).toEqual(valuesOf(ratings, 0));
        expect(valuesOf(silent, 0)).toEqual(valuesOf(ratings, 0));
      }),
    );
  });

  test('stays within its range, and its interval around it', () => {
    fc.assert(
      fc.property(groups, (ratings) => {
        for (const member of ratings.keys()) {
          for (const value of Object.values(valuesOf(ratings, member))) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(FACTOR_RANGE.min);
            expect(value).toBeLessThanOrEqual(FACTOR_RANGE.max);
          }
          const { shrunken } = factorsOf(ratings, member);
          if (shrunken === null) continue;
          expect(shrunken.low).toBeLessThanOrEqual(shrunken.value);
          expect(shrunken.high).toBeGreaterThanOrEqual(shrunken.value);
        }
      }),
    );
  });

  test('follows the members when they are listed in another order', () => {
    fc.assert(
      fc.property(groups, (ratings) => {
        const turned = ratings.map((row) => row.toReversed()).toReversed();
        for (const member of ratings.keys()) {
          const [here, there] = [valuesOf(ratings, member), valuesOf(turned, ratings.length - 1 - member)];
          for (const method of FACTOR_METHODS) expectNear(here[method], there[method]);
        }
      }),
    );
  });

  test('does not jump where a sum in another order is a little less than the limit', () => {
    const no = null;
    const ratings = [
      [no, no, no, no, 4, 5],
      [no, no, no, no, no, no],
      [5, 4, no, 5, no, 2],
      [no, 2, 2, no, 1, 4],
      [3, 5, no, no, no, 3],
      [2, 3, 4, 3, 3, no],
    ];
    const turned = ratings.map((row) => row.toReversed()).toReversed();
    for (const member of ratings.keys())
      expectNear(valuesOf(ratings, member).catme, valuesOf(turned, 5 - member).catme);
  });

  test('is 1 where all are rated alike, and missing where nobody else has said anything', () => {
    const alike = Array.from({ length: 4 }, () => [3, 3, 3, 3]);
    expect(valuesOf(alike, 2)).toEqual({ webpa: 1, rpf: 1, catme: 1, teammates: 1, shrunken: 1 });
    const onlyOwn = [
      [4, null],
      [null, 4],
    ];
    const none = { webpa: null, rpf: null, catme: null, teammates: null, shrunken: null };
    expect(valuesOf(onlyOwn, 0)).toEqual(none);
  });
});

test('two of five who raise each other gain at most half of what they would by WebPA, whatever the honest agree on', () => {
  const truth = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(truth, (levels) => {
      const honest = levels.map(() => levels);
      const colluding = honest.map((row, rater) =>
        rater < 2 ? row.map((_, who) => (who < 2 ? 5 : 1)) : row,
      );
      const gain = (of: (ratings: Ratings, member: number) => number | null): number =>
        Math.max(...[0, 1].map((member) => (of(colluding, member) ?? 0) - (of(honest, member) ?? 0)));
      const byWebpa = gain((ratings, member) => webpaScores(ratings)[member] ?? null);
      const byShrunken = gain((ratings, member) => factorsOf(ratings, member).shrunken?.value ?? null);
      expect(byShrunken).toBeLessThanOrEqual(byWebpa / 2 + 1e-9);
    }),
  );
});

test('the fewer raters, the nearer to 1, and the wider the interval', () => {
  const of = (n: number) => {
    const ratings = Array.from({ length: n }, () =>
      Array.from({ length: n }, (_, who) => (who === 0 ? 5 : 3)),
    );
    const found = factorsOf(ratings, 0).shrunken;
    if (found === null) throw new Error('no factor');
    return found;
  };
  const [three, five, eight] = [of(3), of(5), of(8)];
  expect(three.value).toBeLessThan(five.value);
  expect(five.value).toBeLessThan(eight.value);
});

function expectNear(here: number | null, there: number | null): void {
  if (here === null || there === null) expect(here).toBe(there);
  else expect(Math.abs(here - there)).toBeLessThan(1e-9);
}
