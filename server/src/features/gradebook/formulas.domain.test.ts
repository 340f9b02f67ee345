import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calculate, type Calculation } from './formulas.domain.ts';
import { scoreComment } from './score-comment.domain.ts';

const calculation = (percentages: number[], points = 100): Calculation => ({
  formula: 'peer-review.median@1',
  parameters: { points, decimals: 2 },
  inputs: {
    reviews: percentages.map((percentage, index) => ({
      reviewId: `r${index}`,
      version: 1,
      points: percentage,
      maximum: 100,
    })),
  },
  overrides: null,
});

describe('peer-review.median@1', () => {
  test.each([
    ['one review is the grade', [82], 100, 82],
    ['the middle one of three counts, in whatever order they come', [90, 10, 70], 100, 70],
    ['of four, the mean of the middle two', [100, 60, 71, 80], 100, 75.5],
    ['one outlier does not move the grade', [80, 80, 0], 100, 80],
    ['nothing is a grade too', [0, 0], 100, 0],
    ['everything is the maximum', [100, 100, 100], 60, 60],
    ['the grade is a share of the column’s points', [50], 30, 15],
    ['half a digit is rounded up as people do', [1.005], 100, 1.01],
    ['a third is rounded to two digits', [100 / 3], 10, 3.33],
  ])('%s', (_rule, percentages, points, expected) => {
    expect(calculate(calculation(percentages, points)).value).toBe(expected);
  });

  test('reviews of different maxima count by their share', () => {
    const reviews = [
      { reviewId: 'a', version: 1, points: 5, maximum: 10 },
      { reviewId: 'b', version: 3, points: 18, maximum: 20 },
    ];
    expect(calculate({ ...calculation([]), inputs: { reviews } })).toEqual({
      value: 70,
      because: null,
      steps: [{ type: 'work', percent: 70, scores: [50, 90] }],
    });
  });

  test('the order of the reviews changes no digit, and the grade stays within its bounds', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(percentage, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.01, max: 10_000, noNaN: true }),
        (percentages, points) => {
          const { value } = calculate(calculation(percentages, points));
          expect(calculate(calculation([...percentages].reverse(), points)).value).toBe(value);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(points + 0.005);
        },
      ),
    );
  });
});

describe('the sentence beside a score', () => {
  test.each([
    ['one review', [82], 'Your work: 1 review, 82 %. Grade: 82 of 100 points.'],
    ['several reviews', [70, 82, 90.5], 'Your work: median of 3 reviews, 82 %. Grade: 82 of 100 points.'],
    ['digits', [100 / 3], 'Your work: 1 review, 33.33 %. Grade: 33.33 of 100 points.'],
  ])('%s', (_case, percentages, sentence) => {
    expect(scoreComment(calculation(percentages))).toBe(sentence);
  });
});
