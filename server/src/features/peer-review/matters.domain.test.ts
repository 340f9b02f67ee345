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
  datesLedBy: 'roundtable',
  opening: null,
  met: [],
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
  spread: null,
  grade: null,
  sync: { state: 'none', at: null },
  others: [],
  ...over,
});
const handedIn = row({ submittedAt: at('01T11:00:00'), given: { done: 1, of: 3 } });
const CREATED = at('01T08:00:00');
const RELEASED = at('09T08:00:00');
const late = { dueAt: '2027-03-01T09:00:00.000Z', percentPerDay: 10 } as never;

const SELF = { opens: 'withReviews', closesAt: '2027-03-09T12:00:00.000Z' } as const;
const assessing = { ...reviewing, settings: buildSettings({ selfAssessment: SELF }) };
const revising = {
  ...reviewing,
  settings: buildSettings({ revision: { closesAt: '2027-03-15T12:00:00.000Z' } }),
};
const NONE_TAKEN = { assessedSelf: false, revised: false, rated: false };
const rating = {
  ...reviewing,
  phase: 'released' as const,
  settings: buildSettings({ backEvaluation: { closesAt: '2027-03-15T12:00:00.000Z' } }),
};

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
    [
      'the own work can be assessed as soon as there are reviews to write',
      assessing,
      handedIn,
      [
        ['REVIEW', 2, ALLOCATED, REVIEWS_CLOSE],
        ['ASSESS_SELF', 1, ALLOCATED, at('09T12:00:00')],
      ],
    ],
    [
      'or not before one has written them, or cannot any more',
      { ...assessing, settings: buildSettings({ selfAssessment: { ...SELF, opens: 'afterOwnReviews' } }) },
      handedIn,
      [
        ['REVIEW', 2, ALLOCATED, REVIEWS_CLOSE],
        ['ASSESS_SELF', 1, REVIEWS_CLOSE, at('09T12:00:00')],
      ],
    ],
    ['who has no work assesses none', assessing, row(), []],
    [
      'once results are told, nobody assesses the own work',
      { ...assessing, phase: 'released' },
      row({ submittedAt: CREATED }),
      [],
    ],
    [
      'work is revised from the end of reviewing on, where there are reviews',
      revising,
      row({ submittedAt: CREATED, received: { done: 1, of: 3 } }),
      [['REVISE', 1, REVIEWS_CLOSE, at('15T12:00:00')]],
    ],
    [
      'reviews are rated from the release until their date',
      rating,
      row({ submittedAt: CREATED, received: { done: 1, of: 3 } }),
      [
        ['FEEDBACK', 1, RELEASED, at('23T08:00:00')],
        ['RATE_REVIEWS', 1, RELEASED, at('15T12:00:00')],
      ],
    ],
    ['but not where one got none', rating, row({ submittedAt: CREATED }), []],
    ['where there are none, by nothing', revising, row({ submittedAt: CREATED }), []],
  ] as const)('%s', (_rule, state, of, expected) => {
    const found = ownMatters(state, { createdAt: CREATED, releasedAt: RELEASED }, of, NONE_TAKEN);
    expect(found.map(({ code, params, since, until }) => [code, params.count, since, until])).toEqual(
      expected,
    );
    expect(found.every(({ waitsFor }) => waitsFor === 'm')).toBe(true);
  });
});

test('a step that is taken does not wait any more', () => {
  const work = row({ submittedAt: CREATED, received: { done: 1, of: 3 } });
  const taken = { assessedSelf: true, revised: true, rated: true };
  for (const state of [assessing, revising])
    expect(ownMatters(state, { createdAt: CREATED, releasedAt: null }, work, taken)).toEqual([]);
});

describe('what waits for staff', () => {
  const RED = { kind: 'groups', setId: 'a'.repeat(32) } as const;
  const none = { handIn: 0, outside: 0, unplaced: 0, review: 0, disagree: 0, works: 0 };
  test.each([
    ['works that are not allocated', review(), none, [['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')]]],
    [
      'learners without work from the date on',
      review(),
      { ...none, handIn: 3 },
      [
        ['WORK_MISSING', 3, CLOSE],
        ['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')],
      ],
    ],
    [
      'learners in no group, at once, where groups hand in',
      review(),
      { ...none, handIn: 3, outside: 2 },
      [
        ['GROUP_MISSING', 2, review().startsAt],
        ['WORK_MISSING', 3, CLOSE],
        ['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')],
      ],
    ],
    [
      'learners in no group that reviews, at once',
      { ...review(), settings: buildSettings({ reviewers: RED }) },
      { ...none, unplaced: 2 },
      [
        ['REVIEW_GROUP_MISSING', 2, review().startsAt],
        ['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')],
      ],
    ],
    [
      'but once where the same groups hand in, of handing in',
      { ...review(), settings: buildSettings({ authors: RED, reviewers: RED }) },
      { ...none, handIn: 3, outside: 2, unplaced: 2 },
      [
        ['GROUP_MISSING', 2, review().startsAt],
        ['WORK_MISSING', 3, CLOSE],
        ['REVIEWS_NOT_ALLOCATED', 1, at('01T12:05:00')],
      ],
    ],
    [
      'and of reviewing from the allocation on',
      { ...reviewing, settings: buildSettings({ authors: RED, reviewers: RED }) },
      { ...none, outside: 2, unplaced: 2 },
      [
        ['REVIEW_GROUP_MISSING', 2, reviewing.allocation?.requestedAt],
        ['RELEASE_DUE', 1, REVIEWS_CLOSE],
      ],
    ],
    ['the release, once reviews are closed', reviewing, none, [['RELEASE_DUE', 1, REVIEWS_CLOSE]]],
    [
      'reviews that are missing when they close',
      reviewing,
      { ...none, review: 2 },
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
    [
      'works that lack reviews, a day before reviews close',
      reviewing,
      { ...none, works: 2 },
      [
        ['WORKS_SHORT', 2, at('07T12:00:00')],
        ['RELEASE_DUE', 1, REVIEWS_CLOSE],
      ],
    ],
    [
      'works that lack reviews, in the last quarter of a shorter time',
      { ...reviewing, settings: buildSettings({ reviewsCloseAt: '2027-03-01T16:00:00.000Z' }) },
      { ...none, works: 1 },
      [
        ['WORKS_SHORT', 1, at('01T15:00:00')],
        ['RELEASE_DUE', 1, at('01T16:00:00')],
      ],
    ],
    ['nothing after the release', review({ phase: 'released' }), { ...none, handIn: 3, review: 2 }, []],
    [
      'reviews that disagree, also after the release',
      { ...reviewing, phase: 'released' },
      { ...none, disagree: 4 },
      [['REVIEWS_DISAGREE', 4, reviewing.allocation?.doneAt]],
    ],
  ] as const)('%s', (_rule, state, lacking, expected) => {
    const found = staffMatters(state, lacking);
    expect(found.map(({ code, params, since }) => [code, params.count, since])).toEqual(expected);
  });
});
