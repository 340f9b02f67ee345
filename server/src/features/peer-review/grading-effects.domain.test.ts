import { expect, test } from '@jest/globals';
import { buildPeerReview, inReview, released } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import type { PeerReviewSettings } from '../../contracts/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { effectsOf } from './grading-effects.domain.ts';
import type { PeerReview } from './peer-review.domain.ts';

const combined = { count: 4, most: 7.5 };
const written = { submitted: 6, begun: 2 };
const facts = { gradable: 5, written, lateBefore: 2, lateAfter: 3, combined };
const none = {
  gradable: 0,
  written: { submitted: 0, begun: 0 },
  lateBefore: 0,
  lateAfter: 0,
  combined: { count: 0, most: 0 },
};
const AGREEMENT = { percent: 40, strictness: 'fair' } as const;
const SEPARATE = { kind: 'separate', reviewingPoints: 10, reviewingLabel: 'Reviewing' } as const;
const TOTAL = { kind: 'total', workPercent: 80, reviewingPercent: 20 } as const;
const LATE = { dueAt: '2027-03-01T10:00:00.000Z', graceMinutes: 0, percentPerDay: 5, lowestPercent: 0 };
const reviewing = { code: 'columnAdded', label: 'Essay – Reviewing', maximum: 10 };

test.each<
  [
    string,
    Partial<PeerReview>,
    Partial<PeerReviewSettings>,
    Partial<PeerReviewSettings>,
    typeof facts,
    object[],
  ]
>([
  ['nothing changed, nothing happens', released, {}, {}, facts, []],
  [
    'another rubric leaves the grades as they are: reviews count by the one they were written by',
    released,
    {},
    { criteria: [{ id: 'argument', title: 'Argument', description: '', points: 9 }] },
    facts,
    [{ code: 'rubricChanged', submitted: 6, begun: 2 }],
  ],
  [
    'before reviews are allocated it affects nobody',
    {},
    {},
    { criteria: [{ id: 'argument', title: 'Argument', description: '', points: 9 }] },
    none,
    [],
  ],
  [
    'texts and dates of reviews do nothing to grades',
    released,
    {},
    { instructions: richTextOf('Three pages.') },
    facts,
    [],
  ],
  ['a second column', {}, {}, { columns: SEPARATE }, none, [reviewing]],
  [
    'which goes again',
    {},
    { columns: SEPARATE },
    {},
    none,
    [{ code: 'columnRemoved', label: 'Essay – Reviewing' }],
  ],
  [
    'another title renames',
    released,
    { columns: SEPARATE },
    { columns: SEPARATE, title: 'Report' },
    facts,
    [
      { code: 'columnRenamed', from: 'Essay', to: 'Report' },
      { code: 'columnRenamed', from: 'Essay – Reviewing', to: 'Report – Reviewing' },
    ],
  ],
  [
    'other points of released grades wait for the next release',
    released,
    {},
    { points: 10 },
    facts,
    [
      { code: 'pointsChanged', label: 'Essay', from: 20, to: 10 },
      { code: 'recomputedWhenAsked', count: 5 },
    ],
  ],
  [
    'where grades come as they are, they change at once',
    released,
    { releaseMode: { kind: 'immediate' } },
    { releaseMode: { kind: 'immediate' }, columns: TOTAL },
    facts,
    [
      { code: 'totalOfBoth', work: 80, reviewing: 20 },
      { code: 'recomputedNow', count: 5 },
    ],
  ],
  ['a total that ends', inReview, { columns: TOTAL }, {}, facts, [{ code: 'workAlone' }]],
  [
    'works that are late by a new policy',
    inReview,
    {},
    { late: LATE },
    facts,
    [{ code: 'lateWorks', count: 3, percentPerDay: 5 }],
  ],
  ['a policy that touches nobody', inReview, {}, { late: LATE }, none, []],
  ['a policy that goes', inReview, { late: LATE }, {}, facts, [{ code: 'lateForgiven', count: 2 }]],
  [
    'other rules',
    inReview,
    {},
    { rules: { ...buildSettings().rules, decimals: 0 } },
    facts,
    [{ code: 'rulesChanged' }],
  ],
  [
    'another way to combine reviews, with what it changes',
    released,
    {},
    { workMethod: 'reliability' },
    facts,
    [
      { code: 'reviewsCombined', method: 'reliability', count: 4, most: 7.5 },
      { code: 'recomputedWhenAsked', count: 5 },
    ],
  ],
  [
    'agreement counts where reviewing does',
    inReview,
    { columns: SEPARATE },
    { columns: SEPARATE, agreement: AGREEMENT },
    facts,
    [{ code: 'agreementCounts', percent: 40 }],
  ],
  ['and nowhere else', inReview, {}, { agreement: AGREEMENT }, facts, []],
  [
    'until it does no more',
    inReview,
    { columns: SEPARATE, agreement: AGREEMENT },
    { columns: SEPARATE },
    facts,
    [{ code: 'agreementIgnored' }],
  ],
  [
    'what staff say counts where reviewing does',
    inReview,
    { columns: SEPARATE },
    { columns: SEPARATE, quality: { percent: 30 } },
    facts,
    [{ code: 'qualityCounts', percent: 30 }],
  ],
  [
    'helpfulness counts where reviewing does',
    inReview,
    { columns: SEPARATE },
    { columns: SEPARATE, helpfulness: { percent: 20 } },
    facts,
    [{ code: 'helpfulnessCounts', percent: 20 }],
  ],
  [
    'until it does no more',
    inReview,
    { columns: SEPARATE, helpfulness: { percent: 20 } },
    { columns: SEPARATE },
    facts,
    [{ code: 'helpfulnessIgnored' }],
  ],
  [
    'a date for the release',
    inReview,
    {},
    { releaseMode: { kind: 'date', releaseAt: '2027-04-01T10:00:00.000Z' } },
    facts,
    [{ code: 'releasedOn', at: '2027-04-01T10:00:00.000Z' }],
  ],
  [
    'grades that go out at once',
    inReview,
    {},
    { releaseMode: { kind: 'immediate' } },
    facts,
    [{ code: 'releasedAtOnce', count: 5 }],
  ],
  [
    'before reviews, to nobody yet',
    {},
    {},
    { releaseMode: { kind: 'immediate' } },
    facts,
    [{ code: 'releasedAtOnce', count: 0 }],
  ],
  ['and back', inReview, { releaseMode: { kind: 'immediate' } }, {}, facts, [{ code: 'releasedByHand' }]],
])('%s', (_rule, state, before, after, known, expected) => {
  const review = buildPeerReview({ ...state, settings: buildSettings(before) });
  expect(effectsOf(review, buildSettings(after), known)).toEqual(expected);
});
