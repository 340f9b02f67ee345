import { describe, expect, test } from '@jest/globals';
import { buildEntry, buildSlot } from '../../../../test/factories/gradebook.ts';
import type { Attempt, GradeSlot } from './grade-slot.domain.ts';
import {
  afterAnswer,
  type Answer,
  afterNoColumn,
  afterNotNewer,
  beforeSending,
  type Reading,
  tooEarly,
} from './send-score.domain.ts';

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
  result: { score, maximum, comment: null },
});

describe('after the LMS’s answer', () => {
  const refused = (cause: Extract<Answer, { type: 'refused' }>['cause']) => ({
    type: 'refused' as const,
    cause,
    status: 422,
    words: 'no',
  });
  const stuck = (code: string) => ({ type: 'stuck', attempt: null, problem: { code, words: '422 no' } });
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
      { dueAt: inSeconds(60) },
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
      'the twentieth try in a row comes into the queue and goes on hourly',
      slot({ tries: 19 }),
      busy(500),
      {
        dueAt: inSeconds(3600),
        tries: 20,
        problem: { code: 'SCORE_UNREACHABLE', words: '500 busy', since: now },
      },
    ],
    [
      'a refusal waits for staff with the LMS’s words',
      slot(),
      refused('other'),
      { type: 'stuck', problem: { code: 'SCORE_REFUSED', words: '422 no', since: now } },
    ],
    [
      'the same problem keeps the moment since which it waits',
      slot({ problem: { code: 'SCORE_REFUSED', words: '', since: inSeconds(-60) } }),
      refused('other'),
      { problem: { since: inSeconds(-60) } },
    ],
    ['a person who is no learner there waits', slot(), refused('notAMember'), stuck('MEMBER_NOT_IN_COURSE')],
    ['a course that is over waits', slot(), refused('courseConcluded'), stuck('COURSE_CONCLUDED')],
    ['no attempt left waits', slot(), refused('attemptsExhausted'), stuck('ATTEMPTS_EXHAUSTED')],
    [
      'an unpublished assignment is asked again in ten minutes, and says why it waits',
      slot({ tries: 3 }),
      refused('unpublished'),
      { type: 'later', dueAt: inSeconds(600), tries: 0, problem: { code: 'ASSIGNMENT_UNPUBLISHED' } },
    ],
    [
      'a tool that may not send is asked again in an hour',
      slot(),
      refused('notAllowed'),
      { type: 'later', dueAt: inSeconds(3600), problem: { code: 'LMS_NOT_ALLOWED' } },
    ],
    [
      'a column that is gone is looked for at once',
      slot(),
      refused('columnGone'),
      { type: 'later', dueAt: inSeconds(2), problem: { code: 'NO_GRADEBOOK_COLUMN', words: '422 no' } },
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

describe('before sending, by what the LMS holds', () => {
  const unreadable = { type: 'unreadable' as const, words: '502' };
  const forbidden = { type: 'forbidden' as const };
  const nothing = { type: 'read' as const, result: null };
  const none = { ...newest, n: 3, value: null };
  const withdrawn = slot({ entries: [entry(1, 40), newest, none], want: { n: 3, timestamp: now } });
  const overwriting = slot({ want: { n: 2, timestamp: now, overwrites: true } });
  const changed = { type: 'stuck', problem: { code: 'SCORE_CHANGED_IN_LMS', words: '55 / 100' } };
  const kept = (words: string) => ({ type: 'stuck', problem: { code: 'GRADE_NOT_TAKEN_BACK', words } });

  type Row = [
    rule: string,
    given: GradeSlot,
    unknown: Attempt | null,
    reading: Reading,
    clearsScores: boolean,
    expected: object | null,
  ];
  test.each<Row>([
    ['nothing there: send', slot(), null, nothing, true, null],
    ['our value is there: sent', slot(), attempt, read(66.67), true, { type: 'sent' }],
    ['an older value of ours: send', slot(), attempt, read(40), true, null],
    [
      'a column without a maximum is read in our points',
      slot(),
      attempt,
      read(66.67, null),
      true,
      { type: 'sent' },
    ],
    [
      'half a digit apart is another’s value: staff decide',
      slot(),
      null,
      read(66.68),
      true,
      { type: 'stuck' },
    ],
    ['a value that is none of ours: staff decide', slot(), null, read(55), true, changed],
    ['after an unknown sending too', slot(), attempt, read(55), true, changed],
    ['staff have decided: send', overwriting, null, read(55), true, null],
    ['it cannot be read: wait', slot(), null, unreadable, true, { type: 'later', tries: 1, attempt: null }],
    [
      'nor after three tries: send, the time of the score protects',
      slot({ tries: 3 }),
      null,
      unreadable,
      true,
      null,
    ],
    [
      'an unknown sending that cannot be read: wait',
      slot(),
      attempt,
      unreadable,
      true,
      { type: 'later', attempt: { readFailures: 1 } },
    ],
    [
      'nor nine times: it may be there, and a repeated comment shows',
      slot(),
      { ...attempt, readFailures: 9 },
      unreadable,
      true,
      { type: 'later', attempt: { readFailures: 10 } },
    ],
    ['nor ten times: send', slot(), { ...attempt, readFailures: 10 }, unreadable, true, null],
    ['it may not be read at all: send', slot(), null, forbidden, true, null],
    ['no grade, and none there: nothing to send', withdrawn, null, nothing, true, { type: 'sent' }],
    ['no grade, ours is there: clear it', withdrawn, null, read(66.67), true, null],
    ['no grade, but this LMS keeps what it has', withdrawn, null, read(66.67), false, kept('66.67 / 100')],
    ['no grade, and a value that is none of ours', withdrawn, null, read(55), false, changed],
    ['no grade, an LMS that keeps grades and shows none', withdrawn, null, forbidden, false, kept('')],
  ])('%s', (_rule, given, unknown, reading, clearsScores, expected) => {
    const newestEntry = given.entries.at(-1) ?? newest;
    const outcome = beforeSending(given, newestEntry, unknown, reading, clearsScores, chance);
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });
});

test('a score whose time has not come waits for it, and that counts as no try', () => {
  expect(tooEarly(slot({ tries: 3 }), null, inSeconds(1), now)).toMatchObject({
    dueAt: inSeconds(1),
    tries: 3,
  });
  expect(tooEarly(slot(), null, now, now)).toBeNull();
});

test('a column is looked for again and again in its first minute, then every ten', () => {
  expect(afterNoColumn(slot(), null, '', now)).toMatchObject({ dueAt: inSeconds(2) });
  const since = inSeconds(-61);
  const waiting = slot({ problem: { code: 'NO_GRADEBOOK_COLUMN', words: '', since } });
  expect(afterNoColumn(waiting, null, '', now)).toMatchObject({ dueAt: inSeconds(600), problem: { since } });
});
