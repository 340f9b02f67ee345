import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  daysLate,
  deductLate,
  grade,
  type GradeParameters,
  type LatePolicy,
} from './grade-policies.domain.ts';

const DUE = '2027-03-01T12:00:00.000Z';
const hoursLater = (hours: number): string => new Date(Date.parse(DUE) + hours * 3_600_000).toISOString();
const handedIn = (hours: number) => ({ submissionId: 's', version: 1, at: hoursLater(hours), dueAt: DUE });
const policy: LatePolicy = { graceMinutes: 0, percentPerDay: 5, lowestPercent: 0 };
const rules: GradeParameters = {
  points: 20,
  decimals: 2,
  rounding: 'nearest',
  minimumPercent: 0,
  maximumPercent: 100,
};
const part = (percent: number) => ({ percent, steps: [] });

describe('lateness', () => {
  test.each([
    ['in time is not late', -1, 0, 0],
    ['the very second it is due is in time', 0, 0, 0],
    ['a second later the first day has begun', 1 / 3600, 0, 1],
    ['a whole day is one day', 24, 0, 1],
    ['a second more begins the second', 24 + 1 / 3600, 0, 2],
    ['within the grace is not late', 0.25, 15, 0],
    ['beyond the grace it counts from the due date', 24.5, 15, 2],
  ])('%s', (_rule, hours, graceMinutes, days) => {
    expect(daysLate(hoursLater(hours), DUE, graceMinutes)).toBe(days);
  });

  test.each([
    ['each day begun takes its percentage off', policy, 82, 25, 72, { type: 'late', days: 2, taken: 10 }],
    [
      'not below the lowest',
      { ...policy, percentPerDay: 50, lowestPercent: 40 },
      82,
      25,
      40,
      { type: 'late', days: 2, taken: 42 },
    ],
    [
      'what is below the lowest anyway stays',
      { ...policy, lowestPercent: 40 },
      30,
      25,
      30,
      { type: 'late', days: 2, taken: 0 },
    ],
    [
      'never below nothing',
      { ...policy, percentPerDay: 100 },
      82,
      1,
      0,
      { type: 'late', days: 1, taken: 82 },
    ],
  ])('%s', (_rule, late, before, hours, after, step) => {
    expect(deductLate(part(before), handedIn(hours), late, false)).toEqual({ percent: after, steps: [step] });
  });

  test('a waiver leaves the grade and says so; in time there is nothing to say', () => {
    expect(deductLate(part(82), handedIn(25), policy, true)).toEqual({
      percent: 82,
      steps: [{ type: 'lateWaived', days: 2 }],
    });
    expect(deductLate(part(82), handedIn(-1), policy, true)).toEqual(part(82));
    expect(deductLate(part(82), handedIn(25), null, false)).toEqual(part(82));
    expect(deductLate(part(82), null, policy, false)).toEqual(part(82));
  });

  const anyPolicy = fc.record({
    graceMinutes: fc.integer({ min: 0, max: 10_080 }),
    percentPerDay: fc.double({ min: 0, max: 100, noNaN: true }),
    lowestPercent: fc.double({ min: 0, max: 100, noNaN: true }),
  });
  const percentage = fc.double({ min: 0, max: 100, noNaN: true });
  const hours = fc.double({ min: -100, max: 2_000, noNaN: true });

  test('later never gives more, nothing goes above the work’s own or below zero, a waiver restores it', () => {
    fc.assert(
      fc.property(anyPolicy, percentage, hours, hours, (late, percent, a, b) => {
        const after = (at: number, isWaived = false) =>
          deductLate(part(percent), handedIn(at), late, isWaived).percent ?? Number.NaN;
        const [early, later] = [Math.min(a, b), Math.max(a, b)];
        expect(after(later)).toBeLessThanOrEqual(after(early));
        expect(after(later)).toBeGreaterThanOrEqual(Math.min(percent, late.lowestPercent));
        expect(after(early)).toBeLessThanOrEqual(percent);
        expect(after(later, true)).toBe(percent);
      }),
    );
  });
});

describe('from a percentage to points', () => {
  test.each<[string, number, Partial<GradeParameters>, number, string | null]>([
    ['a share of the points', 65, {}, 13, null],
    ['rounded to its digits, as people do', 33.335, { decimals: 1 }, 6.7, null],
    ['rounded down', 34.9, { decimals: 0, rounding: 'down' }, 6, null],
    ['rounded up', 30.1, { decimals: 0, rounding: 'up' }, 7, null],
    ['a whole number rounded up stays', 30, { decimals: 0, rounding: 'up' }, 6, null],
    ['raised to the lowest grade', 10, { minimumPercent: 40 }, 8, 'raised'],
    ['limited to the highest grade', 95, { maximumPercent: 90 }, 18, 'capped'],
    ['above the points with extra credit', 108, { maximumPercent: 110 }, 21.6, null],
    ['rounding goes over no bound', 100, { points: 7.5, decimals: 0, rounding: 'up' }, 7.5, null],
    ['and under none', 30, { points: 7.7, decimals: 0, rounding: 'down', minimumPercent: 30 }, 2.31, null],
  ])('%s', (_rule, percent, overrides, value, step) => {
    const outcome = grade(part(percent), { ...rules, ...overrides });
    expect(outcome.value).toBe(value);
    expect(outcome.steps.map(({ type }) => type)).toEqual(step === null ? [] : [step]);
  });

  test('no percentage is no grade, with its reason', () => {
    expect(grade({ percent: null, because: 'noReviews', steps: [] }, rules)).toEqual({
      value: null,
      because: 'noReviews',
      steps: [],
    });
  });

  test('every grade is within its bounds, and more is never less', () => {
    const anyRules = fc.record({
      points: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
      decimals: fc.integer({ min: 0, max: 4 }),
      rounding: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
      minimumPercent: fc.double({ min: 0, max: 49, noNaN: true }),
      maximumPercent: fc.double({ min: 50, max: 200, noNaN: true }),
    });
    const percentage = fc.double({ min: 0, max: 250, noNaN: true });
    fc.assert(
      fc.property(anyRules, percentage, percentage, (parameters, a, b) => {
        const valueOf = (percent: number) => grade(part(percent), parameters).value ?? Number.NaN;
        const [low, high] = [valueOf(Math.min(a, b)), valueOf(Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual((parameters.minimumPercent / 100) * parameters.points);
        expect(high).toBeLessThanOrEqual((parameters.maximumPercent / 100) * parameters.points);
      }),
    );
  });
});
