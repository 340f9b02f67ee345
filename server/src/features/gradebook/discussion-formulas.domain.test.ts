import { expect, test } from '@jest/globals';
import { calculate } from './formulas.domain.ts';
import { scoreComment } from './score-comment.domain.ts';

const parameters = {
  points: 20,
  decimals: 2,
  rounding: 'nearest' as const,
  minimumPercent: 0,
  maximumPercent: 100,
};
const milestone = (n: number, points: number, met: boolean) => ({
  n,
  kind: 'reply' as const,
  count: 2,
  words: 50,
  differentPeople: true,
  points,
  met,
  done: met ? 2 : 1,
});
const two = [milestone(1, 5, true), milestone(2, 10, false)];

test.each([
  ['the points of what is met', two, 6.67],
  ['nothing met is nothing', [milestone(1, 5, false)], 0],
  ['all met is all', [milestone(1, 5, true), milestone(2, 1, true)], 20],
  ['a milestone without points changes nothing', [milestone(1, 5, true), milestone(2, 0, false)], 20],
  ['where nothing has points there is no grade', [milestone(1, 0, true)], null],
])('milestones: %s', (_rule, milestones, value) =>
  expect(
    calculate({ formula: 'discussion.milestones@1', parameters, inputs: { milestones }, overrides: null })
      .value,
  ).toBe(value),
);

test.each([
  ['its share of the points', { n: 1, points: 3, maximum: 4 }, 15],
  ['no grade before staff have marked', null, null],
  ['comments alone are no grade', { n: 1, points: 0, maximum: 0 }, null],
])('rubric: %s', (_rule, mark, value) =>
  expect(
    calculate({ formula: 'discussion.rubric@1', parameters, inputs: { mark }, overrides: null }).value,
  ).toBe(value),
);

test('both: each counts its part, and the comment for the LMS says how', () => {
  const calculation = {
    formula: 'discussion.total@1' as const,
    parameters: { ...parameters, milestonesPercent: 30 },
    inputs: { milestones: two, mark: { n: 2, points: 3, maximum: 4 } },
    overrides: null,
  };
  const { value, steps } = calculate(calculation);
  expect([value, steps.map(({ type }) => type)]).toEqual([12.5, ['milestones', 'marked', 'together']]);
  expect(scoreComment(calculation)).toBe(
    'Milestones: 1 of 2 met, 5 of 15 points, 33.33 %. By the rubric: 3 of 4 points, 75 %. Together, with 30 % for the milestones and 70 % for the rubric: 62.5 %. Grade: 12.5 of 20 points.',
  );
  const unmarked = { ...calculation, inputs: { milestones: two, mark: null } };
  expect(calculate(unmarked).value).toBeNull();
});
