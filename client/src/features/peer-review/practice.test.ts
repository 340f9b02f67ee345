import { expect, test } from '@jest/globals';
import { mayPractise } from './practice.ts';

const submitted = { state: 'submitted' } as const;
const waiting = { phase: 'review', reviewsAsked: 3, reviewTasks: [submitted] } as const;
const examples = { examples: [{ attempts: 2 }], attempts: null, can: { review: true } };

test.each([
  ['who waits for the next work', waiting, examples, true],
  ['who has nothing to review at all', { ...waiting, reviewsAsked: 0, reviewTasks: [] }, examples, true],
  ['not who has a review to write', { ...waiting, reviewTasks: [{ state: 'begun' }] }, examples, false],
  ['not who has written all', { ...waiting, reviewsAsked: 1 }, examples, false],
  ['nobody before reviews begin', { ...waiting, phase: 'submission' }, examples, false],
  ['not who has used up the attempts', waiting, { ...examples, attempts: 2 }, false],
  ['nobody after reviews close', waiting, { ...examples, can: { review: false } }, false],
] as const)('an example is offered meanwhile: %s', (_who, activity, calibration, expected) => {
  expect(mayPractise(activity, calibration)).toBe(expected);
});
