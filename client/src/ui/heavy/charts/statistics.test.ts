import { expect, test } from '@jest/globals';
import { binsOf, boxOf, correlation } from './statistics.ts';

test('the box holds the middle half, and a far value lies beyond the whisker', () => {
  expect(boxOf([20, 1, 2, 3, 4])).toEqual({
    lowest: 1,
    lowWhisker: 1,
    firstQuartile: 2,
    median: 3,
    thirdQuartile: 4,
    highWhisker: 4,
    highest: 20,
  });
});

test('one value is a box of no height, none is no box', () => {
  expect(boxOf([7])).toMatchObject({ lowWhisker: 7, median: 7, highWhisker: 7 });
  expect(boxOf([])).toBeNull();
});

test('every value of the domain is in exactly one bin, its two ends too', () => {
  expect(binsOf([0, 4.9, 5, 10, 10], [0, 10], 2)).toEqual([
    { from: 0, to: 5, count: 2 },
    { from: 5, to: 10, count: 3 },
  ]);
});

test('bins without a value are there', () => {
  expect(binsOf([1], [0, 20], 4).map(({ count }) => count)).toEqual([1, 0, 0, 0]);
});

test.each([
  ['what rises together has 1', [1, 2, 3], [2, 4, 6], 1],
  ['what runs against each other has -1', [1, 2, 3], [3, 2, 1], -1],
  ['what never changes has none', [1, 1, 1], [1, 2, 3], null],
  ['nothing has none', [], [], null],
])('%s', (_rule, xs, ys, expected) => {
  const r = correlation(xs.map((x, index) => ({ x, y: ys[index] ?? 0 })));
  if (expected === null) expect(r).toBeNull();
  else expect(r).toBeCloseTo(expected);
});
