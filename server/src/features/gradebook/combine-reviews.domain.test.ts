import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { combineReviews, type ReviewMethod, type ReviewWeights } from './combine-reviews.domain.ts';

const METHODS: readonly ReviewMethod[] = ['mean', 'median', 'trimmed', 'reliability'];
const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 });
const method = fc.constantFrom(...METHODS);
const weights: ReviewWeights = {
  shares: [0.5, 0.3, 0.1],
  biases: [5, 0, -10],
  prior: { share: 0.1, mean: 70 },
};

test.each<[string, number[], ReviewMethod, ReviewWeights | null, number]>([
  ['the mean of all', [60, 80, 100], 'mean', null, 80],
  ['the one in the middle', [100, 60, 65], 'median', null, 65],
  ['the mean of the two in the middle', [100, 60, 70, 20], 'median', null, 65],
  ['without the highest and the lowest', [100, 60, 70, 80, 0], 'trimmed', null, 70],
  ['of three, the middle one is left', [100, 60, 0], 'trimmed', null, 60],
  ['of two, none can go', [100, 60], 'trimmed', null, 80],
  ['by weights, without what reviewers are off by', [85, 80, 60], 'reliability', weights, 78],
  ['all the same where nothing is known of reviewers', [60, 80, 100], 'reliability', null, 80],
  [
    'never above the scale',
    [100],
    'reliability',
    { shares: [1], biases: [-20], prior: { share: 0, mean: 0 } },
    100,
  ],
  ['never below it', [5], 'reliability', { shares: [1], biases: [20], prior: { share: 0, mean: 0 } }, 0],
])('%s', (_rule, given, by, weighing, expected) => {
  expect(combineReviews(given, by, weighing)).toBeCloseTo(expected, 10);
});

test('one review is what it says, by every method', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), method, (score, by) => {
      expect(combineReviews([score], by, null)).toBe(score);
    }),
  );
});

test('no method leaves the range of its reviews, nor minds their order', () => {
  fc.assert(
    fc.property(scores, method, fc.integer({ min: 0, max: 11 }), (given, by, turn) => {
      const result = combineReviews(given, by, null);
      expect(result).toBeGreaterThanOrEqual(Math.min(...given));
      expect(result).toBeLessThanOrEqual(Math.max(...given));
      const turned = [...given.slice(turn), ...given.slice(0, turn)];
      expect(combineReviews(turned, by, null)).toBeCloseTo(result, 9);
    }),
  );
});

test('better reviews never make a lower grade', () => {
  fc.assert(
    fc.property(scores, method, fc.nat(), (given, by, seed) => {
      const index = seed % given.length;
      const better = given.map((score, i) => (i === index ? Math.min(100, score + 10) : score));
      expect(combineReviews(better, by, null)).toBeGreaterThanOrEqual(combineReviews(given, by, null) - 1e-9);
    }),
  );
});
