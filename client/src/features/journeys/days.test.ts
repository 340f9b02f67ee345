import { describe, expect, test } from '@jest/globals';
import { addDays, barsOf } from './days.ts';

test.each([
  ['across the end of a month', '2027-02-27', 3, '2027-03-02'],
  ['backwards across a change of the clocks', '2027-03-29', -2, '2027-03-27'],
])('days are added %s', (_rule, day, days, expected) => expect(addDays(day, days)).toBe(expected));

describe('steps on one line of days', () => {
  const steps = [
    { startsOn: '2027-03-01', dates: [{ at: '2027-03-03T12:00:00Z' }] },
    { startsOn: '2027-03-06', dates: [{ at: '2027-03-08T12:00:00Z' }, { at: '2027-03-10T12:00:00Z' }] },
  ];
  test('each has its place and its length, the last day included', () => {
    expect(barsOf(steps)).toEqual({
      first: '2027-03-01',
      last: '2027-03-10',
      days: 10,
      bars: [
        { from: 0, length: expect.closeTo(0.3), marks: [0.2] },
        { from: 0.5, length: expect.closeTo(0.5), marks: [0.7, 0.9] },
      ],
    });
  });

  test('one day alone fills the line', () => {
    expect(barsOf([{ startsOn: '2027-03-01', dates: [] }]).bars).toEqual([{ from: 0, length: 1, marks: [] }]);
  });
});
