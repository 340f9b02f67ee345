import { describe, expect, test } from '@jest/globals';
import type { Repeat } from '../../contracts/questionnaire-items.ts';
import { roundAt, roundsOf, turnOf } from './rounds.domain.ts';

const weekly = (times: number, openDays = 3, zone = 'Europe/Berlin'): Repeat => ({
  kind: 'weekly',
  times,
  openDays,
  zone,
});
const spaced = (openDays = 7, zone = 'Europe/Berlin'): Repeat => ({ kind: 'spaced', openDays, zone });

/** Rounds as `opens/closes`, without seconds. */
const spans = (opensAt: string | null, closesAt: string | null, repeat?: Repeat): string[] =>
  roundsOf({ opensAt, closesAt, repeat }).map(
    (one) =>
      `${one.opensAt?.toISOString().slice(0, 16) ?? 'always'}/${one.closesAt?.toISOString().slice(0, 16) ?? 'never'}`,
  );

describe('rounds', () => {
  test.each<[string, string | null, string | null, Repeat | undefined, string[]]>([
    ['one without dates', null, null, undefined, ['always/never']],
    [
      'one with dates',
      '2027-01-01T08:00Z',
      '2027-01-05T08:00Z',
      undefined,
      ['2027-01-01T08:00/2027-01-05T08:00'],
    ],
    [
      'each week at the same time',
      '2027-01-04T08:00Z',
      null,
      weekly(3),
      [
        '2027-01-04T08:00/2027-01-07T08:00',
        '2027-01-11T08:00/2027-01-14T08:00',
        '2027-01-18T08:00/2027-01-21T08:00',
      ],
    ],
    [
      'the clocks go forward on 28 March: 9 o’clock in Berlin stays 9 o’clock',
      '2027-03-22T08:00Z',
      null,
      weekly(2),
      ['2027-03-22T08:00/2027-03-25T08:00', '2027-03-29T07:00/2027-04-01T07:00'],
    ],
    [
      'also within a round',
      '2027-03-26T08:00Z',
      null,
      weekly(2),
      ['2027-03-26T08:00/2027-03-29T07:00', '2027-04-02T07:00/2027-04-05T07:00'],
    ],
    [
      'the clocks go back on 31 October',
      '2027-10-25T07:00Z',
      null,
      weekly(2),
      ['2027-10-25T07:00/2027-10-28T07:00', '2027-11-01T08:00/2027-11-04T08:00'],
    ],
    [
      'half past two is skipped on 28 March: that much after the leap',
      '2027-03-21T01:30Z',
      null,
      weekly(2, 1),
      ['2027-03-21T01:30/2027-03-22T01:30', '2027-03-28T01:30/2027-03-29T00:30'],
    ],
    [
      'half past two comes twice on 31 October: the first time',
      '2027-10-24T00:30Z',
      null,
      weekly(2, 1),
      ['2027-10-24T00:30/2027-10-25T00:30', '2027-10-31T00:30/2027-11-01T01:30'],
    ],
    [
      'where the clocks stay, nothing moves',
      '2027-03-22T08:00Z',
      null,
      weekly(2, 3, 'UTC'),
      ['2027-03-22T08:00/2027-03-25T08:00', '2027-03-29T08:00/2027-04-01T08:00'],
    ],
    [
      'a round ends when the next one opens',
      '2027-01-04T08:00Z',
      null,
      weekly(2, 10),
      ['2027-01-04T08:00/2027-01-11T08:00', '2027-01-11T08:00/2027-01-21T08:00'],
    ],
    [
      'a round ends when all of it closes, and none opens after that',
      '2027-01-04T08:00Z',
      '2027-01-12T08:00Z',
      weekly(3),
      ['2027-01-04T08:00/2027-01-07T08:00', '2027-01-11T08:00/2027-01-12T08:00'],
    ],
    [
      'after 30, 90 and 180 days, over both changes of the clocks',
      '2027-03-01T08:00Z',
      null,
      spaced(),
      [
        '2027-03-01T08:00/2027-03-08T08:00',
        '2027-03-31T07:00/2027-04-07T07:00',
        '2027-05-30T07:00/2027-06-06T07:00',
        '2027-08-28T07:00/2027-09-04T07:00',
      ],
    ],
  ])('%s', (_rule, opensAt, closesAt, repeat, expected) =>
    expect(spans(opensAt, closesAt, repeat)).toEqual(expected),
  );

  test.each<[string, string, number | null, number | null]>([
    ['before the first', '2027-01-03T00:00Z', null, 1],
    ['as the first opens', '2027-01-04T08:00Z', 1, 2],
    ['between two', '2027-01-09T08:00Z', 1, 2],
    ['in the second', '2027-01-12T08:00Z', 2, 3],
    ['after the last', '2027-02-01T08:00Z', 3, null],
  ])('%s', (_rule, now, current, next) => {
    const rounds = roundsOf({ opensAt: '2027-01-04T08:00Z', closesAt: null, repeat: weekly(3) });
    const found = roundAt(rounds, new Date(now));
    expect([found.current?.round ?? null, found.next?.round ?? null]).toEqual([current, next]);
  });
});

test('each attempt of each round is a turn of its own', () => {
  const rhythm = { openDays: 2, zone: 'Europe/Berlin' };
  for (const repeat of [
    undefined,
    { kind: 'spaced', ...rhythm },
    { kind: 'weekly', times: 3, ...rhythm },
  ] as const) {
    const rounds = repeat === undefined ? 1 : repeat.kind === 'weekly' ? 3 : 4;
    const turns = Array.from({ length: rounds }, (_, round) =>
      [1, 2, 3].map((attempt) => turnOf({ repeat }, round + 1, attempt)),
    ).flat();
    expect(turns.toSorted((a, b) => a - b)).toEqual(turns.map((_, index) => index));
  }
});
