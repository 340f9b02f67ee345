import type { Cell } from '../types.ts';
import type { Json, ScoreContext, ScoreDecision } from './profile.ts';
import { asText, isAmount } from './profile.ts';

const EXTENSION = 'https://canvas.instructure.com/lti/submission';
const SUBMISSION_TYPES = [
  'none',
  'basic_lti_launch',
  'online_text_entry',
  'online_url',
  'external_tool',
  'online_upload',
];
const CONTENT_TYPE = 'application/vnd.ims.lis.v1.score+json; charset=utf-8';
const FUTURE_TOLERANCE_MS = 60_000;

const refuse = (status: number, message: string): ScoreDecision => ({
  answer: {
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({
      errors: { type: status === 400 ? 'bad_request' : 'unprocessable_entity', message },
    }),
  },
});

/** The first thing Canvas objects to, in its own order. */
function findObjection(
  { score, course, member, cell, now, item }: ScoreContext,
  extension: Json,
): ScoreDecision | undefined {
  const { timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum } = score;
  if (course.concluded)
    return refuse(422, 'This course has concluded. AGS requests will no longer be accepted.');
  if (typeof activityProgress !== 'string' || typeof gradingProgress !== 'string') {
    return refuse(400, 'param is missing or the value is empty');
  }
  const gradable = member?.role === 'learner' || member?.role === 'test-student';
  if (!gradable || member.status !== 'Active')
    return refuse(422, 'User not found in course or is not a student');
  if (item.unpublished) return refuse(422, 'This assignment is still unpublished');
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(at)) return refuse(400, 'Provided timestamp not valid ISO8601 time');
  if (cell && cell.timestamp !== null && at < cell.timestamp)
    return refuse(400, 'Provided timestamp before last updated timestamp');
  if (scoreGiven !== undefined && !isAmount(scoreMaximum)) {
    return refuse(422, 'ScoreMaximum must be greater than or equal to 0');
  }
  if (
    extension['submission_type'] !== undefined &&
    !SUBMISSION_TYPES.includes(asText(extension['submission_type']))
  ) {
    return refuse(422, 'Provided submission_type not valid');
  }
  const submittedAt = extension['submitted_at'];
  if (submittedAt !== undefined) {
    const submitted = Date.parse(asText(submittedAt));
    if (Number.isNaN(submitted)) return refuse(400, 'Provided submitted_at timestamp not valid ISO8601 time');
    if (submitted > now + FUTURE_TOLERANCE_MS)
      return refuse(400, 'Provided submitted_at timestamp is in the future');
  }
  const exhausted = item.allowedAttempts !== undefined && (cell?.attempts ?? 0) >= item.allowedAttempts;
  if (extension['new_submission'] !== false && exhausted) {
    return refuse(422, 'The maximum number of allowed attempts has been reached for this submission');
  }
  return undefined;
}

/** What the score does to the grade: sets it, leaves it, or clears it. */
function gradeChange({ score, item, cell }: ScoreContext, extension: Json): Partial<Cell> {
  const { scoreGiven, scoreMaximum, gradingProgress } = score;
  const counts = gradingProgress === 'FullyGraded' || gradingProgress === 'PendingManual';
  if (!counts || !isAmount(scoreGiven)) {
    return extension['preserve_score'] === true ? {} : { score: null };
  }
  if (extension['preserve_score'] === true) return {};
  // Whoever gave it: Canvas only looks whether there is one.
  if (extension['prioritize_non_tool_grade'] === true && isAmount(cell?.score)) return {};
  const maximum = isAmount(scoreMaximum) && scoreMaximum > 0 ? scoreMaximum : item.scoreMaximum;
  return { score: (scoreGiven * item.scoreMaximum) / maximum, maximum: item.scoreMaximum };
}

/** Whether Canvas takes a score, what happens to the grade, and whether an attempt is used up. */
export function decideCanvasScore(context: ScoreContext): ScoreDecision {
  const { score, cell, now, lineItemUrl } = context;
  const submission = (score['submission'] ?? {}) as Json;
  const extension: Json = {
    submitted_at: submission['submittedAt'] ?? score['submittedAt'],
    ...(score[EXTENSION] as Json | undefined),
  };
  const objection = findObjection(context, extension);
  if (objection) return objection;
  const newAttempt = extension['new_submission'] !== false;
  const comment = score['comment'];
  return {
    answer: {
      status: 200,
      contentType: CONTENT_TYPE,
      body: JSON.stringify({ resultUrl: `${lineItemUrl}/results/${asText(score['userId'])}` }),
    },
    change: {
      ...gradeChange(context, extension),
      timestamp: Date.parse(asText(score['timestamp'])),
      activityProgress: asText(score['activityProgress']),
      gradingProgress: asText(score['gradingProgress']),
      attempts: (cell?.attempts ?? 0) + (newAttempt ? 1 : 0),
      ...(typeof comment === 'string' && { comment, comments: [...(cell?.comments ?? []), comment] }),
      ...(newAttempt && { submittedAt: asText(extension['submitted_at']) || new Date(now).toISOString() }),
      ...(extension['submission_type'] !== undefined && { submission: extension }),
    },
  };
}
