import { describe, expect, test } from '@jest/globals';
import {
  type LmsRead,
  nextReadAt,
  readsDifferences,
  type ReadTrouble,
  stateOf,
  troubleAfter,
  waitsForStaff,
} from './lms-read.domain.ts';

const now = new Date('2027-03-01T12:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

const buildRead = (overrides: Partial<LmsRead> = {}): LmsRead => ({
  courseId: 'course',
  kind: 'roster',
  run: null,
  requestedAt: null,
  readAt: minutes(-60),
  fullAt: minutes(-60),
  people: 0,
  learners: 0,
  differencesUrl: null,
  trouble: null,
  wantedUntil: minutes(1000),
  ...overrides,
});

const buildTrouble = (overrides: Partial<ReadTrouble> = {}): ReadTrouble => ({
  reason: 'REFUSED',
  words: '',
  since: now,
  tries: 1,
  ...overrides,
});

const run = (startedAt: Date) => ({ id: 'run', startedAt });

describe('what staff see', () => {
  test.each<[string, LmsRead | null, boolean, string]>([
    ['an LMS without a roster', null, false, 'unavailable'],
    ['never read', null, true, 'waiting'],
    ['read', buildRead(), true, 'read'],
    ['a run at work', buildRead({ run: run(minutes(-1)) }), true, 'reading'],
    ['a run that crashed long ago', buildRead({ run: run(minutes(-11)) }), true, 'read'],
    ['asked for, not begun', buildRead({ requestedAt: now }), true, 'reading'],
    ['failed', buildRead({ trouble: buildTrouble() }), true, 'failed'],
    ['tried again after a failure', buildRead({ trouble: buildTrouble(), run: run(now) }), true, 'reading'],
    ['begun once and never whole', buildRead({ readAt: null }), true, 'waiting'],
  ])('%s', (_case, read, available, expected) => expect(stateOf(read, available, now)).toBe(expected));
});

describe('when it is read again by itself', () => {
  const waitOf = (...rest: Parameters<typeof nextReadAt>): number | null =>
    (nextReadAt(...rest)?.getTime() ?? NaN) - now.getTime();
  const MINUTE = 60_000;

  test.each<[string, ReadTrouble | null, number | null, number, number]>([
    ['after a good reading in three quarters of an hour at the soonest', null, null, 0, 45 * MINUTE],
    ['after a good reading in an hour and a quarter at the latest', null, null, 0.9999999, 75 * MINUTE],
    ['after a refusal as usual: it will not pass in seconds', buildTrouble(), null, 0.5, 60 * MINUTE],
    ['after a first fault of the LMS within seconds', buildTrouble({ reason: 'UNREACHABLE' }), null, 0, 2000],
    [
      'after many faults in a quarter of an hour',
      buildTrouble({ reason: 'UNREACHABLE', tries: 50 }),
      null,
      0,
      15 * MINUTE,
    ],
    ['not before the LMS says', buildTrouble({ reason: 'UNREACHABLE' }), 7200, 0, 120 * MINUTE],
  ])('%s', (_rule, trouble, retryAfter, random, expected) =>
    expect(waitOf(buildRead(), trouble, retryAfter, now, random)).toBeCloseTo(expected, -2),
  );

  test('not at all when no staff have opened the course for a month', () =>
    expect(nextReadAt({ wantedUntil: now }, null, null, now, 0)).toBeNull());
});

test.each<[string, Partial<LmsRead>, boolean]>([
  ['none offered', {}, false],
  ['offered', { differencesUrl: 'https://lms.example/d' }, true],
  [
    'everything was last read a day ago',
    { differencesUrl: 'https://lms.example/d', fullAt: minutes(-1440) },
    false,
  ],
  ['staff asked for everything', { differencesUrl: 'https://lms.example/d', fullAt: null }, false],
])('only differences are read: %s', (_case, read, expected) =>
  expect(readsDifferences(buildRead(read), now)).toBe(expected),
);

test.each<[string, ReadTrouble | null, boolean]>([
  ['nothing', null, false],
  ['a refusal', buildTrouble(), true],
  ['a fault of the LMS that may pass', buildTrouble({ reason: 'UNREACHABLE', tries: 2 }), false],
  ['a fault that does not pass', buildTrouble({ reason: 'UNREACHABLE', tries: 3 }), true],
])('staff are told of %s: %p', (_case, trouble, expected) => expect(waitsForStaff(trouble)).toBe(expected));

test('a trouble keeps the time at which it began until another one takes its place', () => {
  const first = troubleAfter(null, 'UNREACHABLE', 'a', minutes(0));
  const second = troubleAfter(first, 'UNREACHABLE', 'b', minutes(5));
  expect(second).toEqual({ reason: 'UNREACHABLE', words: 'b', since: minutes(0), tries: 2 });
  expect(troubleAfter(second, 'REFUSED', 'c', minutes(9))).toMatchObject({ since: minutes(9), tries: 1 });
});
