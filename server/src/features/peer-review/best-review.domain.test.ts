import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareWithBest, type Strictness } from './best-review.domain.ts';

const reviewsOf = (rows: readonly (readonly (number | null)[])[]) =>
  rows.map((percents, index) => ({ reviewId: String(index), percents }));
const agreementsOf = (
  rows: readonly (readonly (number | null)[])[],
  weights: number[],
  strictness: Strictness,
) => [...compareWithBest(reviewsOf(rows), weights, strictness).values()];

test.each<[string, (number | null)[][], number[], Strictness, number[]]>([
  // Moodle's own numbers (reference/algorithms.md §2).
  ['Moodle, fair', [[80], [70], [60], [90]], [1], 'fair', [100, 100, 98.4, 98.4]],
  ['Moodle, very strict', [[80], [70], [60], [90]], [1], 'veryStrict', [100, 100, 92, 92]],
  ['a review alone is the best', [[12, 90]], [1, 1], 'veryStrict', [100]],
  ['equal reviews are all the best', [[50], [50], [50]], [1], 'veryStrict', [100, 100, 100]],
  [
    'a criterion of no weight moves nobody',
    [
      [80, 0],
      [70, 9],
      [60, 70],
      [90, 5],
    ],
    [1, 1e-9],
    'fair',
    [100, 100, 98.4, 98.4],
  ],
  [
    'a criterion that does not apply is compared with nothing',
    [
      [80, null],
      [70, null],
      [60, null],
      [90, 20],
    ],
    [1, 1],
    'fair',
    [100, 100, 98.4, 98.4],
  ],
])('%s', (_rule, rows, weights, strictness, expected) => {
  expect(agreementsOf(rows, weights, strictness)).toEqual(expected);
});

test('agreement is on the scale, somebody always has all of it, and nobody’s place matters', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const rows = fc.array(fc.tuple(percent, percent), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom<Strictness>('veryLax', 'lax', 'fair', 'strict', 'veryStrict'),
      (given, c) => {
        const reviews = reviewsOf(given);
        const agreements = compareWithBest(reviews, [2, 1], c);
        for (const agreement of agreements.values()) {
          expect(agreement).toBeGreaterThanOrEqual(0);
          expect(agreement).toBeLessThanOrEqual(100);
        }
        expect(Math.max(...agreements.values())).toBe(100);
        const turned = compareWithBest(reviews.toReversed(), [2, 1], c);
        for (const [id, agreement] of agreements) expect(turned.get(id)).toBeCloseTo(agreement, 3);
      },
    ),
  );
});

test('the stricter, the less agreement', () => {
  const rows = [[80], [70], [60], [90], [20]];
  const last = (['veryLax', 'lax', 'fair', 'strict', 'veryStrict'] as const).map(
    (strictness) => agreementsOf(rows, [1], strictness)[4] ?? Number.NaN,
  );
  expect(last).toEqual(last.toSorted((a, b) => b - a));
  expect(last[0]).toBeGreaterThan(last[4] ?? Number.NaN);
});
