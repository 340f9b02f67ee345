import { MEDIA } from '../vocabulary.ts';
import type { Json, ScoreContext, ScoreDecision } from './profile.ts';
import { isAmount } from './profile.ts';

const ACTIVITY = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const GRADING = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'];
const FIELDS = [
  'userId',
  'scoreGiven',
  'scoreMaximum',
  'comment',
  'timestamp',
  'activityProgress',
  'gradingProgress',
  'submission',
  'scoringUserId',
];
/** AGS 2.0 §3.4.8: ISO 8601 with a time zone. */
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

const refuse = (status: number, reason: string): ScoreDecision => ({
  answer: {
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status, title: reason }),
  },
});

/** AGS 2.0 §3.4: what makes a score malformed. */
function findFault(score: Json): string | undefined {
  // Extensions are properties named by a fully-qualified URL.
  const unknown = Object.keys(score).find((name) => !FIELDS.includes(name) && !URL.canParse(name));
  if (unknown !== undefined) return `${unknown} is not a property of a score`;
  const { userId, timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum, comment } = score;
  if (typeof userId !== 'string') return 'userId is required';
  if (typeof timestamp !== 'string' || !ISO_8601.test(timestamp))
    return 'timestamp must be ISO 8601 with a time zone';
  if (!ACTIVITY.includes(String(activityProgress))) return 'activityProgress is not of the vocabulary';
  if (!GRADING.includes(String(gradingProgress))) return 'gradingProgress is not of the vocabulary';
  if (comment !== undefined && typeof comment !== 'string') return 'comment must be text';
  if (scoreGiven === undefined) return undefined;
  if (!isAmount(scoreGiven)) return 'scoreGiven must be a number of 0 or more';
  return isAmount(scoreMaximum) && scoreMaximum > 0
    ? undefined
    : 'scoreMaximum is required beside scoreGiven';
}

export function decideStrictScore({ score, item, course, member, cell }: ScoreContext): ScoreDecision {
  const fault = findFault(score);
  if (fault !== undefined) return refuse(400, fault);
  if (course.concluded) return refuse(403, 'The course has concluded');
  if (!member || member.status === 'Deleted') return refuse(404, 'The user is not in the course');
  if (member.role !== 'learner' && member.role !== 'test-student')
    return refuse(422, 'The user cannot be graded');
  const at = Date.parse(String(score['timestamp']));
  // §3.4.9: never update from a score that is older than the one on record.
  if (cell && cell.timestamp !== null && at < cell.timestamp)
    return refuse(409, 'A newer score is on record');
  const { scoreGiven, scoreMaximum, gradingProgress, activityProgress, comment } = score;
  // §3.4.1: no scoreGiven means there is presently no score, so an earlier one is cleared.
  const given = isAmount(scoreGiven) ? (scoreGiven * item.scoreMaximum) / Number(scoreMaximum) : null;
  return {
    answer: { status: 204, body: '', contentType: MEDIA.score },
    change: {
      timestamp: at,
      activityProgress: String(activityProgress),
      gradingProgress: String(gradingProgress),
      score: gradingProgress === 'FullyGraded' ? given : null,
      maximum: item.scoreMaximum,
      comment: typeof comment === 'string' ? comment : null,
      attempts: (cell?.attempts ?? 0) + (activityProgress === 'Submitted' ? 1 : 0),
    },
  };
}
