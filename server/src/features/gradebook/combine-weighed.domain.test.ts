import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { combineReviews } from './combine-reviews.domain.ts';
import { combineWeighed } from './combine-weighed.domain.ts';

const METHODS = ['mean', 'median', 'trimmed', 'reliability'] as const;
const weights = { shares: [0.5, 0.3, 0.1], biases: [0, 10, 0], prior: { share: 0.1, mean: 60 } };

describe('reviews that staff have weighed', () => {
  test.each<[string, number[], (typeof METHODS)[number], number[], number]>([
    ['count by their weight in a mean', [40, 80], 'mean', [1, 0.5], 160 / 3],
    ['hardly move a mean when they hardly count', [40, 100], 'mean', [1, 0.01], 40 + 60 / 101],
    ['give the median of the weight', [20, 60, 90], 'median', [0.2, 1, 0.5], 60],
    ['give the mean of both sides where the weight parts evenly', [20, 60, 90], 'median', [0.5, 0.5, 1], 75],
    [
      'lose the highest and the lowest, however much these count',
      [0, 50, 70, 100],
      'trimmed',
      [1, 1, 0.5, 0.1],
      170 / 3,
    ],
    [
      'count by both where reliability is known',
      [50, 70, 90],
      'reliability',
      [1, 0.5, 1],
      (25 + 9 + 9 + 6) / 0.85,
    ],
  ])('%s', (_rule, scores, method, counts, expected) => {
    const known = method === 'reliability' ? weights : null;
    expect(combineWeighed(scores, method, known, counts)).toBeCloseTo(expected, 9);
  });

  const reviews = fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 100 }), count: fc.integer({ min: 1, max: 10 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  test('are what they were where all count in full, and never outside of what they gave', () => {
    fc.assert(
      fc.property(reviews, fc.constantFrom(...METHODS), (given, method) => {
        const scores = given.map(({ score }) => score);
        const inFull = combineWeighed(
          scores,
          method,
          null,
          scores.map(() => 1),
        );
        expect(inFull).toBe(combineReviews(scores, method, null));
        const result = combineWeighed(
          scores,
          method,
          null,
          given.map(({ count }) => count / 10),
        );
        expect(result).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(result).toBeLessThanOrEqual(Math.max(...scores));
      }),
    );
  });

  test('give the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        reviews,
        fc.constantFrom('mean' as const, 'median' as const, 'trimmed' as const),
        (given, method) => {
          const of = (list: typeof given) =>
            combineWeighed(
              list.map(({ score }) => score),
              method,
              null,
              list.map(({ count }) => count / 10),
            );
          expect(of(given.toReversed())).toBe(of(given));
        },
      ),
    );
  });
});
