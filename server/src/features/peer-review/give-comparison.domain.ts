import { comparisonIdOf } from '../../core/ids.ts';
import type { Random } from '../../core/random.ts';
import type { Comparison } from './comparison.domain.ts';
import { labelled } from './label-comparisons.domain.ts';
import { authorsOf, type PeerReview, type Submission } from './peer-review.domain.ts';
import { isComparing, reviewsOpen } from './phases.domain.ts';

export interface GiveSnapshot {
  /** With the reviewer's own dates. */
  readonly peerReview: PeerReview;
  readonly left: Submission | null;
  readonly right: Submission | null;
  readonly reviewerId: string;
  /** Whether the reviewer is a learner of the course now. */
  readonly isLearner: boolean;
  /** Whether the reviewer must not review one of the works. */
  readonly isApart: boolean;
  /** What the reviewer has to compare, and what the two works are in; also what was taken away. */
  readonly around: readonly Comparison[];
}

export type GiveDecision =
  | { readonly type: 'give' | 'giveBack' | 'unchanged'; readonly comparison: Comparison }
  | {
      readonly type: 'refuse';
      readonly reason: 'NOT_FOUND' | 'MEMBER_NOT_LEARNING' | 'REVIEWERS_APART' | 'REVIEWS_CLOSED';
    };

/** Whether staff may give somebody two works to compare: never the own one, never twice, and only while reviews are open. */
export function decideGiveComparison(snapshot: GiveSnapshot, now: Date, random: Random): GiveDecision {
  const { peerReview, left, right, reviewerId, around } = snapshot;
  const isWork = (work: Submission | null): work is Submission =>
    work !== null && !work.testUser && !authorsOf(work).includes(reviewerId);
  if (!isComparing(peerReview) || !isWork(left) || !isWork(right) || left.id === right.id)
    return { type: 'refuse', reason: 'NOT_FOUND' };
  const id = comparisonIdOf(reviewerId, left.id, right.id);
  const there = around.find((one) => one.id === id);
  if (there && !there.takenAway) return { type: 'unchanged', comparison: there };
  if (!snapshot.isLearner) return { type: 'refuse', reason: 'MEMBER_NOT_LEARNING' };
  if (snapshot.isApart) return { type: 'refuse', reason: 'REVIEWERS_APART' };
  if (!reviewsOpen(peerReview, now)) return { type: 'refuse', reason: 'REVIEWS_CLOSED' };
  if (there) return { type: 'giveBack', comparison: there };
  const own = around.filter((one) => one.reviewerId === reviewerId && !one.takenAway);
  // Within what everybody has to make it counts as any other; beyond that it is welcome.
  const extra = own.length >= peerReview.settings.reviewsPerLearner;
  const [comparison] = labelled([{ reviewerId, left, right, extra }], around, random);
  return comparison ? { type: 'give', comparison } : { type: 'refuse', reason: 'NOT_FOUND' };
}

/** One that has begun stays: nothing that somebody has written is lost. */
export function decideTakeComparison(comparison: Comparison | null): 'take' | 'unchanged' | 'begun' {
  if (!comparison) return 'unchanged';
  return comparison.state === 'toDo' ? 'take' : 'begun';
}
