import { expect, test } from '@jest/globals';
import { buildPeerReview, buildReview, inReview } from '../../../../test/factories/peer-review-entities.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { decideSubmitReview, type ReviewSnapshot, type SubmitReview } from './submit-review.domain.ts';

const open = new Date('2027-03-05T12:00:00Z');
const closed = new Date('2027-03-08T12:00:01Z');

const [argument, style] = [
  { criterionId: 'argument', points: 5 },
  { criterionId: 'style', points: 4 },
];
const content = { ratings: [argument, style], comment: richTextOf('Good.') };
const allocated: ReviewSnapshot = {
  peerReview: buildPeerReview(inReview),
  review: buildReview(),
  submitted: null,
  draft: { content: { ratings: [], comment: richTextOf('') }, revision: 2, savedAt: open },
};
const submitted: ReviewSnapshot = {
  ...allocated,
  review: buildReview({ state: 'submitted', version: 1 }),
  submitted: content,
};
const command: SubmitReview = { ...content, expectedRevision: 2 };
const refuse = (reason: string, keepDraft = true) =>
  expect.objectContaining({ type: 'refuse', reason, keepDraft });
const rated = (...ratings: SubmitReview['ratings']): SubmitReview => ({ ...command, ratings });

test.each([
  [
    'points and maximum are sums over the rubric',
    allocated,
    command,
    open,
    { type: 'accept', version: { ...content, version: 1, points: 9, maximum: 10 } },
  ],
  [
    'ratings are kept in the order of the rubric',
    allocated,
    rated(style, argument),
    open,
    { type: 'accept', version: { ...content, version: 1, points: 9, maximum: 10 } },
  ],
  [
    'a changed review is the next version',
    submitted,
    command,
    open,
    expect.objectContaining({ type: 'accept' }),
  ],
  [
    'the same request again is answered',
    submitted,
    { ...command, expectedRevision: 1 },
    closed,
    { type: 'repeated' },
  ],
  [
    'no review, nothing to submit',
    { ...allocated, review: null },
    command,
    open,
    refuse('NOT_ALLOCATED', false),
  ],
  [
    'an allocation that is still at work is none yet',
    { ...allocated, peerReview: buildPeerReview() },
    command,
    open,
    refuse('NOT_ALLOCATED', false),
  ],
  [
    'an older draft is told',
    allocated,
    { ...command, expectedRevision: 1 },
    open,
    refuse('STALE_REVISION', false),
  ],
  ['after the window', allocated, command, closed, refuse('REVIEWS_CLOSED')],
  ['every criterion needs its rating', allocated, rated(argument), open, refuse('RATING_MISSING')],
  [
    'not above the criterion',
    allocated,
    rated(argument, { ...style, points: 4.5 }),
    open,
    refuse('RATING_OUT_OF_RANGE'),
  ],
  [
    'not below zero',
    allocated,
    rated(argument, { ...style, points: -1 }),
    open,
    refuse('RATING_OUT_OF_RANGE'),
  ],
  [
    'a number',
    allocated,
    rated(argument, { ...style, points: Number.NaN }),
    open,
    refuse('RATING_OUT_OF_RANGE'),
  ],
  ['no criterion twice', allocated, rated(argument, argument, style), open, refuse('RATING_OUT_OF_RANGE')],
  [
    'no criterion of another rubric',
    allocated,
    rated(argument, style, { criterionId: 'other', points: 1 }),
    open,
    refuse('RATING_OUT_OF_RANGE'),
  ],
  [
    'a comment is required',
    allocated,
    { ...command, comment: richTextOf('  ') },
    open,
    refuse('COMMENT_REQUIRED'),
  ],
])('%s', (_rule, snapshot, command, now, expected) => {
  expect(decideSubmitReview(snapshot, command, now)).toEqual(expected);
});
