import { describe, expect, test } from '@jest/globals';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { ownMatters, staffMatters } from './matters.domain.ts';
import type { PeerReview, ProgressRow } from './peer-review.domain.ts';

const at = (text: string): Date => new Date(`2027-03-${text}Z`);
const CLOSE = at('01T12:00:00');
const REVIEWS_CLOSE = at('08T12:00:00');
const ALLOCATED = at('01T12:00:05');
const run = (doneAt: Date | null) => ({ runId: 'r', seed: 's', requestedAt: CLOSE, doneAt });

const review = (over: Partial<PeerReview> = {}, settings = {}): PeerReview => ({
  id: 'a',
  courseId: 'c',
  settings: buildSettings(settings),
  startsAt: at('01T08:00:00'),
  handInExtended: false,
  revision: 1,
  state: 'published',
  phase: 'submission',
  allocation: null,
  release: null,
  withdrawal: null,
  ...over,
});
const reviewing = review({ phase: 'review', allocation: run(ALLOCATED) });
const row = (over: Partial<ProgressRow> = {}): ProgressRow => ({
  memberId: 'm',
  name: 'Ada',
  sortName: 'ada',
  submittedAt: null,
  given: { done: 0, of: 0 },
  received: { done: 0, of: 0 },
  grade: null,
  sync: { state: 'none', at: null },
  others: [],
  ...over,
});
const handedIn = row({ submittedAt: at('01T11:00:00'), given: { done: 1, of: 3 } });
const CREATED = at('01T08:00:00');
const RELEASED = at('09T08:00:00');
const late = { dueAt: '2027-03-01T09:00:00.000Z', percentPerDay: 10 } as never;

describe('what waits for a learner', () => {
  test.each([
    ['work is to be handed in until the date', review(), row(), [['HAND_IN', 1, CREATED, CLOSE]]],
    [
      'the due date turns it into late work',
      review({}, { late }),
      row(),
      [
        ['HAND_IN', 1, CREATED, at('01T09:00:00')],
        ['HAND_IN_LATE', 1, at('01T09:00:00'), CLOSE],
      ],
    ],
    ['nothing once it is handed in', review(), row({ submittedAt: CREATED }), []],
    ['nothing can be handed in while reviews are allocated', review({ allocation: run(null) }), row(), []],
    [
      'who has more time hands in while others review',
      { ...reviewing, handInExtended: true },
      row(),
      [['HAND_IN', 1, CREATED, CLOSE]],
    ],
    ['reviews that are left', reviewing, handedIn, [['REVIEW', 2, ALLOCATED, REVIEWS_CLOSE]]],
    ['no review once all are written', reviewing, row({ given: { done: 3, of: 3 } }), []],
    [
      'feedback for two weeks after the release',
      review({ phase: 'released' }),
      row({ received: { done: 1, of: 2 } }),
      [['FEEDBACK', 1, RELEASED, at('23T08:00:00')]],
    ],
    ['no feedback where nobody wrote any', review({ phase: 'released' }), row(), []],
  ] as const)('%s', (_rule, state, of, expected) => {
    const found = ownMatters(state, { createdAt: CREATED, releasedAt: RELEASED }, of);
    expect(found.map(({ code, params, since, until }) => [code, params.count, since, until])).toEqual(
      expected,
    );
    expect(found.every(({ waitsFor }) => waitsFor === 'm')).toBe(true);
  });
});

describe('what waits for staff', () => {
  const none = { handIn: 0, review: 0 };
  test.each([
    ['works that are not allocated', review(), none, [['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')]]],
    [
      'learners without work from the date on',
      review(),
      { handIn: 3, review: 0 },
      [
        ['WORK_MISSING', 3, CLOSE],
        ['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')],
      ],
    ],
    ['the release, once reviews are closed', reviewing, none, [['RELEASE_DUE', 1, REVIEWS_CLOSE]]],
    [
      'reviews that are missing when they close',
      reviewing,
      { handIn: 0, review: 2 },
      [
        ['REVIEWS_MISSING', 2, REVIEWS_CLOSE],
        ['RELEASE_DUE', 1, REVIEWS_CLOSE],
      ],
    ],
    [
      'no release that comes by itself',
      { ...reviewing, settings: buildSettings({ releaseMode: { kind: 'immediate' } }) },
      none,
      [],
    ],
    ['no release that staff took back', { ...reviewing, withdrawal: run(null) }, none, []],
    ['nothing after the release', review({ phase: 'released' }), { handIn: 3, review: 2 }, []],
  ] as const)('%s', (_rule, state, lacking, expected) => {
    const found = staffMatters(state, lacking);
    expect(found.map(({ code, params, since }) => [code, params.count, since])).toEqual(expected);
  });
});
