import { describe, expect, test } from '@jest/globals';
import { COMMENT_MAX } from '../../contracts/limits.ts';
import { emptyRichText, plainTextOf, richTextOf } from '../../contracts/plain-text.ts';
import { type BulkAct, byRubric, decideBulk, decideBulkUndo } from './bulk.domain.ts';
import type { FinalMark, MarkingItem } from './marking.domain.ts';

const now = new Date('2027-03-01T10:00:00Z');
const later = new Date('2027-03-01T10:10:00Z');
const CRITERIA = [
  { id: 'argument', title: 'Argument', description: '', points: 6 },
  { id: 'style', title: 'Style', description: '', points: 4 },
];
const marked: FinalMark = {
  kind: 'marked',
  n: 1,
  by: 'bo',
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
};
const item = (overrides: Partial<MarkingItem> = {}): MarkingItem => ({
  id: 'work',
  courseId: 'course',
  activityId: 'activity',
  memberId: 'ada',
  share: null,
  lease: null,
  revision: 3,
  draft: null,
  mark: null,
  twice: false,
  parts: [],
  ...overrides,
});
const ZERO: BulkAct = { kind: 'zero' };
const EXCUSE: BulkAct = { kind: 'excuse' };
const comment = (text: string): BulkAct => ({ kind: 'comment', text });
const act = { by: { id: 'amal', isLead: false }, at: now, reason: 'For all.', bulk: 'bulk' };
const lead = { ...act, by: { id: 'iris', isLead: true } };
const decide = (what: BulkAct, snapshot: MarkingItem, by = act, workVersion = 2) =>
  decideBulk(what, { item: snapshot, name: 'Ada', workVersion }, byRubric(CRITERIA), by);
const zeroed: FinalMark = { ...marked, points: 0, ratings: [] };

describe('a bulk act on one work', () => {
  test.each([
    [
      'gives no points by every criterion',
      ZERO,
      item(),
      { mark: { points: 0, maximum: 10, n: 1, workVersion: 2 } },
    ],
    ['gives none after a mark, too', ZERO, item({ mark: marked }), { mark: { points: 0, n: 2 } }],
    ['leaves a zero as it is', ZERO, item({ mark: zeroed }), { type: 'unchanged' }],
    ['excuses', EXCUSE, item({ mark: marked }), { mark: { kind: 'excused', n: 2, bulk: 'bulk' } }],
    [
      'leaves who is excused so',
      EXCUSE,
      item({ mark: { kind: 'excused', n: 1, by: 'bo', at: now, reason: '' } }),
      { type: 'unchanged' },
    ],
    ['comments on marks only', comment('Well.'), item(), { reason: 'NOT_MARKED' }],
    [
      'refuses a comment that gets too long',
      comment('x'.repeat(900)),
      item({ mark: { ...marked, comment: richTextOf('y'.repeat(COMMENT_MAX - 100)) } }),
      { reason: 'COMMENT_TOO_LONG' },
    ],
    [
      'leaves what a colleague is marking',
      ZERO,
      item({ lease: { memberId: 'bo', until: later } }),
      { reason: 'WORK_TAKEN' },
    ],
    ['leaves what two people mark', ZERO, item({ twice: true }), { reason: 'LEAD_SETTLES' }],
  ] as const)('%s', (_rule, what, snapshot, expected) => {
    expect(decide(what, snapshot)).toMatchObject(expected);
  });

  test('gives no zero for what is there no more', () => {
    expect(decide(ZERO, item(), act, 0)).toEqual({ type: 'refuse', reason: 'NOT_FOUND' });
  });

  test('lets the lead decide on what two people mark', () => {
    expect(decide(ZERO, item({ twice: true }), lead)).toMatchObject({ mark: { points: 0 } });
  });

  test('puts a comment with its variables after the one that is there, once', () => {
    const wanted = comment('{name}: {points} of {maximum}.');
    const decision = decide(wanted, item({ mark: marked }));
    if (decision.type !== 'change' || decision.mark.kind !== 'marked') throw new Error('no mark');
    expect(plainTextOf(decision.mark.comment)).toBe('Clear.\nAda: 8.5 of 10.');
    expect(decision.mark).toMatchObject({ points: 8.5, n: 2, by: 'amal', ratings: marked.ratings });
    expect(decide(wanted, item({ mark: decision.mark }))).toEqual({ type: 'unchanged' });
  });

  test('begins with the comment where there was none', () => {
    const decision = decide(comment('Well.'), item({ mark: { ...marked, comment: emptyRichText() } }));
    if (decision.type !== 'change' || decision.mark.kind !== 'marked') throw new Error('no mark');
    expect(plainTextOf(decision.mark.comment)).toBe('Well.');
  });
});

describe('taking it back', () => {
  const ofBulk = { ...marked, n: 2, points: 0, bulk: 'bulk' };
  test.each([
    [
      'restores the mark before',
      item({ mark: ofBulk }),
      [marked],
      { mark: { kind: 'marked', points: 8.5, n: 3 } },
    ],
    ['leaves no mark where there was none', item({ mark: ofBulk }), [], { mark: { kind: 'undone', n: 3 } }],
    [
      'leaves what was marked since',
      item({ mark: { ...marked, n: 3 } }),
      [ofBulk, marked],
      { type: 'unchanged' },
    ],
    [
      'leaves what a colleague is marking',
      item({ mark: ofBulk, lease: { memberId: 'bo', until: later } }),
      [marked],
      { reason: 'WORK_TAKEN' },
    ],
  ] as const)('%s', (_rule, snapshot, earlier, expected) => {
    expect(decideBulkUndo(snapshot, earlier, act)).toMatchObject(expected);
  });
});
