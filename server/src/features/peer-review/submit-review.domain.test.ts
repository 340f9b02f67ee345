import { expect, test } from '@jest/globals';
import { buildPeerReview, buildReview, inReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import type { InlineComment } from '../../contracts/peer-review-inline.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { rubricIdOf } from './rubric-versions.domain.ts';
import { decideSubmitReview, type ReviewSnapshot, type SubmitReview } from './submit-review.domain.ts';

const open = new Date('2027-03-05T12:00:00Z');
const closed = new Date('2027-03-08T12:00:01Z');

const [argument, style] = [
  { criterionId: 'argument', points: 5 },
  { criterionId: 'style', points: 4 },
];
const content = { ratings: [argument, style], comment: richTextOf('Good.') };
const rubricId = rubricIdOf(buildPeerReview().settings.criteria);
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
    {
      type: 'accept',
      version: { ...content, version: 1, points: 9, maximum: 10, promise: 'nobodyKnows', rubricId },
    },
  ],
  [
    'ratings are kept in the order of the rubric',
    allocated,
    rated(style, argument),
    open,
    {
      type: 'accept',
      version: { ...content, version: 1, points: 9, maximum: 10, promise: 'nobodyKnows', rubricId },
    },
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
    'who was shown a stricter promise is asked again',
    {
      ...allocated,
      peerReview: buildPeerReview({ ...inReview, settings: buildSettings({ anonymity: 'allKnown' }) }),
    },
    { ...command, promised: 'authorsKnown' as const },
    open,
    refuse('ANONYMITY_CHANGED'),
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

const pdf = { id: 'essay', name: 'essay.pdf', size: 1, type: 'application/pdf' };
const photo = { id: 'photo', name: 'photo.jpg', size: 1, type: 'image/jpeg' };
const work = { text: richTextOf('A bridge carries.'), files: [pdf, photo] };
const onBridge: InlineComment = {
  id: 'a',
  workVersion: 1,
  anchor: { kind: 'text', block: 0, start: 2, end: 8, quote: 'bridge' },
  text: 'Which one?',
};
const onPage: InlineComment = {
  ...onBridge,
  id: 'b',
  anchor: { kind: 'page', fileId: 'essay', page: 3, area: null },
};
const onWork = { ...allocated, work };
const saying = (...inline: InlineComment[]): SubmitReview => ({ ...command, inline });
const onText = (changes: object): InlineComment => ({
  ...onBridge,
  anchor: { ...onBridge.anchor, ...changes },
});

const unknownPlace = { type: 'refuse', reason: 'INLINE_PLACE_UNKNOWN', keepDraft: true };

test.each<[string, ReviewSnapshot, SubmitReview, object]>([
  [
    'comments on words and pages of the work belong to the review',
    onWork,
    saying(onBridge, onPage),
    { type: 'accept', version: { inline: [onBridge, onPage] } },
  ],
  ['on words that are not there', onWork, saying(onText({ quote: 'tunnel' })), unknownPlace],
  ['outside the text', onWork, saying(onText({ block: 1 })), unknownPlace],
  ['of another version', onWork, saying({ ...onBridge, workVersion: 2 }), unknownPlace],
  [
    'on a file of another work',
    onWork,
    saying({ ...onPage, anchor: { kind: 'page', fileId: 'other', page: 1, area: null } }),
    unknownPlace,
  ],
  [
    'on a page of what has no pages',
    onWork,
    saying({ ...onPage, anchor: { kind: 'page', fileId: 'photo', page: 1, area: null } }),
    unknownPlace,
  ],
  ['without its work', allocated, saying(onBridge), unknownPlace],
  ['one of several that is wrong', onWork, saying(onBridge, onText({ start: 3 })), unknownPlace],
  [
    'the same comments again',
    { ...submitted, submitted: { ...content, inline: [onBridge] } },
    { ...saying(onBridge), expectedRevision: 1 },
    { type: 'repeated' },
  ],
  [
    'what another tab has said on places counts as something else',
    { ...allocated, draft: { ...allocated.draft, content: { ...content, inline: [onBridge] } } },
    { ...saying(), expectedRevision: 1 },
    { type: 'refuse', reason: 'STALE_REVISION' },
  ],
])('%s', (_rule, snapshot, command, expected) => {
  expect(decideSubmitReview(snapshot, command, open)).toMatchObject(expected);
});
