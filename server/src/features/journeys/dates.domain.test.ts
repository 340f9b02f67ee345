import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Calendar,
  countedDay,
  daysUntil,
  everyDay,
  momentOf,
  moveStep,
  relativeMoment,
  startingAfter,
} from './dates.domain.ts';

const SUNDAY = 0;
const SATURDAY = 6;
/** Monday. */
const START = '2027-03-01';
const calendar = (over: Partial<Calendar> = {}): Calendar => ({ ...everyDay(START), ...over });
const weekdaysOnly = calendar({ freeWeekdays: [SATURDAY, SUNDAY] });
const easter = calendar({
  freeWeekdays: [SATURDAY, SUNDAY],
  holidays: [{ from: '2027-03-26', to: '2027-03-29' }],
});

describe('the day that comes so many counted days after the start', () => {
  test.each([
    ['the start is day 0', calendar(), 0, '2027-03-01'],
    ['every day counts where nothing is free', calendar(), 31, '2027-04-01'],
    ['a weekend does not count', weekdaysOnly, 5, '2027-03-08'],
    [
      'a start at a weekend is the Monday after it',
      { ...weekdaysOnly, startsOn: '2027-03-06' },
      0,
      '2027-03-08',
    ],
    ['a holiday of several days, a weekend in it, is left out whole', easter, 19, '2027-03-30'],
    [
      'a holiday of one day',
      calendar({ holidays: [{ from: '2027-03-03', to: '2027-03-03' }] }),
      2,
      '2027-03-04',
    ],
    [
      'a holiday on the start puts the start off',
      calendar({ holidays: [{ from: START, to: '2027-03-05' }] }),
      0,
      '2027-03-06',
    ],
    [
      'holidays that overlap',
      calendar({
        holidays: [
          { from: '2027-03-02', to: '2027-03-04' },
          { from: '2027-03-03', to: '2027-03-05' },
        ],
      }),
      1,
      '2027-03-06',
    ],
    ['the free days of Cairo', calendar({ freeWeekdays: [5, 6] }), 4, '2027-03-07'],
    ['a leap day counts', { ...calendar(), startsOn: '2028-02-28' }, 2, '2028-03-01'],
  ])('%s', (_rule, given, days, expected) => expect(countedDay(given, days)).toBe(expected));
});

describe('the moment that a template means', () => {
  test.each([
    ['in winter, Berlin', 'Europe/Berlin', calendar(), 1, '23:59:00', '2027-03-02T22:59:00.000Z'],
    [
      'after the change to summer time, the same time on the clock',
      'Europe/Berlin',
      calendar(),
      28,
      '23:59:00',
      '2027-03-29T21:59:00.000Z',
    ],
    [
      'a time that spring skips comes that much after the leap',
      'Europe/Berlin',
      calendar(),
      27,
      '02:30:00',
      '2027-03-28T01:30:00.000Z',
    ],
    [
      'of two times in autumn the earlier',
      'Europe/Berlin',
      { ...calendar(), startsOn: '2027-10-31' },
      0,
      '02:30:00',
      '2027-10-31T00:30:00.000Z',
    ],
    [
      'New York changes two weeks earlier',
      'America/New_York',
      calendar(),
      14,
      '12:00:00',
      '2027-03-15T16:00:00.000Z',
    ],
    [
      'a zone with a quarter of an hour',
      'Asia/Kathmandu',
      calendar(),
      0,
      '00:00:30',
      '2027-02-28T18:15:30.000Z',
    ],
    [
      'a holiday moves it, not its time',
      'Europe/Berlin',
      calendar({ holidays: [{ from: '2027-03-02', to: '2027-03-08' }] }),
      1,
      '08:00:00',
      '2027-03-09T07:00:00.000Z',
    ],
  ])('%s', (_rule, zone, given, afterDays, time, expected) =>
    expect(momentOf(given, { afterDays, time }, zone).toISOString()).toBe(expected),
  );
});

describe('a moved step', () => {
  test.each([
    ['takes those after it along', [0, 7, 14], 1, 9, [0, 9, 16]],
    ['leaves those before it', [0, 7, 14], 2, 20, [0, 7, 20]],
    ['does not overtake the one before it', [0, 7, 14], 1, -3, [0, 0, 7]],
    ['does not begin before the journey', [3, 7], 0, -5, [0, 4]],
  ])('%s', (_rule, days, index, to, expected) => expect(moveStep(days, index, to)).toEqual(expected));
});

const day = fc.integer({ min: 0, max: 700 }).map((days) => countedDay(everyDay('2026-01-01'), days));
const holidays = fc.array(
  fc
    .tuple(day, fc.integer({ min: 0, max: 20 }))
    .map(([from, days]) => ({ from, to: countedDay(everyDay(from), days) })),
  { maxLength: 6 },
);
const freeWeekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 });
const calendars: fc.Arbitrary<Calendar> = fc.record({ startsOn: day, holidays, freeWeekdays });
const offsets = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 })
  .map((gaps) => gaps.map((_gap, at) => gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0)));
const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'UTC',
);

describe('whatever the calendar', () => {
  test('order and gaps in counted days stay', () => {
    fc.assert(
      fc.property(calendars, offsets, (given, days) => {
        const dates = days.map((one) => countedDay(given, one));
        expect(dates).toEqual(dates.toSorted());
        expect(dates.map((date) => daysUntil(given, date))).toEqual(days);
        const later = startingAfter(given, days[0] ?? 0);
        expect(days.map((one) => countedDay(later, one - (days[0] ?? 0)))).toEqual(dates);
      }),
    );
  });

  test('a free day is never hit, and holidays taken away bring the first dates back', () => {
    fc.assert(
      fc.property(calendars, offsets, (given, days) => {
        const hit = days.map((one) => countedDay(given, one));
        for (const date of hit)
          expect(given.holidays.some(({ from, to }) => from <= date && date <= to)).toBe(false);
        const plain = { ...given, holidays: [] };
        const before = days.map((one) => countedDay(plain, one));
        expect(hit.every((date, at) => date >= (before[at] ?? ''))).toBe(true);
        expect(days.map((one) => countedDay({ ...given, holidays: [] }, one))).toEqual(before);
      }),
    );
  });

  test('a move keeps the gaps after it, and moved back all is as before', () => {
    fc.assert(
      fc.property(offsets, fc.nat(7), fc.integer({ min: 0, max: 60 }), (days, index, more) => {
        const at = index % days.length;
        const moved = moveStep(days, at, (days[at] ?? 0) + more);
        expect(moved).toEqual(moved.toSorted((a, b) => a - b));
        expect(moveStep(moved, at, days[at] ?? 0)).toEqual(days);
      }),
    );
  });

  test('a moment counted from a day, and made of it again, is the same time on the clock', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const relative = relativeMoment(at, '2025-06-01', zone);
        const again = momentOf(everyDay('2025-06-01'), relative, zone);
        expect(relativeMoment(again, '2025-06-01', zone)).toEqual(relative);
        // Autumn's second hour is the first one then.
        expect(Math.abs(again.getTime() - at.getTime())).toBeLessThanOrEqual(3_600_999);
      }),
    );
  });
});
