import { expect, test } from '@jest/globals';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import { emptyRichText, richTextOf } from '../../contracts/plain-text.ts';
import { type ComparisonContent, newComparison, shareOf } from './comparison.domain.ts';
import type { PeerReview } from './peer-review.domain.ts';
import { type ComparisonSnapshot, decideSubmitComparison } from './submit-comparison.domain.ts';

const now = new Date('2027-03-02T12:00:00.000Z');
const labels = { workLabel: 'A', reviewerLabel: '1' };
const comparison = newComparison(
  'c',
  'reviewer',
  { left: labels, right: { ...labels, workLabel: 'B' } },
  { left: buildSubmission({ id: 'l' }), right: buildSubmission({ id: 'r' }) },
  false,
);
const settings = buildSettings({ comparison: { lowestPercent: 50, highestPercent: 100 } });
const peerReview = { settings, phase: 'review', state: 'published' } as PeerReview;
const empty: ComparisonContent = {
  choices: [],
  leftComment: emptyRichText(),
  rightComment: emptyRichText(),
};
const draft = { content: empty, revision: 0, savedAt: null };
const snapshot: ComparisonSnapshot = { peerReview, comparison, submitted: null, draft };
const whole: ComparisonContent = {
  choices: [
    { criterionId: 'argument', better: 'left' },
    { criterionId: 'style', better: 'right' },
  ],
  leftComment: richTextOf('Clear.'),
  rightComment: richTextOf('Fluent.'),
};
const command = { ...whole, expectedRevision: 0 };
const refuse = (reason: string, keepDraft = true) => ({ type: 'refuse', reason, keepDraft });

test.each<[string, Partial<ComparisonSnapshot>, object, Date, object]>([
  ['complete and in time', {}, {}, now, { type: 'accept', version: { version: 1, share: 0.6 } }],
  ['nobody’s comparison', { comparison: null }, {}, now, refuse('NOT_ALLOCATED', false)],
  [
    'before reviews begin',
    { peerReview: { ...peerReview, phase: 'submission' } },
    {},
    now,
    refuse('NOT_ALLOCATED', false),
  ],
  ['after the date', {}, {}, new Date('2027-03-08T12:00:00.001Z'), refuse('REVIEWS_CLOSED')],
  [
    'a criterion without a choice: there are no ties',
    {},
    { choices: whole.choices.slice(0, 1) },
    now,
    { ...refuse('CHOICE_MISSING'), criterionId: 'style' },
  ],
  [
    'a criterion that is none',
    {},
    { choices: [...whole.choices, { criterionId: 'x', better: 'left' }] },
    now,
    { ...refuse('CHOICE_UNKNOWN'), criterionId: 'x' },
  ],
  [
    'a criterion twice',
    {},
    { choices: [...whole.choices, { criterionId: 'style', better: 'left' }] },
    now,
    { ...refuse('CHOICE_UNKNOWN'), criterionId: 'style' },
  ],
  ['one author without a word', {}, { rightComment: emptyRichText() }, now, refuse('COMMENT_REQUIRED')],
  [
    'another tab has saved something else',
    { draft: { ...draft, revision: 2 } },
    {},
    now,
    refuse('STALE_REVISION', false),
  ],
  [
    'another tab has saved the same',
    { draft: { content: whole, revision: 2, savedAt: now } },
    {},
    now,
    { type: 'accept' },
  ],
  [
    'the same request again',
    { draft: { ...draft, revision: 1 }, submitted: { ...whole, choices: whole.choices.toReversed() } },
    {},
    now,
    { type: 'repeated' },
  ],
  [
    'less anonymity than was shown',
    { peerReview: { ...peerReview, settings: { ...settings, anonymity: 'allKnown' } } },
    { promised: 'nobodyKnows' },
    now,
    refuse('ANONYMITY_CHANGED'),
  ],
])('%s', (_rule, part, given, at, expected) =>
  expect(decideSubmitComparison({ ...snapshot, ...part }, { ...command, ...given }, at)).toMatchObject(
    expected,
  ),
);

test('each criterion counts by its weight, and one of comments alone not at all', () => {
  const criteria = [
    { id: 'a', points: 6, weight: 3 },
    { id: 'b', points: 6, weight: 1 },
    { id: 'c', points: 0, kind: { type: 'comment' as const } },
  ];
  const choices = (a: 'left' | 'right', b: 'left' | 'right') => [
    { criterionId: 'a', better: a },
    { criterionId: 'b', better: b },
  ];
  expect(shareOf(criteria, choices('left', 'left'))).toBe(1);
  expect(shareOf(criteria, choices('left', 'right'))).toBe(0.75);
  expect(shareOf(criteria, choices('right', 'right'))).toBe(0);
});
