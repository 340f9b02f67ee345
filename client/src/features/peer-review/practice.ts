import type { LearnerActivity } from './api.ts';
import type { OwnCalibration } from './calibration-api.ts';

type Waiting = Pick<LearnerActivity, 'phase' | 'reviewsAsked'> & {
  readonly reviewTasks: readonly Pick<LearnerActivity['reviewTasks'][number], 'state'>[];
};

type Practice = Pick<OwnCalibration, 'attempts' | 'can'> & {
  readonly examples: readonly Pick<OwnCalibration['examples'][number], 'attempts'>[];
};

/** Whether a learner waits for works to review, and may review an example meanwhile. */
export function mayPractise({ phase, reviewsAsked, reviewTasks }: Waiting, calibration: Practice): boolean {
  const isIdle = reviewTasks.every(({ state }) => state === 'submitted');
  const isDone = reviewsAsked > 0 && reviewTasks.length >= reviewsAsked;
  if (phase !== 'review' || !isIdle || isDone || !calibration.can.review) return false;
  const most = calibration.attempts ?? Infinity;
  return calibration.examples.some(({ attempts }) => attempts < most);
}
