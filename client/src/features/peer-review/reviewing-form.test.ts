import { expect, test } from '@jest/globals';
import { NOTHING_BUT_WRITTEN, reviewingChecks, reviewingFields, reviewingOf } from './reviewing-form.ts';

const BOTH = { agreement: { percent: 60, strictness: 'lax' }, helpfulness: { percent: 40 } } as const;

test.each([
  ['nothing but writing', NOTHING_BUT_WRITTEN],
  ['agreement alone', { ...BOTH, helpfulness: null }],
  ['helpfulness alone', { ...BOTH, agreement: null }],
  ['both', BOTH],
])('settings with %s come back from the form as they were', (_what, settings) => {
  expect(reviewingOf(reviewingFields(settings), true)).toEqual(settings);
});

test('without a grade for reviewing, nothing counts for it', () => {
  expect(reviewingOf(reviewingFields(BOTH), false)).toEqual(NOTHING_BUT_WRITTEN);
});

test.each([
  ['both together are the whole', 60, 40, []],
  ['both together are more than the whole', 60, 41, ['helpfulnessPercent']],
  ['no share', 0, 40, ['agreementPercent']],
  ['more than everything', 101, 40, ['agreementPercent']],
  ['no number', 60, Number.NaN, ['helpfulnessPercent']],
])('%s', (_what, agreementPercent, helpfulnessPercent, wrong) => {
  const form = { ...reviewingFields(BOTH), agreementPercent, helpfulnessPercent };
  expect(reviewingChecks(form).flatMap(([field, problem]) => (problem ? [field] : []))).toEqual(wrong);
});
