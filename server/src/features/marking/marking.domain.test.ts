import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { richTextOf } from '../../contracts/plain-text.ts';
import {
  decideFinish,
  decideUndo,
  type FinishMark,
  formOf,
  type MarkingItem,
  stateOf,
} from './marking.domain.ts';
import { divideEvenly } from './shares.domain.ts';

const now = new Date('2027-03-01T10:00:00Z');
const later = new Date('2027-03-01T10:10:00Z');
const CRITERIA = [
  { id: 'argument', title: 'Argument', description: '', points: 6 },
  { id: 'style', title: 'Style', description: '', points: 4 },
];
const item = (overrides: Partial<MarkingItem> = {}): MarkingItem => ({
  id: 'work',
  courseId: 'course',
  activityId: 'activity',
  memberId: 'ada',
  share: null,
  lease: { memberId: 'amal', until: later },
  revision: 2,
  draft: null,
  mark: null,
  twice: false,
  parts: [],
  ...overrides,
});
const command = (overrides: Partial<FinishMark> = {}): FinishMark => ({
  ratings: [
    { criterionId: 'style', points: 3 },
    { criterionId: 'argument', points: 5.5 },
  ],
  comment: richTextOf('Clear.'),
  reason: 'Marked.',
  expectedRevision: 2,
  ...overrides,
});
const marked = {
  kind: 'marked',
  n: 1,
  by: 'amal',
  at: now,
  reason: 'Marked.',
  ratings: [
    { criterionId: 'argument', points: 5.5 },
    { criterionId: 'style', points: 3 },
  ],
  comment: richTextOf('Clear.'),
  points: 8.5,
  maximum: 10,
  workVersion: 1,
} as const;
const free = { lease: null };
const AMAL = { id: 'amal', isLead: false };

describe('how a work stands', () => {
  test.each([
    ['taken by oneself', {}, 'amal', now, 'mine'],
    ['taken by a colleague', {}, 'bo', now, 'taken'],
    ['free the moment its time is over', {}, 'bo', later, 'toDo'],
    ['marked', { ...free, mark: marked }, 'bo', now, 'marked'],
    ['marked, and taken again to be changed', { mark: marked }, 'bo', now, 'taken'],
    [
      'to do once its mark was taken back',
      { ...free, mark: { kind: 'undone', n: 2, by: 'bo', at: now, reason: '' } },
      'bo',
      now,
      'toDo',
    ],
  ] as const)('%s', (_rule, overrides, who, at, state) => {
    expect(stateOf(item(overrides), who, at)).toBe(state);
  });
});

describe('a finished mark', () => {
  test.each([
    ['is accepted from who holds the work', item(), command(), { type: 'accept' }],
    ['is accepted when nobody holds it any more', item(free), command(), { type: 'accept' }],
    [
      'is refused while a colleague holds it',
      item({ lease: { memberId: 'bo', until: later } }),
      command(),
      { reason: 'WORK_TAKEN' },
    ],
    [
      'is refused on top of what the page has not seen',
      item(),
      command({ expectedRevision: 1 }),
      { reason: 'STALE_REVISION' },
    ],
    [
      'needs points for every criterion',
      item(),
      command({ ratings: [{ criterionId: 'argument', points: 1 }] }),
      { reason: 'RATING_MISSING', criterionId: 'style' },
    ],
    [
      'stays within the points',
      item(),
      command({ ratings: [{ criterionId: 'argument', points: 6.01 }] }),
      { reason: 'RATING_OUT_OF_RANGE', criterionId: 'argument' },
    ],
    ['sent twice is one', item({ ...free, mark: marked, revision: 3 }), command(), { type: 'repeated' }],
    [
      'after one before is the next version',
      item({ mark: marked }),
      command({ comment: richTextOf('Better.') }),
      { type: 'accept', judged: { points: 8.5 } },
    ],
  ])('%s', (_rule, snapshot, wanted, expected) => {
    expect(decideFinish(snapshot, CRITERIA, 1, wanted, AMAL, now)).toMatchObject(expected);
  });

  test('adds up in the order of the rubric, leaving out what the rubric does not know', () => {
    const ratings = [...command().ratings, { criterionId: 'luck', points: 100 }];
    const decision = decideFinish(item(), CRITERIA, 3, command({ ratings }), AMAL, now);
    expect(decision).toMatchObject({
      judged: { points: 8.5, maximum: 10, workVersion: 3, ratings: marked.ratings, by: 'amal', at: now },
    });
  });
});

describe('taking a mark back', () => {
  const undo = { expectedRevision: 2, reason: 'Undone.' };
  test.each([
    [
      'is a version of its own',
      item({ ...free, mark: marked }),
      undo,
      { type: 'accept', mark: { kind: 'undone', n: 2 } },
    ],
    ['without a mark changes nothing', item(), undo, { type: 'unchanged' }],
    [
      'is refused while a colleague changes it',
      item({ mark: marked, lease: { memberId: 'bo', until: later } }),
      undo,
      { reason: 'WORK_TAKEN' },
    ],
    [
      'is refused on top of what the page has not seen',
      item({ mark: marked }),
      { ...undo, expectedRevision: 1 },
      { reason: 'STALE_REVISION' },
    ],
  ] as const)('%s', (_rule, snapshot, wanted, expected) => {
    expect(decideUndo(snapshot, wanted, AMAL, now)).toMatchObject(expected);
  });
});

test('a colleague’s draft is nobody else’s: the form begins with the own draft, or with the mark', () => {
  const draft = {
    by: 'bo',
    at: now,
    ratings: [{ criterionId: 'style', points: 1 }],
    comment: richTextOf('No.'),
  };
  expect(formOf(item({ draft }), 'bo')).toMatchObject({ ratings: draft.ratings, savedAt: now });
  expect(formOf(item({ draft }), 'amal')).toMatchObject({ ratings: [], savedAt: null });
  expect(formOf(item({ draft, mark: marked }), 'amal')).toMatchObject({ ratings: marked.ratings });
});

describe('dividing evenly', () => {
  const works = fc.uniqueArray(fc.nat(99_999).map(String), { maxLength: 80 });
  const people = fc.uniqueArray(fc.constantFrom('amal', 'bo', 'cy', 'di', 'eve'), { minLength: 1 });

  test('gives every work to one person, shares differ by one at most, and order does not matter', () => {
    fc.assert(
      fc.property(works, people, fc.string(), (ids, members, seed) => {
        const shares = divideEvenly(ids, members, seed);
        expect([...shares.values()].flat().sort()).toEqual([...ids].sort());
        const sizes = [...shares.values()].map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(divideEvenly(ids.toReversed(), members.toReversed(), seed)).toEqual(shares);
      }),
    );
  });

  test('another seed divides otherwise', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `work ${index}`);
    expect(divideEvenly(ids, ['amal', 'bo'], 'one')).not.toEqual(divideEvenly(ids, ['amal', 'bo'], 'two'));
  });
});
