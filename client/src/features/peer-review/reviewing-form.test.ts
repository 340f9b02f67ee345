import { expect, test } from '@jest/globals';
import { NOTHING_BUT_WRITTEN, reviewingChecks, reviewingFields, reviewingOf } from './reviewing-form.ts';

const ALL = {
  agreement: { percent: 60, strictness: 'lax' },
  helpfulness: { percent: 30 },
  quality: { percent: 10 },
} as const;

test.each([
  ['nothing but writing', NOTHING_BUT_WRITTEN],
  ['agreement alone', { ...ALL, helpfulness: null, quality: null }],
  ['helpfulness alone', { ...ALL, agreement: null, quality: null }],
  ['what staff say alone', { ...ALL, agreement: null, helpfulness: null }],
  ['all', ALL],
])('settings with %s come back from the form as they were', (_what, settings) => {
  expect(reviewingOf(reviewingFields(settings), true)).toEqual(settings);
});

test('without a grade for reviewing, nothing counts for it', () => {
  expect(reviewingOf(reviewingFields(ALL), false)).toEqual(NOTHING_BUT_WRITTEN);
});

test.each([
  ['all together are the whole', 60, 30, 10, []],
  ['all together are more than the whole', 60, 30, 11, ['qualityPercent']],
  ['two of them already are', 60, 41, 10, ['helpfulnessPercent']],
  ['no share', 0, 40, 10, ['agreementPercent']],
  ['more than everything', 101, 40, 10, ['agreementPercent']],
  ['no number', 60, Number.NaN, 10, ['helpfulnessPercent']],
])('%s', (_what, agreementPercent, helpfulnessPercent, qualityPercent, wrong) => {
  const form = { ...reviewingFields(ALL), agreementPercent, helpfulnessPercent, qualityPercent };
  expect(reviewingChecks(form).flatMap(([field, problem]) => (problem ? [field] : []))).toEqual(wrong);
});
