import { expect, test } from '@jest/globals';
import { placeOnRange } from './compared-scale.domain.ts';
import { calculate } from './formulas.domain.ts';

const range = { lowestPercent: 50, highestPercent: 90 };
const place = (strength: number, weakest: number, strongest: number, error = 0) =>
  placeOnRange({ strength, error, weakest, strongest }, range);

test.each([
  ['the weakest gets the lowest grade', -2, -2, 2, 50],
  ['the strongest gets the highest', 2, -2, 2, 90],
  ['in between it is a straight line', 1, -2, 2, 80],
  ['the line does not ask where 0 is', 4, 2, 6, 70],
  ['works that are all the same are in the middle', 1, 1, 1, 70],
  ['works that are hardly apart stay close together', 0.25, -0.25, 0.25, 75],
])('%s', (_rule, strength, weakest, strongest, percent) =>
  expect(place(strength, weakest, strongest).percent).toBeCloseTo(percent, 9),
);

test('the interval is about two standard errors wide, within the range', () => {
  expect(place(0, -2, 2, 0.5)).toEqual({ percent: 70, low: 70 - 9.8, high: 70 + 9.8 });
  expect(place(2, -2, 2, 0.5)).toEqual({ percent: 90, low: 90 - 9.8, high: 90 });
});

const parameters = {
  points: 20,
  decimals: 2,
  rounding: 'nearest',
  minimumPercent: 0,
  maximumPercent: 100,
  late: null,
  range,
} as const;
const compared = {
  strength: 1,
  error: 0.5,
  weakest: -2,
  strongest: 2,
  chosen: 6.5,
  made: 10,
  criteria: [{ title: 'Argument', chosen: 7, of: 10 }],
};

test('a grade from comparisons says how often the work was chosen; without any there is none', () => {
  const work = { compared, handedIn: null };
  const formula = 'peer-review.compared@1';
  expect(calculate({ formula, parameters, inputs: work, overrides: null })).toMatchObject({
    value: 16,
    steps: [{ type: 'compared', chosen: 6.5, made: 10, percent: 80, lowest: 50, highest: 90 }],
  });
  const none = { compared: null, handedIn: null };
  expect(calculate({ formula, parameters, inputs: none, overrides: null })).toMatchObject({
    value: null,
    because: 'noReviews',
  });
});

test('a total counts the comparisons that one was to make', () => {
  const given = [
    { reviewId: 'a', version: 1 },
    { reviewId: 'b', version: 0 },
  ];
  const outcome = calculate({
    formula: 'peer-review.compared-total@1',
    parameters: { ...parameters, weights: { work: 50, reviewing: 50 } },
    inputs: { compared, handedIn: null, given, open: false },
    overrides: null,
  });
  expect(outcome.value).toBe(13);
});
