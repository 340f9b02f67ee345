import { generic, type Quirks } from './generic.ts';

/** Canvas as its source and documentation describe it. */
export const canvas: Quirks = {
  ...generic,
  // The dates of an assignment differ from learner to learner; at their own launch they are theirs.
  customParameters: {
    ...generic.customParameters,
    person_due_at: '$Canvas.assignment.dueAt.iso8601',
    person_available_from: '$Canvas.assignment.unlockAt.iso8601',
    person_available_until: '$Canvas.assignment.lockAt.iso8601',
  },
  // It has no accept_lineitem and takes line items where a link can become an assignment.
  acceptsLineItem: () => true,
  // Without it every score is a new attempt, and attempts run out.
  scoreExtension: { 'https://canvas.instructure.com/lti/submission': { new_submission: false } },
  // The older answer of its leaky bucket; newer versions answer 429.
  isThrottled: (status, body) =>
    generic.isThrottled(status, body) || (status === 403 && /rate limit exceeded/i.test(body)),
  isNotNewer: (status, body) =>
    generic.isNotNewer(status, body) || (status === 400 && /before last updated timestamp/i.test(body)),
};
