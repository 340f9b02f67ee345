import type { Answer, ScoreContext, ScoreDecision } from './profile.ts';
import { isAmount } from './profile.ts';

const TYPE = 'application/vnd.ims.lis.v1.score+json; charset=utf-8';
const refuse = (status: number): ScoreDecision => ({ answer: { status, contentType: TYPE, body: '[]' } });
const stored: Answer = { status: 200, contentType: TYPE, body: '' };
/** strtotime() keeps whole seconds only. */
const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Whether Moodle takes a score (../recorded/moodle-4.5/README.md, "AGS", and the transcript beside it). */
export function decideMoodleScore({ score, item, member, cell }: ScoreContext): ScoreDecision {
  const { userId, timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum, comment } = score;
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  if (typeof userId !== 'string' || Number.isNaN(at)) return refuse(400);
  if (typeof activityProgress !== 'string' || typeof gradingProgress !== 'string') return refuse(400);
  if (!member || member.status !== 'Active' || member.role !== 'learner') return refuse(400);
  if (cell && cell.timestamp !== null && wholeSeconds(at) <= wholeSeconds(cell.timestamp)) return refuse(409);
  const graded = gradingProgress === 'FullyGraded' && isAmount(scoreGiven);
  const maximum = isAmount(scoreMaximum) && scoreMaximum > 0 ? scoreMaximum : item.scoreMaximum;
  return {
    answer: stored,
    change: {
      timestamp: wholeSeconds(at),
      activityProgress,
      gradingProgress,
      comment: typeof comment === 'string' && comment !== '' ? comment : null,
      // A score that is not fully graded is dropped; only its comment stays.
      ...(graded && { score: (scoreGiven * item.scoreMaximum) / maximum, maximum: item.scoreMaximum }),
    },
  };
}
