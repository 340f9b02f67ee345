import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildReview } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import type { Anonymity } from '../../contracts/anonymity.ts';
import { ANONYMITY } from '../../contracts/limits.ts';
import {
  anonymityEffects,
  isLooser,
  type KnownReview,
  promiseFor,
  promiseOf,
  seenReview,
} from './anonymity.domain.ts';

const anonymity = fc.constantFrom(...ANONYMITY);

const known = (workPromise: Anonymity, promise: Anonymity): KnownReview => ({
  review: buildReview({ state: 'submitted', version: 1, promise }),
  workPromise,
  authorName: 'Ada',
  reviewerName: 'Ben',
});

test('nothing that is written is ever protected less than any of its versions was promised', () => {
  fc.assert(
    fc.property(fc.array(anonymity, { minLength: 1, maxLength: 8 }), (settings) => {
      let written = { version: 0, promise: 'nobodyKnows' as Anonymity };
      for (const setting of settings) {
        const promise: Anonymity = promiseFor(setting, written);
        expect(isLooser(promise, setting)).toBe(false);
        if (written.version > 0) expect(isLooser(promise, written.promise)).toBe(false);
        written = { version: written.version + 1, promise };
      }
    }),
  );
});

test('what was written before one could choose was promised that nobody knows', () => {
  expect(promiseOf({ version: 1 })).toBe('nobodyKnows');
  expect(promiseFor('allKnown', { version: 1 })).toBe('nobodyKnows');
  // A review that is allocated is not written yet: nothing was promised.
  expect(promiseFor('allKnown', { version: 0 })).toBe('allKnown');
});

describe('each side is known by what it was promised itself', () => {
  test.each([
    ['nobody knows', 'nobodyKnows', 'nobodyKnows', null, null],
    ['reviewers know the authors', 'authorsKnown', 'authorsKnown', 'Ada', null],
    ['all know each other', 'allKnown', 'allKnown', 'Ada', 'Ben'],
    ['a work under a stricter promise than the review', 'nobodyKnows', 'allKnown', null, 'Ben'],
    ['a review under a stricter promise than the work', 'allKnown', 'nobodyKnows', 'Ada', null],
    ['a review of before, when authors were not known', 'nobodyKnows', 'authorsKnown', null, null],
  ] as const)('%s', (_rule, workPromise, promise, author, reviewer) => {
    expect(seenReview(known(workPromise, promise))).toMatchObject({
      author,
      reviewer,
      knowsAuthor: author !== null,
      knowsReviewer: reviewer !== null,
    });
  });
});

test.each([
  ['the same choice does nothing', 'nobodyKnows', 3, []],
  [
    'another holds for what comes, and what is there keeps its promise',
    'allKnown',
    3,
    [
      { code: 'anonymityChanged', to: 'allKnown' },
      { code: 'promisesKept', count: 3 },
    ],
  ],
  [
    'where nothing is written there is none to keep',
    'allKnown',
    0,
    [{ code: 'anonymityChanged', to: 'allKnown' }],
  ],
] as const)('%s', (_rule, to, written, effects) => {
  expect(anonymityEffects(buildSettings(), buildSettings({ anonymity: to }), written)).toEqual(effects);
});
