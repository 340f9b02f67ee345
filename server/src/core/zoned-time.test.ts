import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isZone, momentsOf, wallTimeOf } from './zoned-time.ts';

const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute };
};

describe('the moments of a wall time', () => {
  test.each([
    ['in winter', '2026-12-01T07:00', 'Europe/Berlin', ['2026-12-01T06:00:00.000Z']],
    ['in summer', '2026-07-01T07:00', 'Europe/Berlin', ['2026-07-01T05:00:00.000Z']],
    ['skipped in spring: after the leap', '2026-03-29T02:30', 'Europe/Berlin', ['2026-03-29T01:30:00.000Z']],
    [
      'repeated in autumn: both',
      '2026-10-25T02:30',
      'Europe/Berlin',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    [
      'half an hour of daylight saving',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
    ],
    ['skipped at midnight', '2026-09-06T00:15', 'America/Santiago', ['2026-09-06T04:15:00.000Z']],
    ['half an hour skipped', '2026-10-04T02:10', 'Australia/Lord_Howe', ['2026-10-03T15:40:00.000Z']],
    ['a whole day skipped', '2011-12-30T12:00', 'Pacific/Apia', ['2011-12-30T22:00:00.000Z']],
    ['a zone of quarters of an hour', '2026-01-01T00:00', 'Asia/Kathmandu', ['2025-12-31T18:15:00.000Z']],
    ['a day beyond the month is carried over', '2026-02-29T00:00', 'UTC', ['2026-03-01T00:00:00.000Z']],
  ])('%s', (_case, text, zone, moments) => {
    expect(momentsOf(wall(text), zone).map((at) => at.toISOString())).toEqual(moments);
  });

  test('any minute of any zone is one of the moments of what its clock shows', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const minutes = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = new Date(minute * 60_000);
        const shown = wallTimeOf(at, zone);
        expect(momentsOf(shown, zone)).toContainEqual(at);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+02:00', false],
  ['99', false],
  ['', false],
])('%s is a zone: %s', (zone, is) => expect(isZone(zone)).toBe(is));
