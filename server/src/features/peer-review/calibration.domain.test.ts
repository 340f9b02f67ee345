import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildPeerReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { attemptsClosed, type AttemptResult, isReady, standingOf } from './calibration.domain.ts';
import { decideOwnReview } from './own-review.domain.ts';
import { compareRatings } from './rating-shares.domain.ts';

const { criteria } = buildSettings();
const rated = (argument: number, style?: number) => [
  { criterionId: 'argument', points: argument },
  ...(style === undefined ? [] : [{ criterionId: 'style', points: style }]),
];

describe('agreement', () => {
  test.each([
    ['the same scores agree wholly', rated(6, 4), rated(6, 4), 100],
    ['opposite ends agree not at all', rated(6, 4), rated(0, 0), 0],
    ['half of one scale off is a quarter over two criteria', rated(3, 4), rated(6, 4), 75],
    ['points say nothing about how a criterion counts', rated(6, 0), rated(6, 4), 50],
    ['what only one has judged is left out', rated(3), rated(3, 4), 100],
    [
      'what was scored by an older rubric is left out',
      rated(6, 4),
      [{ criterionId: 'gone', points: 1 }],
      null,
    ],
  ])('%s', (_rule, own, staff, expected) => {
    expect(compareRatings(criteria, own, staff).agreement).toBe(expected);
  });

  const points = fc.tuple(
    fc.double({ min: 0, max: 6, noNaN: true }),
    fc.double({ min: 0, max: 4, noNaN: true }),
  );
  test('is the same from both sides, between 0 and 100, and whole only for the same scores', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const there = compareRatings(criteria, rated(...a), rated(...b));
        const back = compareRatings(criteria, rated(...b), rated(...a));
        expect(there.agreement).toBe(back.agreement);
        expect(there.agreement).toBeGreaterThanOrEqual(0);
        expect(there.agreement).toBeLessThanOrEqual(100);
        if (Math.abs(a[0] - b[0]) > 1e-6) expect(there.agreement).toBeLessThan(100);
      }),
    );
  });
});

test('an example is ready when every criterion is scored', () => {
  expect([rated(6, 4), rated(6), []].map((ratings) => isReady({ ratings }, criteria))).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the pass', () => {
  const result = (exampleId: string, agreement: number, n = 1): AttemptResult => ({
    exampleId,
    memberId: 'ada',
    n,
    agreement,
  });
  const two = { pass: { examples: 2, agreementPercent: 80 }, attempts: null };
  test.each([
    ['without calibration nothing is needed', null, 3, [], null, 'notNeeded'],
    ['to practise on, nothing is needed', { ...two, pass: null }, 3, [], null, 'notNeeded'],
    ['nothing done is open', two, 3, [], null, 'open'],
    ['one of two is open', two, 3, [result('a', 90)], null, 'open'],
    ['the limit itself is enough', two, 3, [result('a', 80), result('b', 80)], null, 'agreed'],
    ['a little below is not', two, 3, [result('a', 80), result('b', 79.9)], null, 'open'],
    [
      'the best attempt counts',
      two,
      3,
      [result('a', 90), result('a', 10, 2), result('b', 85)],
      null,
      'agreed',
    ],
    ['twice the same example is one', two, 3, [result('a', 90), result('a', 95, 2)], null, 'open'],
    ['of fewer examples all are enough', two, 1, [result('a', 90)], null, 'agreed'],
    ['nobody waits for examples that are not there', two, 0, [], null, 'agreed'],
    ['staff let somebody pass', two, 3, [], { passes: true }, 'letPass'],
    ['and take it back', two, 3, [], { passes: false }, 'open'],
  ] as const)('%s', (_rule, settings, examples, results, decision, expected) => {
    expect(standingOf(settings, examples, results, decision).standing).toBe(expected);
  });
});

describe('an attempt', () => {
  const peerReview = buildPeerReview({
    settings: buildSettings({ calibration: { pass: null, attempts: 2 } }),
  });
  const now = new Date('2027-03-01T09:00:00Z');
  const late = new Date('2027-03-08T12:00:01Z');
  const content = { ratings: rated(5, 4), comment: richTextOf('Good.') };
  const draft = { content: { ratings: [], comment: richTextOf('') }, revision: 1, savedAt: now };
  const command = { ...content, expectedRevision: 1 };
  const last = (n: number) => ({ ratings: rated(1, 1), comment: richTextOf('Bad.'), n });
  test.each([
    ['is made while work is still handed in', null, command, now, { type: 'accept', n: 1 }],
    ['is made once more', last(1), command, now, { type: 'accept', n: 2 }],
    [
      'is not made more often than allowed',
      last(2),
      command,
      now,
      { reason: 'ATTEMPTS_USED', keepDraft: true },
    ],
    ['is not made twice alike', { ...last(1), ...content }, command, now, { type: 'repeated' }],
    ['is over when reviews are', null, command, late, { reason: 'REVIEWS_CLOSED' }],
    ['tells a second tab', null, { ...command, expectedRevision: 0 }, now, { reason: 'STALE_REVISION' }],
    ['lacks a criterion', null, { ...command, ratings: rated(5) }, now, { reason: 'RATING_MISSING' }],
    ['lacks a comment', null, { ...command, comment: richTextOf(' ') }, now, { reason: 'COMMENT_REQUIRED' }],
  ])('%s', (_rule, before, wanted, at, expected) => {
    const closed = attemptsClosed(peerReview, before?.n ?? 0, at);
    expect(decideOwnReview({ peerReview, last: before, draft, work: null, closed }, wanted)).toMatchObject(
      expected,
    );
  });
});
