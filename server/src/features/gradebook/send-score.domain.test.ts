import { describe, expect, test } from '@jest/globals';
import { buildEntry, buildSlot } from '../../../../test/factories/gradebook.ts';
import type { Attempt, GradeSlot } from './grade-slot.domain.ts';
import { afterAnswer, afterNotNewer, afterReadBack, tooEarly } from './send-score.domain.ts';

const now = new Date('2026-03-01T12:00:00Z');
const chance = { now, random: 0 };
const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

const entry = (n: number, value: number) => buildEntry({ n, runId: `run${n}`, value });
const newest = entry(2, 66.67);
const slot = (overrides: Partial<GradeSlot> = {}): GradeSlot =>
  buildSlot({ entries: [entry(1, 40), newest], want: { n: 2, timestamp: now }, ...overrides });
const attempt: Attempt = { n: 2, timestamp: now, startedAt: now, readFailures: 0 };
const read = (score: number | null, maximum: number | null = 100) => ({
  type: 'read' as const,
  result: { score, maximum },
});

describe('after the LMS’s answer', () => {
  const busy = (status: number, retryAfterSeconds: number | null = null) => ({
    type: 'busy' as const,
    status,
    words: 'busy',
    retryAfterSeconds,
  });
  test.each([
    ['stored is sent', slot(), { type: 'stored' as const }, { type: 'sent' }],
    [
      'throttled waits, and is known not to be stored',
      slot(),
      busy(429),
      { type: 'later', dueAt: inSeconds(2), attempt: null, tries: 1, problem: null },
    ],
    [
      'a pause asked for is kept when it is longer than ours',
      slot(),
      busy(429, 90),
      { dueAt: inSeconds(90) },
    ],
    [
      'a short pause asked for does not shorten ours',
      slot({ tries: 5 }),
      busy(429, 1),
      { dueAt: inSeconds(64) },
    ],
    ['a pause of years is taken for a mistake', slot(), busy(429, 1e9), { dueAt: inSeconds(24 * 3600) }],
    ['a server error may have been stored', slot(), busy(503), { type: 'later', attempt }],
    [
      'a broken connection may have been stored',
      slot(),
      { type: 'unknown' as const, words: 'reset' },
      { attempt },
    ],
    [
      'the twelfth try in a row comes into the queue and goes on hourly',
      slot({ tries: 11 }),
      busy(500),
      {
        dueAt: inSeconds(3600),
        tries: 12,
        problem: { code: 'SCORE_UNREACHABLE', words: '500 busy', since: now },
      },
    ],
    [
      'a refusal waits for staff with the LMS’s words',
      slot(),
      { type: 'refused' as const, status: 422, words: 'concluded' },
      { type: 'stuck', problem: { code: 'SCORE_REFUSED', words: '422 concluded', since: now } },
    ],
    [
      'the same problem keeps the moment since which it waits',
      slot({ problem: { code: 'SCORE_REFUSED', words: '', since: inSeconds(-60) } }),
      { type: 'refused' as const, status: 422, words: 'concluded' },
      { problem: { since: inSeconds(-60) } },
    ],
  ])('%s', (_rule, given, answer, expected) => {
    expect(afterAnswer(given, attempt, answer, chance)).toMatchObject(expected);
  });
});

describe('after "not newer"', () => {
  test.each([
    ['our value is sent', read(66.67), { type: 'sent' }],
    ['our value, rescaled and rounded by the LMS, is sent', read(6.667, 10), { type: 'sent' }],
    [
      'an older value of ours is gone over with a later time, when that has come',
      read(40),
      { type: 'later', dueAt: inSeconds(2), timestamp: inSeconds(2), attempt: null },
    ],
    ['no value at all likewise', read(null), { type: 'later', timestamp: inSeconds(2) }],
    [
      'a value that never came from here is left, and staff decide',
      read(55),
      { type: 'stuck', problem: { code: 'SCORE_CHANGED_IN_LMS', words: '55 / 100' } },
    ],
    [
      'an unreadable result leaves the outcome open',
      { type: 'unreadable' as const, words: '502' },
      { type: 'later', attempt: { ...attempt, readFailures: 1 } },
    ],
  ])('%s', (_rule, reading, expected) => {
    expect(afterNotNewer(slot(), newest, attempt, reading, chance)).toMatchObject(expected);
  });
});

describe('after an unknown outcome', () => {
  const unreadable = { type: 'unreadable' as const, words: '502' };
  test.each([
    ['our value is there: sent', attempt, read(66.67), { type: 'sent' }],
    ['another value is there: send', attempt, read(40), null],
    ['a column without a maximum is read in our points', attempt, read(66.67, null), { type: 'sent' }],
    ['half a digit apart is another value: send', attempt, read(66.68), null],
    ['nothing can be read: wait', attempt, unreadable, { type: 'later', tries: 1 }],
    ['nothing could be read three times: send', { ...attempt, readFailures: 3 }, unreadable, null],
  ])('%s', (_rule, given, reading, expected) => {
    const outcome = afterReadBack(slot(), newest, given, reading, chance);
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });
});

test('a score whose time has not come waits for it, and that counts as no try', () => {
  const want = { n: 2, timestamp: inSeconds(1) };
  expect(tooEarly(slot({ want, tries: 3 }), now)).toMatchObject({ dueAt: inSeconds(1), tries: 3 });
  expect(tooEarly(slot(), now)).toBeNull();
});
