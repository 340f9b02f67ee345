import { expect, test } from '@jest/globals';
import {
  buildPeerReview,
  buildReview,
  buildSubmission,
  inReview,
} from '../../../../test/factories/peer-review-entities.ts';
import { decideAddPair, decideRemovePair, type PairSnapshot } from './pairs.domain.ts';

const snapshot = (overrides: Partial<PairSnapshot> = {}): PairSnapshot => ({
  peerReview: buildPeerReview(inReview),
  work: buildSubmission(),
  reviewerId: 'ben',
  isLearner: true,
  isApart: false,
  ofWork: [],
  own: [],
  ...overrides,
});
const now = new Date('2027-03-02T12:00:00Z');
const refuse = (reason: string) => ({ type: 'refuse', reason });
const two = [buildReview({ id: 'a', workLabel: 'A' }), buildReview({ id: 'b', workLabel: 'C' })];

test.each<[string, Partial<PairSnapshot>, object]>([
  ['a work is given to a learner', {}, { type: 'add', review: { id: 'work-ben', extra: false } }],
  ['nobody reviews the own work', { reviewerId: 'author' }, refuse('NOT_FOUND')],
  ['without a work there is nothing to review', { work: null }, refuse('NOT_FOUND')],
  [
    'a work that somebody reviews already is not given twice',
    { ofWork: [buildReview({ reviewerId: 'ben' })] },
    { type: 'unchanged' },
  ],
  ['who is no learner now gets none', { isLearner: false }, refuse('MEMBER_NOT_LEARNING')],
  ['who must not review each other does not by hand either', { isApart: true }, refuse('REVIEWERS_APART')],
  ['before reviews have begun', { peerReview: buildPeerReview() }, refuse('REVIEWS_CLOSED')],
  [
    'beyond what everybody writes it is extra, under the first free letter and number',
    { own: two, ofWork: [buildReview({ reviewerLabel: '1' })] },
    { type: 'add', review: { extra: true, workLabel: 'B', reviewerLabel: '2' } },
  ],
])('%s', (_rule, overrides, expected) => {
  expect(decideAddPair(snapshot(overrides), now)).toMatchObject(expected);
});

test('a review that has begun is not taken away', () => {
  expect(decideRemovePair(null)).toBe('unchanged');
  expect(decideRemovePair(buildReview({ state: 'toDo' }))).toBe('remove');
  expect(decideRemovePair(buildReview({ state: 'begun' }))).toBe('begun');
  expect(decideRemovePair(buildReview({ state: 'submitted' }))).toBe('begun');
});
