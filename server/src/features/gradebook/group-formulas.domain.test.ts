import { describe, expect, test } from '@jest/globals';
import type { GroupMilestonesInputs } from './formula-inputs.domain.ts';
import { calculate } from './formulas.domain.ts';
import { scoreComment } from './score-comment.domain.ts';

type Milestone = GroupMilestonesInputs['milestones'][number];

const parameters = {
  points: 30,
  decimals: 2,
  rounding: 'nearest' as const,
  minimumPercent: 0,
  maximumPercent: 100,
};
const milestone = (n: number, overrides: Partial<Milestone> = {}): Milestone => ({
  n,
  title: `Step ${n}`,
  points: n * 10,
  mark: { n: 1, points: 8, maximum: 10 },
  missed: false,
  late: { days: 0, percentPerDay: 10 },
  adjustment: 0,
  ...overrides,
});
const decided = { by: 'a', at: '2030-01-01T00:00:00Z', reason: 'Ill.' };
const unmarked = { mark: null };
const missed = { mark: null, missed: true };
const late = { late: { days: 2, percentPerDay: 10 } };
const calculation = (milestones: Milestone[], isWaived = false) => ({
  formula: 'group-work.milestones@1' as const,
  parameters,
  inputs: { milestones },
  overrides: isWaived ? { revision: 1, grade: null, excuse: null, waiver: decided } : null,
});

test.each([
  ['each counts its points', [milestone(1), milestone(2)], 24],
  ['what is not marked yet does not count', [milestone(1), milestone(2, unmarked)], 24],
  ['what is missed counts as nothing', [milestone(1), milestone(2, missed)], 8],
  ['each day late takes off its share of the milestone’s points', [milestone(1), milestone(2, late)], 20],
  ['late work gets no less than nothing', [milestone(1, { late: { days: 20, percentPerDay: 10 } })], 0],
  ['a member can have more than the group', [milestone(1, { adjustment: 1 }), milestone(2)], 25],
  ['no more than the milestone gives', [milestone(1, { adjustment: 50 })], 30],
  ['and less, not below nothing', [milestone(1, { adjustment: -50 }), milestone(2)], 16],
  ['nothing marked is no grade', [milestone(1, unmarked)], null],
  ['milestones without points are no grade', [milestone(1, { points: 0 })], null],
])('%s', (_rule, milestones, value) => expect(calculate(calculation(milestones)).value).toBe(value));

test('lateness that is waived takes nothing off', () =>
  expect(calculate(calculation([milestone(1), milestone(2, late)], true)).value).toBe(24));

test('the comment for the LMS says what the group was given, and what is different for the member', () =>
  expect(scoreComment(calculation([milestone(1, missed), milestone(2, { ...late, adjustment: 1 })]))).toBe(
    'Step 1: not handed in, 0 of 10 points. Step 2: group 16, late -4, for you +1, 13 of 20 points. Together 13 of 30 points, 43.33 %. Grade: 13 of 30 points.',
  ));

describe('with contributions', () => {
  const factored = (
    factor: { value: number; percent: number } | null,
    overrides: Partial<Milestone> = {},
  ) => ({
    ...calculation([]),
    formula: 'group-work.factored@1' as const,
    inputs: { milestones: [{ ...milestone(1, overrides), factor }] },
  });
  const all = (value: number) => ({ value, percent: 100 });
  // The group is given 8 of 10 points; the one milestone counts for all of the 30.
  test.each([
    ['none leaves what the group was given', factored(null), 24],
    ['one of 1 as well', factored(all(1)), 24],
    ['it changes all of it', factored(all(0.9)), 21.6],
    ['or a part of it', factored({ value: 0.9, percent: 50 }), 22.8],
    ['nobody has more than there is', factored(all(1.5)), 30],
    ['lateness is taken off afterwards', factored(all(0.5), { late: { days: 1, percentPerDay: 10 } }), 9],
    ['what staff give comes on top', factored(all(0.5), { adjustment: 2 }), 18],
  ])('%s', (_rule, one, value) => expect(calculate(one).value).toBe(value));

  // Loddington et al. 2009, G = 80 (reference values of WebPA).
  test.each([
    [1.13, 100, 90.4],
    [1.4785, 100, 100],
    [0.8553, 50, 74.21],
  ])('WebPA: %s, %s %% of it', (value, percent, grade) => {
    const one = { ...milestone(1), points: 100, mark: { n: 1, points: 80, maximum: 100 } };
    const inputs = { milestones: [{ ...one, factor: { value, percent } }] };
    expect(calculate({ ...factored(null), parameters: { ...parameters, points: 100 }, inputs }).value).toBe(
      grade,
    );
  });

  test('the comment for the LMS says what the factor did', () =>
    expect(scoreComment(factored({ value: 0.9, percent: 50 }))).toBe(
      'Step 1: group 8, contribution × 0.9 for 50 % of it, 7.6 of 10 points. Together 7.6 of 10 points, 76 %. Grade: 22.8 of 30 points.',
    ));
});
