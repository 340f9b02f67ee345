import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wallTimeOf } from '../../core/zoned-time.ts';
import { mailAt, type MailHabits } from './mail-time.domain.ts';

const BERLIN = 'Europe/Berlin';
const NIGHT = { from: '22:00', to: '07:00' };
const NOON_REST = { from: '12:00', to: '14:00' };

const habits = (overrides: Partial<MailHabits>): MailHabits => ({
  frequency: 'atOnce',
  quietHours: null,
  zone: BERLIN,
  ...overrides,
});
const at = (iso: string): Date => new Date(`${iso}Z`);

/** Moments are in UTC; Berlin is one hour ahead in winter and two in summer. */
describe('when mail may be sent', () => {
  test.each<[string, Partial<MailHabits>, string, string, string | null]>([
    ['off is never', { frequency: 'off' }, '2026-12-01T10:00', '2026-12-01T10:00', null],
    ['at once is now', {}, '2026-12-01T10:00', '2026-12-01T10:00', '2026-12-01T10:00'],
    [
      'in the evening before quiet hours it is now',
      { quietHours: NIGHT },
      '2026-12-01T20:59',
      '2026-12-01T20:59',
      '2026-12-01T20:59',
    ],
    [
      'quiet hours begin on the minute, and end the next morning',
      { quietHours: NIGHT },
      '2026-12-01T21:00',
      '2026-12-01T21:00',
      '2026-12-02T06:00',
    ],
    [
      'after midnight they end the same morning',
      { quietHours: NIGHT },
      '2026-12-02T01:00',
      '2026-12-02T01:00',
      '2026-12-02T06:00',
    ],
    [
      'they are over on the minute',
      { quietHours: NIGHT },
      '2026-12-02T06:00',
      '2026-12-02T06:00',
      '2026-12-02T06:00',
    ],
    [
      'they may lie within a day',
      { quietHours: NOON_REST },
      '2026-12-01T11:30',
      '2026-12-01T11:30',
      '2026-12-01T13:00',
    ],
    [
      'the night that spring shortens ends at seven of summer time',
      { quietHours: NIGHT },
      '2026-03-28T23:00',
      '2026-03-28T23:00',
      '2026-03-29T05:00',
    ],
    [
      'the night that autumn lengthens ends at seven of winter time',
      { quietHours: NIGHT },
      '2026-10-24T22:00',
      '2026-10-24T22:00',
      '2026-10-25T06:00',
    ],
    [
      'quiet hours that end in the hour that spring skips end after the leap',
      { quietHours: { from: '22:00', to: '02:30' } },
      '2026-03-28T23:00',
      '2026-03-28T23:00',
      '2026-03-29T01:30',
    ],
    [
      'quiet hours that end in the repeated hour are quiet again until its second end',
      { quietHours: { from: '22:00', to: '02:30' } },
      '2026-10-25T01:10',
      '2026-10-25T01:10',
      '2026-10-25T01:30',
    ],
    [
      'quiet hours go by the own zone',
      { quietHours: NIGHT, zone: 'America/New_York' },
      '2026-12-01T10:00',
      '2026-12-01T10:00',
      '2026-12-01T12:00',
    ],
    [
      'daily mail comes the next morning at seven',
      { frequency: 'daily' },
      '2026-12-01T10:00',
      '2026-12-01T10:00',
      '2026-12-02T06:00',
    ],
    [
      'daily mail is due when a morning has passed since the oldest notice',
      { frequency: 'daily' },
      '2026-12-01T10:00',
      '2026-12-02T06:00',
      '2026-12-02T06:00',
    ],
    [
      'daily mail of before seven comes the same morning',
      { frequency: 'daily' },
      '2026-12-01T05:00',
      '2026-12-01T05:00',
      '2026-12-01T06:00',
    ],
    [
      'daily mail waits for the end of quiet hours',
      { frequency: 'daily', quietHours: { from: '22:00', to: '09:30' } },
      '2026-12-01T10:00',
      '2026-12-01T10:00',
      '2026-12-02T08:30',
    ],
    [
      'daily mail across the change to summer time',
      { frequency: 'daily' },
      '2026-03-28T12:00',
      '2026-03-28T12:00',
      '2026-03-29T05:00',
    ],
  ])('%s', (_rule, overrides, since, now, expected) => {
    expect(mailAt(habits(overrides), at(since), at(now))).toEqual(expected && at(expected));
  });

  test('it is never in the past and never in quiet hours, in any zone', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        clock,
        clock,
        fc.constantFrom('atOnce' as const, 'daily' as const),
        minute,
        fc.integer({ min: 0, max: 3000 }),
        (zone, from, to, frequency, since, later) => {
          fc.pre(from !== to);
          const now = new Date((since + later) * 60_000);
          const found = mailAt({ frequency, quietHours: { from, to }, zone }, new Date(since * 60_000), now);
          if (!found) throw new Error('mail is never sent');
          expect(found.getTime()).toBeGreaterThanOrEqual(now.getTime());
          const wall = wallTimeOf(found, zone);
          const shown = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
          const quiet = from < to ? shown >= from && shown < to : shown >= from || shown < to;
          // A clock that leaps may land within the quiet hours that it leapt into.
          const leapt =
            wallTimeOf(new Date(found.getTime() - 3 * 3_600_000), zone).hour !== (wall.hour + 21) % 24;
          expect(quiet && !leapt).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
