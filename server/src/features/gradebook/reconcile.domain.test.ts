import { describe, expect, test } from '@jest/globals';
import { buildEntry, buildSlot } from '../../../../test/factories/gradebook.ts';
import type { GradeSlot, ProblemCode } from './grade-slot.domain.ts';
import { choicesFor, compare, inOurPoints, type Theirs } from './reconcile.domain.ts';

const readAt = new Date('2026-03-02T12:00:00Z');
const before = new Date('2026-03-02T11:00:00Z');
const after = new Date('2026-03-02T13:00:00Z');
const entries = [buildEntry({ n: 1, value: 40 }), buildEntry({ n: 2, value: 80 })];
const want = { n: 2, timestamp: before };
const sent = (at = before): GradeSlot => buildSlot({ entries, want, sent: { n: 2, at } });
const unsent = (code?: ProblemCode): GradeSlot =>
  buildSlot({
    entries,
    want,
    sent: { n: 1, at: before },
    problem: code ? { code, words: '', since: before } : null,
  });
const none = buildEntry({ n: 3, value: null });
const withdrawn = (overrides: Partial<GradeSlot> = {}): GradeSlot =>
  buildSlot({
    entries: [...entries, none],
    want: { n: 3, timestamp: before },
    sent: { n: 3, at: before },
    ...overrides,
  });
const theirs = (score: number, maximum: number | null = 100): Theirs => ({ score, maximum });

describe('ours beside theirs', () => {
  test.each<[string, GradeSlot | null, Theirs | null, string]>([
    ['the same grade', sent(), theirs(80), 'same'],
    ['the same, on the LMS’s own scale', sent(), theirs(8, 10), 'same'],
    ['the same, though we do not know yet that it arrived', unsent(), theirs(80), 'same'],
    ['an earlier one of ours while the newer one is on its way', unsent(), theirs(40), 'waiting'],
    ['none while ours is on its way', unsent('SCORE_UNREACHABLE'), null, 'waiting'],
    ['an earlier one of ours after the newer one was refused', unsent('SCORE_REFUSED'), theirs(40), 'failed'],
    ['an earlier one of ours after the newer one was sent', sent(), theirs(40), 'older'],
    ['a value that never came from here', sent(), theirs(55), 'changed'],
    ['the same while ours is on its way', unsent(), theirs(55), 'changed'],
    ['none after ours was sent', sent(), null, 'missing'],
    ['anything before ours was sent', sent(after), theirs(55), 'sentSince'],
    ['a grade where there is none here', null, theirs(55), 'theirsOnly'],
    [
      'a grade of somebody who has only handed in',
      buildSlot({ entries: [], want: null }),
      theirs(55),
      'theirsOnly',
    ],
    ['none on either side', null, null, 'same'],
    ['none after ours was taken back', withdrawn(), null, 'same'],
    ['ours after it was taken back', withdrawn(), theirs(80), 'notTakenBack'],
    [
      'ours where the LMS keeps grades',
      withdrawn({
        sent: { n: 2, at: before },
        problem: { code: 'GRADE_NOT_TAKEN_BACK', words: '', since: before },
      }),
      theirs(80),
      'notTakenBack',
    ],
    ['a person’s own after ours was taken back', withdrawn(), theirs(55), 'changed'],
  ])('they show %s', (_rule, slot, shown, state) => expect(compare(slot, shown, readAt)).toBe(state));
});

test.each([
  ['changed', true, { sendOurs: true, acceptTheirs: true }],
  ['missing', false, { sendOurs: true, acceptTheirs: false }],
  ['theirsOnly', true, { sendOurs: false, acceptTheirs: true }],
  ['same', true, { sendOurs: false, acceptTheirs: false }],
  ['waiting', true, { sendOurs: false, acceptTheirs: false }],
] as const)('what can be done about %s', (state, hasTheirs, expected) =>
  expect(choicesFor(state, hasTheirs)).toEqual(expected),
);

test.each([
  ['on another scale', { score: 2, maximum: 3 }, 20, 13.33333],
  ['without one', { score: 7.5, maximum: null }, 20, 7.5],
] as const)('their value %s, in our points', (_rule, shown, maximum, expected) =>
  expect(inOurPoints(shown, maximum)).toBe(expected),
);
