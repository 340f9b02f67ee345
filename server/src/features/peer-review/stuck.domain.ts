import type { StuckReason } from '../../contracts/peer-review-staff.ts';
import type { PeerReview, ProgressRow } from './peer-review.domain.ts';
import { reviewsOpen, submissionsOpen } from './phases.domain.ts';

type Way = Pick<ProgressRow, 'submittedAt' | 'given' | 'received' | 'grade' | 'sync' | 'others'>;

/** Grades that wait for something that does not come by itself. */
const NOT_SENT: ReadonlySet<ProgressRow['sync']['state']> = new Set(['failed', 'noColumn', 'notTakenBack']);

/**
 * What keeps one learner from getting on, the first step first: what staff have to do something about, not what only
 * takes its time.
 *
 * @param review with the learner's own dates @param isOutside groups hand in, and the learner is in none
 */
export function stuckReasons(review: PeerReview, row: Way, now: Date, isOutside = false): StuckReason[] {
  if (review.state === 'draft') return [];
  const reasons: StuckReason[] = [];
  if (row.submittedAt === null) {
    // Before it is late: nobody but staff can do anything about it.
    if (isOutside && review.state !== 'closed') reasons.push('noGroup');
    else if (!submissionsOpen(review, null, now) && hasBegun(review, now)) reasons.push('noWork');
  } else reasons.push(...aboutReviews(review, row, now));
  const isGraded = review.phase === 'released' && !review.withdrawal;
  const isComputed = review.release?.doneAt !== null;
  if (isGraded && isComputed && row.received.done > 0 && row.grade === null) reasons.push('noGrade');
  if ([row, ...row.others].some(({ sync }) => NOT_SENT.has(sync.state))) reasons.push('notInGradebook');
  return reasons;
}

/** While nothing was closed yet, a closed activity or a coming date keeps nobody. */
const hasBegun = ({ settings, allocation, state }: PeerReview, now: Date): boolean =>
  state === 'closed' || allocation !== null || now.getTime() > Date.parse(settings.submissionsCloseAt);

function aboutReviews(review: PeerReview, { given, received }: Way, now: Date): StuckReason[] {
  if (!review.allocation?.doneAt) return [];
  const isOver = !reviewsOpen(review, now);
  const reasons: StuckReason[] = [];
  if (given.of === 0) reasons.push('nobodyToReview');
  else if (given.done < given.of && isOver) reasons.push('reviewsMissing');
  if (received.of === 0) reasons.push('noReviewers');
  else if (received.done === 0 && isOver) reasons.push('noReviews');
  return reasons;
}
