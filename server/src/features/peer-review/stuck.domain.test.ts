import { expect, test } from '@jest/globals';
import {
  allocating,
  buildPeerReview,
  inReview,
  released,
  releasing,
  withdrawn,
} from '../../../../test/factories/peer-review-entities.ts';
import type { StuckReason } from '../../contracts/peer-review-staff.ts';
import type { PeerReview, ProgressRow } from './peer-review.domain.ts';
import { stuckReasons } from './stuck.domain.ts';

const at = (time: string): Date => new Date(`2027-03-${time}Z`);
const none = { state: 'none', at: null } as const;
const handedIn: Partial<ProgressRow> = {
  submittedAt: at('01T09:00:00'),
  given: { done: 0, of: 2 },
  received: { done: 0, of: 2 },
};
const reviewed: Partial<ProgressRow> = {
  ...handedIn,
  given: { done: 2, of: 2 },
  received: { done: 1, of: 2 },
};
const failed = { state: 'failed', at: at('09T12:00:00') } as const;
const grade = { value: 8, maximum: 20, mark: null };

const wayOf = (row: Partial<ProgressRow>) => ({
  submittedAt: null,
  given: { done: 0, of: 0 },
  received: { done: 0, of: 0 },
  grade: null,
  sync: none,
  others: [],
  ...row,
});

const OPEN = at('02T12:00:00');
const OVER = at('08T12:00:01');

test.each<[string, Partial<PeerReview>, Partial<ProgressRow>, Date, StuckReason[]]>([
  ['nobody while work can be handed in', {}, {}, at('01T12:00:00'), []],
  ['no work when handing in is over', {}, {}, at('01T12:00:01'), ['noWork']],
  ['no work once reviews were started', allocating, {}, at('01T10:00:00'), ['noWork']],
  [
    'not whoever has more time for it',
    {
      ...inReview,
      handInExtended: true,
      settings: { ...buildPeerReview().settings, submissionsCloseAt: '2027-03-04T12:00:00.000Z' },
    },
    {},
    OPEN,
    [],
  ],
  ['nothing of a draft', { state: 'draft' }, {}, OVER, []],
  ['nobody to review', inReview, { ...handedIn, given: { done: 0, of: 0 } }, OPEN, ['nobodyToReview']],
  ['nobody reviews the work', inReview, { ...handedIn, received: { done: 0, of: 0 } }, OPEN, ['noReviewers']],
  [
    'both, before reviewers are allocated to nobody',
    allocating,
    { ...handedIn, given: { done: 0, of: 0 }, received: { done: 0, of: 0 } },
    OPEN,
    [],
  ],
  ['nobody while reviews are being written', inReview, handedIn, OPEN, []],
  ['what is missing when reviews have closed', inReview, handedIn, OVER, ['reviewsMissing', 'noReviews']],
  ['one finished review is enough', inReview, reviewed, OVER, []],
  ['no grade although grades are released', released, reviewed, OVER, ['noGrade']],
  ['not while they are being released', releasing, reviewed, OVER, []],
  ['not when they were taken back', withdrawn, reviewed, OVER, []],
  ['nor who has one', released, { ...reviewed, grade }, OVER, []],
  ['a score that failed', released, { ...reviewed, grade, sync: failed }, OVER, ['notInGradebook']],
  [
    'also of another column',
    released,
    { ...reviewed, grade, others: [{ columnId: 'c', grade, sync: failed }] },
    OVER,
    ['notInGradebook'],
  ],
])('%s', (_rule, state, row, now, expected) => {
  expect(stuckReasons(buildPeerReview(state), wayOf(row), now)).toEqual(expected);
});

test.each<[string, Partial<PeerReview>, Partial<ProgressRow>, StuckReason[]]>([
  ['whoever is in no group cannot hand in, long before it is late', {}, {}, ['noGroup']],
  ['unless it is over anyway', { state: 'closed' }, {}, ['noWork']],
  ['and keeps a part in what was handed in before', {}, { submittedAt: at('01T09:00:00') }, []],
])('%s', (_rule, state, row, expected) => {
  expect(stuckReasons(buildPeerReview(state), wayOf(row), at('01T10:00:00'), true)).toEqual(expected);
});
