import { expect, test } from '@jest/globals';
import { optionalChecks, type OptionalForm, optionalFields, optionalOf } from './optional-form.ts';

const REVIEWS_CLOSE = '2027-03-08T12:00';
const NONE = { calibration: null, selfAssessment: null, revision: null, backEvaluation: null };
const ALL = {
  calibration: { pass: { examples: 2, agreementPercent: 80 }, attempts: 3 },
  selfAssessment: { opens: 'afterOwnReviews', closesAt: new Date('2027-03-09T12:00').toISOString() },
  revision: { closesAt: new Date('2027-03-15T12:00').toISOString() },
  backEvaluation: { closesAt: new Date('2027-03-22T12:00').toISOString() },
} as const;

test.each([
  ['no step', NONE],
  ['every step', ALL],
])('settings with %s come back from the form as they were', (_what, settings) => {
  expect(optionalOf(optionalFields(settings, REVIEWS_CLOSE))).toEqual(settings);
});

test.each<[string, Partial<OptionalForm>, string[]]>([
  ['what fits', {}, []],
  [
    'no examples',
    { calibration: { ...ALL.calibration, pass: { examples: 0, agreementPercent: 80 } } },
    ['calibrationExamples'],
  ],
  [
    'half a percent',
    { calibration: { ...ALL.calibration, pass: { examples: 1, agreementPercent: 0.5 } } },
    ['calibrationAgreement'],
  ],
  ['too many attempts', { calibration: { ...ALL.calibration, attempts: 11 } }, ['calibrationAttempts']],
  ['a date before submissions close', { selfClosesAt: '2027-03-01T11:00' }, ['selfClosesAt']],
  ['a revision before reviews close', { revisionClosesAt: REVIEWS_CLOSE }, ['revisionClosesAt']],
  [
    'feedback on reviews before they close',
    { backEvaluationClosesAt: REVIEWS_CLOSE },
    ['backEvaluationClosesAt'],
  ],
  ['no date', { selfClosesAt: '' }, ['selfClosesAt']],
  ['a bad date of a step that is off', { selfClosesAt: '', assessesSelf: false }, []],
])('%s', (_what, part, expected) => {
  const form = {
    ...optionalFields(ALL, REVIEWS_CLOSE),
    submissionsCloseAt: '2027-03-01T12:00',
    reviewsCloseAt: REVIEWS_CLOSE,
    ...part,
  };
  expect(optionalChecks(form).flatMap(([field, fault]) => (fault ? [field] : []))).toEqual(expected);
});
