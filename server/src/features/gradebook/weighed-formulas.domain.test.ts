import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calculate, type Calculation } from './formulas.domain.ts';
import { scoreComment } from './score-comment.domain.ts';

const rules = {
  points: 20,
  decimals: 2,
  rounding: 'nearest',
  minimumPercent: 0,
  maximumPercent: 100,
} as const;
const DUE = '2027-03-01T12:00:00.000Z';
const handedIn = { submissionId: 's', version: 1, at: '2027-03-02T11:00:00.000Z', dueAt: DUE };
const late = { graceMinutes: 0, percentPerDay: 5, lowestPercent: 0 };
const review = (points: number, index: number) => ({
  reviewId: `r${index}`,
  version: 1,
  points,
  maximum: 100,
});
const weights = { shares: [0.6, 0.2, 0.1], biases: [5, 0, -10], prior: { share: 0.1, mean: 70 } };
const given = (...agreements: (number | null)[]) =>
  agreements.map((agreement, index) => ({
    reviewId: `g${index}`,
    version: agreement === null ? 0 : 1,
    agreement,
  }));

const work = (
  scores: number[],
  method: 'mean' | 'median' | 'trimmed' | 'reliability',
  more: { weights?: typeof weights | null; margin?: number | null; isLate?: boolean } = {},
): Calculation => ({
  formula: 'peer-review.submission@2',
  parameters: { ...rules, method, late: more.isLate ? late : null },
  inputs: {
    reviews: scores.map(review),
    weights: more.weights ?? null,
    margin: more.margin ?? null,
    handedIn,
  },
  overrides: null,
});
const reviewing = (agreements: (number | null)[], percent: number, open = false): Calculation => ({
  formula: 'peer-review.reviewing-agreement@1',
  parameters: { ...rules, agreement: { percent, strictness: 'fair' } },
  inputs: { given: given(...agreements), open },
  overrides: null,
});
const total = (agreements: (number | null)[], agreement: number | null): Calculation => ({
  formula: 'peer-review.total@2',
  parameters: {
    ...rules,
    method: 'mean',
    late: null,
    weights: { work: 80, reviewing: 20 },
    agreement: agreement === null ? null : { percent: agreement, strictness: 'fair' },
  },
  inputs: {
    reviews: [70, 90].map(review),
    weights: null,
    margin: 6,
    handedIn,
    given: given(...agreements),
    open: false,
  },
  overrides: null,
});
/** Reviews as how good staff find each, null where they have not said so. */
const valued = (
  levels: readonly (number | null)[],
  quality: number,
  helpfulness: number | null = null,
  written = levels.length,
): Calculation => ({
  formula: 'peer-review.reviewing-judged@1',
  parameters: {
    ...rules,
    agreement: null,
    helpfulness: helpfulness === null ? null : { percent: helpfulness },
    quality: { percent: quality },
  },
  inputs: {
    given: given(...levels.map((_, index) => (index < written ? 100 : null))).map((one, index) => ({
      ...one,
      helpfulness: 3,
      quality: levels[index] ?? null,
    })),
    open: false,
  },
  overrides: null,
});
const pair = ([agrees = null, helps = null]: (number | null)[]) => [agrees, helps] as const;
/** Reviews as [agreement, helpfulness], null where one is not written or not rated. */
const helping = (
  reviews: readonly (readonly [number | null, number | null])[],
  helpfulness: number,
  agreement: number | null = null,
  open = false,
): Calculation => ({
  formula: 'peer-review.reviewing-helpfulness@1',
  parameters: {
    ...rules,
    helpfulness: { percent: helpfulness },
    agreement: agreement === null ? null : { percent: agreement, strictness: 'fair' },
  },
  inputs: {
    given: given(...reviews.map(([agrees]) => agrees)).map((one, index) => ({
      ...one,
      helpfulness: reviews[index]?.[1] ?? null,
    })),
    open,
  },
  overrides: null,
});

describe('grades by a chosen method', () => {
  test.each<[string, Calculation, number | null, string | null]>([
    ['the mean', work([60, 80, 85], 'mean'), 15, null],
    ['the median', work([60, 80, 85], 'median'), 16, null],
    ['without the highest and the lowest', work([60, 80, 85, 75], 'trimmed'), 15.5, null],
    ['by reliability', work([85, 80, 60], 'reliability', { weights }), 15.6, null],
    ['by reliability where nothing tells reviewers apart', work([60, 80, 85], 'reliability'), 15, null],
    ['less what lateness takes off', work([60, 80, 85], 'mean', { isLate: true }), 14, null],
    ['no review, no grade', work([], 'reliability'), null, 'noReviews'],
    [
      'the mean of what authors say counts its share',
      helping(
        [
          [0, 5],
          [0, 3],
        ].map(pair),
        40,
      ),
      18,
      null,
    ],
    [
      'who is rated by nobody keeps it',
      helping(
        [
          [0, null],
          [0, null],
        ].map(pair),
        40,
      ),
      20,
      null,
    ],
    [
      'one rating of two is what is known',
      helping(
        [
          [0, 1],
          [0, null],
        ].map(pair),
        40,
      ),
      12,
      null,
    ],
    [
      'what is not written helps nobody',
      helping(
        [
          [0, 3],
          [null, null],
        ].map(pair),
        100,
      ),
      5,
      null,
    ],
    [
      'beside agreement, both take their shares',
      helping(
        [
          [60, 3],
          [60, 3],
        ].map(pair),
        50,
        50,
      ),
      11,
      null,
    ],
    [
      'helpfulness waits for the reviews too',
      helping([[null, null]].map(pair), 50, 50, true),
      null,
      'reviewingOpen',
    ],
    ['what staff say counts its share', valued([5, 2], 40), 17, null],
    ['all of it', valued([5, 2], 100), 12.5, null],
    ['what staff have not judged counts as written', valued([null, null], 40), 20, null],
    ['what is not written has no quality', valued([3, 5], 100, null, 1), 5, null],
    ['beside helpfulness, both take their shares', valued([3, 3], 50, 50), 10, null],
    ['agreement is half of it', reviewing([100, 60], 50), 18, null],
    ['agreement is all of it', reviewing([100, 60], 100), 16, null],
    ['a review that is missing agrees with nothing', reviewing([100, null], 50), 10, null],
    ['not all written waits until reviews close', reviewing([100, null], 50, true), null, 'reviewingOpen'],
    ['nothing to write is no grade', reviewing([], 50), null, 'noReviews'],
    ['a total with agreement', total([100, 60], 50), 16.4, null],
    ['a total without', total([100, 60], null), 16.8, null],
    ['without anything to review the work counts for all', total([], 50), 16, null],
  ])('%s', (_rule, calculation, value, because) => {
    expect(calculate(calculation)).toMatchObject({ value, because });
  });

  test('the steps say the method that was taken, every review, and how certain that is, on the scale', () => {
    expect(calculate(work([85, 99, 90], 'reliability', { weights, margin: 30 })).steps).toEqual([
      {
        type: 'reviews',
        method: 'reliability',
        percent: expect.closeTo(84.8, 9),
        scores: [85, 90, 99],
        interval: { low: expect.closeTo(54.8, 9), high: 100 },
      },
    ]);
    expect(calculate(work([85, 99], 'reliability')).steps).toMatchObject([
      { method: 'mean', interval: null },
    ]);
    expect(calculate(reviewing([100, 60, null], 50)).steps).toEqual([
      { type: 'reviewing', done: 2, of: 3, percent: expect.closeTo(66.67, 2) },
      { type: 'agreement', agreement: 80, counts: 50, percent: expect.closeTo(60, 9) },
    ]);
  });

  test('of equal reviews, in whatever order, comes the same to the last digit', () => {
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 });
    const method = fc.constantFrom(
      'mean' as const,
      'median' as const,
      'trimmed' as const,
      'reliability' as const,
    );
    fc.assert(
      fc.property(scores, method, (some, by) => {
        expect(calculate(work(some.toReversed(), by)).value).toBe(calculate(work(some, by)).value);
      }),
    );
  });

  test.each<[Calculation, string]>([
    [
      work([60, 80, 85], 'trimmed', { margin: 12 }),
      'Your work: mean without the highest and the lowest of 3 reviews, 80 %. Other reviewers would most likely have come to 68 to 92 %. Grade: 16 of 20 points.',
    ],
    [
      reviewing([100, 60], 50),
      'Your reviews: 2 of 2 written, 100 %. They agree with the best reviews by 80 %, which counts 50 %: 90 %. Grade: 18 of 20 points.',
    ],
  ])('the sentence beside the score %#', (calculation, sentence) => {
    expect(scoreComment(calculation)).toBe(sentence);
  });
});
