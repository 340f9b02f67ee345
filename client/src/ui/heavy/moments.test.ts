import { expect, test } from '@jest/globals';
import { toDay, toLocal, toMoment } from './moments.ts';

test.each([
  ['a time of the zone is that moment', '2026-11-29T23:59', '2026-11-29T22:59:00.000Z'],
  ['in summer the same clock is an hour earlier', '2026-07-29T23:59', '2026-07-29T21:59:00.000Z'],
  ['a time that a change of clocks skips moves forward', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['a time that it repeats is the first one', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s', (_rule, local, iso) => {
  expect(toMoment(local, 'Europe/Stockholm')?.toDate().toISOString()).toBe(iso);
});

test.each(['', '2026-11', '2026-13-01T00:00', 'tomorrow'])('%j is no moment', (text) => {
  expect(toMoment(text, 'UTC')).toBeNull();
});

test('a moment is written as it was read', () => {
  const moment = toMoment('2026-01-02T03:04', 'Asia/Kathmandu');
  expect(moment && toLocal(moment)).toBe('2026-01-02T03:04');
});

test.each([
  ['2026-02-28', '2026-02-28'],
  ['2026-02-30', undefined],
  ['', undefined],
])('the day %j is %j', (text, day) => {
  expect(toDay(text)?.toString()).toBe(day);
});
