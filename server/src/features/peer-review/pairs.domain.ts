import { freeLabel, letterOf } from './allocate-late.domain.ts';
import { newReview } from './allocate-reviews.domain.ts';
import {
  authorsOf,
  type PeerReview,
  type ProgressRow,
  type Review,
  type Submission,
} from './peer-review.domain.ts';
import { isComparing, reviewsOpen } from './phases.domain.ts';

export interface PairSnapshot {
  /** With the reviewer's own dates. */
  readonly peerReview: PeerReview;
  readonly work: Submission | null;
  readonly reviewerId: string;
  /** Whether the reviewer is a learner of the course now. */
  readonly isLearner: boolean;
  /** Whether the two must not review each other. */
  readonly isApart: boolean;
  /** Reviews of the work, and those that the reviewer has to write. */
  readonly ofWork: readonly Review[];
  readonly own: readonly Review[];
}

export type AddDecision =
  | { readonly type: 'add'; readonly review: Review }
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refuse';
      readonly reason: 'NOT_FOUND' | 'MEMBER_NOT_LEARNING' | 'REVIEWERS_APART' | 'REVIEWS_CLOSED';
    };

/** Whether staff may give a work to somebody: never to its author, never twice, and only while it can be reviewed. */
export function decideAddPair(snapshot: PairSnapshot, now: Date): AddDecision {
  const { peerReview, work, reviewerId, isLearner, ofWork, own } = snapshot;
  if (!work || work.testUser || authorsOf(work).includes(reviewerId) || isComparing(peerReview))
    return { type: 'refuse', reason: 'NOT_FOUND' };
  if (ofWork.some((review) => review.reviewerId === reviewerId)) return { type: 'unchanged' };
  if (!isLearner) return { type: 'refuse', reason: 'MEMBER_NOT_LEARNING' };
  if (snapshot.isApart) return { type: 'refuse', reason: 'REVIEWERS_APART' };
  if (!reviewsOpen(peerReview, now)) return { type: 'refuse', reason: 'REVIEWS_CLOSED' };
  const workLabel = freeLabel(
    own.map((review) => review.workLabel),
    letterOf,
  );
  const number = ofWork.reduce((most, review) => Math.max(most, Number(review.reviewerLabel)), 0) + 1;
  // Within what everybody has to write it counts as any other; beyond that it is welcome.
  const isExtra = own.length >= peerReview.settings.reviewsPerLearner;
  return { type: 'add', review: newReview(work, reviewerId, workLabel, String(number), isExtra) };
}

/** A review that has begun stays: nothing that somebody has written is lost. */
export function decideRemovePair(review: Review | null): 'remove' | 'unchanged' | 'begun' {
  if (!review) return 'unchanged';
  return review.state === 'toDo' ? 'remove' : 'begun';
}

type Candidate = Pick<ProgressRow, 'memberId' | 'name' | 'given'>;

/** Those with the fewest reviews to write, who are equal by name. */
export const leastGiven = (people: readonly Candidate[], limit: number): Candidate[] =>
  people
    .toSorted((a, b) => a.given.of - b.given.of || (a.name ?? '').localeCompare(b.name ?? ''))
    .slice(0, limit);
