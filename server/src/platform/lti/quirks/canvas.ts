import type { RefusalCause } from '../grade-ports.ts';
import { generic, numberIn, type Quirks } from './generic.ts';

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';

/** What its leaky bucket sets aside for each request under way. */
const RESERVED_PER_REQUEST = 50;

/** Its answers of 422 by their message: everything it objects to in a person, a course or an attempt. */
const UNPROCESSABLE: readonly (readonly [RegExp, RefusalCause])[] = [
  [/not found in course or is not a student/i, 'notAMember'],
  [/course has concluded/i, 'courseConcluded'],
  [/still unpublished/i, 'unpublished'],
  [/maximum number of allowed attempts/i, 'attemptsExhausted'],
];

function refusalCause(status: number, body: string): RefusalCause {
  if (status === 422) return UNPROCESSABLE.find(([message]) => message.test(body))?.[1] ?? 'other';
  // 404: deleted; 412: another tool's.
  if (status === 404 || status === 412) return 'columnGone';
  return generic.refusalCause(status, body);
}

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
  abilities: { clearsScores: true, handedIn: 'preserves' },
  // Every score is a new attempt unless it says that it is none, and attempts run out. A score-less one clears the
  // grade unless it says that it does not. Its prioritize_non_tool_grade is not used: it would keep a grade of our own too.
  scoreExtension: (kind) => ({
    [SUBMISSION]:
      kind.type === 'grade'
        ? { new_submission: false }
        : {
            new_submission: kind.newAttempt,
            preserve_score: true,
            submission_type: 'basic_lti_launch',
            submission_data: kind.viewUrl,
            submitted_at: kind.submittedAt.toISOString(),
          },
  }),
  // Of several columns on one link only the first is an assignment's, and only an assignment's shows in the gradebook.
  addedColumnsNameTheLink: false,
  // The older answer of its leaky bucket; newer versions answer 429.
  isThrottled: (status, body) =>
    generic.isThrottled(status, body) || (status === 403 && /rate limit exceeded/i.test(body)),
  isNotNewer: (status, body) =>
    generic.isNotNewer(status, body) || (status === 400 && /before last updated timestamp/i.test(body)),
  refusalCause,
  room: (headers) => {
    const remaining = numberIn(headers, 'x-rate-limit-remaining');
    return remaining === null ? null : Math.floor(remaining / RESERVED_PER_REQUEST);
  },
  // Its own pages are of ten unless asked.
  pageQuery: { per_page: '100', limit: '100' },
};
