import { expect, test } from '@jest/globals';
import { snoozeMoments, startOfDay } from './snooze.ts';

// Local times, as the person's clock shows them; 1 March 2027 is a Monday.
const local = (day: number, hour = 10) => new Date(2027, 2, day, hour);

test.each([
  ['on a Monday', 1, 2, 8],
  ['on a Friday', 5, 6, 8],
  ['on a Saturday', 6, 7, 8],
  ['on a Sunday, whose tomorrow is a Monday', 7, 8, 15],
])('%s tomorrow and next week are two days', (_what, today, tomorrow, nextWeek) => {
  expect(snoozeMoments(local(today))).toEqual({ tomorrow: local(tomorrow, 8), nextWeek: local(nextWeek, 8) });
});

test.each([
  ['a day to come', '2027-03-09', local(9, 8)],
  ['today, whose morning is over', '2027-03-01', null],
  ['a day of last year', '2026-03-09', null],
  ['a day of next year', '2028-03-09', null],
  ['nothing', '', null],
])('%s', (_what, day, expected) => {
  expect(startOfDay(day, local(1))).toEqual(expected);
});
