import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  accommodations,
  BERLIN,
  buildAccommodation,
  buildExtension,
  buildSchedule,
  extensions,
  schedules,
} from '../../../test/factories/timelines.ts';
import { type TimelineChanges, timelineOf, UNCHANGED } from './timeline.ts';

const shown = (timeline: Map<string, Date>, zone = BERLIN): string[] =>
  [...timeline].map(
    ([key, at]) =>
      `${key} ${at.toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })}`,
  );

describe('a member’s timeline', () => {
  test.each<[string, Partial<TimelineChanges>, string[]]>([
    [
      'is the schedule when nothing changes it',
      {},
      ['due 2026-06-10 23:00', 'handIn 2026-06-12 23:00', 'review 2026-06-20 23:00'],
    ],
    [
      'moves later steps along with the one that is extended',
      { extensions: [buildExtension({ due: '2026-06-11T23:00+02:00' })] },
      ['due 2026-06-11 23:00', 'handIn 2026-06-13 23:00', 'review 2026-06-21 23:00'],
    ],
    [
      'leaves earlier steps alone',
      { extensions: [buildExtension({ review: '2026-06-24T12:00+02:00' })] },
      ['due 2026-06-10 23:00', 'handIn 2026-06-12 23:00', 'review 2026-06-24 12:00'],
    ],
    [
      'takes the later of what two extensions say',
      {
        extensions: [
          buildExtension({ handIn: '2026-06-14T23:00+02:00' }),
          buildExtension({ handIn: '2026-06-13T23:00+02:00', review: '2026-06-21T23:00+02:00' }),
        ],
      },
      ['due 2026-06-10 23:00', 'handIn 2026-06-14 23:00', 'review 2026-06-22 23:00'],
    ],
    [
      'ignores an extension that ends before the normal date, as after a change of the schedule',
      { extensions: [buildExtension({ handIn: '2026-06-01T23:00+02:00' })] },
      ['due 2026-06-10 23:00', 'handIn 2026-06-12 23:00', 'review 2026-06-20 23:00'],
    ],
    [
      'gives each step two days more, which add up',
      { accommodation: buildAccommodation(0, 2) },
      ['due 2026-06-12 23:00', 'handIn 2026-06-16 23:00', 'review 2026-06-26 23:00'],
    ],
    [
      'makes each step half as long again',
      { accommodation: buildAccommodation(50, 0) },
      // 9 days 23 hours, 2 days, 8 days: half of each is added.
      ['due 2026-06-15 22:30', 'handIn 2026-06-18 22:30', 'review 2026-06-30 22:30'],
    ],
    [
      'counts an extension as what it says when the accommodation gives less',
      {
        extensions: [buildExtension({ due: '2026-06-20T12:00+02:00' })],
        accommodation: buildAccommodation(0, 1),
      },
      ['due 2026-06-20 12:00', 'handIn 2026-06-23 12:00', 'review 2026-07-02 12:00'],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(shown(timelineOf(buildSchedule(), { ...UNCHANGED, ...changes }))).toEqual(expected);
  });

  test('keeps what was said for a step that the activity has no more: it is about the next one', () => {
    const [, ...steps] = buildSchedule().steps;
    const without = { ...buildSchedule(), steps: [{ key: 'due', endsAt: null }, ...steps] };
    const changes = { ...UNCHANGED, extensions: [buildExtension({ due: '2026-06-14T23:00+02:00' })] };
    expect(shown(timelineOf(without, changes))).toEqual([
      'handIn 2026-06-14 23:00',
      'review 2026-06-22 23:00',
    ]);
  });

  test.each<[string, string, string, Partial<TimelineChanges>, string[]]>([
    // In Berlin the clock goes from 2:00 to 3:00 on 29 March 2026, and back from 3:00 to 2:00 on 25 October.
    [
      'two days across the beginning of summer time end at the same time of day',
      '2026-03-28T18:00+01:00',
      BERLIN,
      { accommodation: buildAccommodation(0, 2) },
      ['handIn 2026-03-30 18:00'],
    ],
    [
      'a day that would end in the hour that spring skips ends that much after it',
      '2026-03-28T02:30+01:00',
      BERLIN,
      { accommodation: buildAccommodation(0, 1) },
      ['handIn 2026-03-29 03:30'],
    ],
    [
      'two days across the end of summer time end at the same time of day',
      '2026-10-24T18:00+02:00',
      BERLIN,
      { accommodation: buildAccommodation(0, 2) },
      ['handIn 2026-10-26 18:00'],
    ],
    [
      'half an hour’s offset is a zone like any other',
      '2026-03-28T18:00+05:30',
      'Asia/Kolkata',
      { accommodation: buildAccommodation(0, 2, 'Asia/Kolkata') },
      ['handIn 2026-03-30 18:00'],
    ],
    [
      'a clock that leaps by half an hour does not shorten the days',
      '2026-04-04T18:00+11:00',
      'Australia/Lord_Howe',
      { accommodation: buildAccommodation(0, 2, 'Australia/Lord_Howe') },
      ['handIn 2026-04-06 18:00'],
    ],
  ])('daylight saving: %s', (_rule, end, zone, changes, expected) => {
    const endsAt = new Date(end);
    const one = { startsAt: new Date(endsAt.getTime() - 7 * 86_400_000), steps: [{ key: 'handIn', endsAt }] };
    expect(shown(timelineOf(one, { ...UNCHANGED, ...changes }), zone)).toEqual(expected);
  });

  test('a later step keeps its time of day when the clocks change between the old date and the new one', () => {
    const steps = [
      { key: 'handIn', endsAt: new Date('2026-10-20T18:00+02:00') },
      { key: 'review', endsAt: new Date('2026-10-24T18:00+02:00') },
    ];
    const changes = { ...UNCHANGED, extensions: [buildExtension({ handIn: '2026-10-22T18:00+02:00' })] };
    const timeline = timelineOf({ startsAt: new Date('2026-10-01T00:00Z'), steps }, changes);
    // Two days as hours would be 17:00.
    expect(shown(timeline)).toEqual(['handIn 2026-10-22 18:00', 'review 2026-10-26 18:00']);
  });
});

describe('for any set of extensions and accommodations', () => {
  test('steps stay in order, and none ends earlier or is shorter than by the schedule', () => {
    fc.assert(
      fc.property(schedules, extensions, accommodations, (plan, extended, accommodation) => {
        const timeline = timelineOf(plan, { extensions: extended, accommodation });
        let [before, own] = [plan.startsAt.getTime(), plan.startsAt.getTime()];
        for (const { key, endsAt } of plan.steps) {
          const normal = endsAt?.getTime() ?? 0;
          const end = timeline.get(key)?.getTime() ?? 0;
          expect(end).toBeGreaterThanOrEqual(normal);
          expect(end - own).toBeGreaterThanOrEqual(normal - before);
          [before, own] = [normal, end];
        }
      }),
    );
  });

  test('the order in which extensions were given does not matter, and removing all restores the schedule', () => {
    fc.assert(
      fc.property(schedules, extensions, accommodations, (plan, extended, accommodation) => {
        const timeline = timelineOf(plan, { extensions: extended, accommodation });
        expect(timelineOf(plan, { extensions: extended.toReversed(), accommodation })).toEqual(timeline);
        const normal = new Map(plan.steps.map(({ key, endsAt }) => [key, endsAt]));
        expect(timelineOf(plan, UNCHANGED)).toEqual(normal);
      }),
    );
  });
});
