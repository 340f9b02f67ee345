import { describe, expect, test } from '@jest/globals';
import { parseAbsolute } from '@internationalized/date';
import fc from 'fast-check';
import { toDay, toLocal, toMoment } from './moments.ts';

test.each([
  ['a time of the zone is that moment', '2026-11-29T23:59', '2026-11-29T22:59:00.000Z'],
  ['in summer the same clock is an hour earlier', '2026-07-29T23:59', '2026-07-29T21:59:00.000Z'],
  ['a time that a change of clocks skips moves forward', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['a time that it repeats is the first one', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s', (_rule, local, iso) => {
  expect(toMoment(local, 'Europe/Stockholm')?.toDate().toISOString()).toBe(iso);
});

describe('a change of clocks', () => {
  // A gap at night, at midnight, of half an hour, of a whole day; and the same the other way round.
  test.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30'],
    ['America/New_York', '2026-03-08T02:00', '2026-03-08T03:00'],
    ['America/Santiago', '2026-09-06T00:15', '2026-09-06T01:15'],
    ['Africa/Cairo', '2026-04-24T00:00', '2026-04-24T01:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:40'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T12:00'],
  ])('in %s shows %s as what it is: %s', (zone, typed, shown) => {
    const moment = toMoment(typed, zone);
    expect(moment && toLocal(moment)).toBe(shown);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25T00:30Z', '2026-10-25T02:30', '2026-10-25T01:30Z', '2026-10-25T02:30+01:00'],
    [
      'America/New_York',
      '2026-11-01T05:30Z',
      '2026-11-01T01:30',
      '2026-11-01T06:30Z',
      '2026-11-01T01:30-05:00',
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-04T14:45Z',
      '2026-04-05T01:45',
      '2026-04-04T15:15Z',
      '2026-04-05T01:45+10:30',
    ],
  ])('in %s tells the hour that it repeats from itself', (zone, first, one, second, other) => {
    expect(toLocal(parseAbsolute(first.replace('Z', ':00Z'), zone))).toBe(one);
    expect(toLocal(parseAbsolute(second.replace('Z', ':00Z'), zone))).toBe(other);
  });

  test('loses no minute of any zone', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const moment = parseAbsolute(new Date(minute * 60_000).toISOString(), zone);
        expect(toMoment(toLocal(moment), zone)?.toDate()).toEqual(moment.toDate());
      }),
      { numRuns: 500 },
    );
  });
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
