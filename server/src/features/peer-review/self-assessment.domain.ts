import { reviewsOpen } from './phases.domain.ts';
import type { PeerReview, Review, ReviewContent } from './peer-review.domain.ts';

/** What a learner gives the own work (spec/peer-review.md, 3); each submission is a version. */
export interface SelfAssessment extends ReviewContent {
  readonly activityId: string;
  readonly memberId: string;
  /** From 1. */
  readonly n: number;
  /** The version of the work that was assessed. */
  readonly workVersion: number;
  readonly at: Date;
}

/** Why the own work can be assessed now, or cannot. */
export type SelfWindow = 'noWork' | 'notYet' | 'reviewsFirst' | 'open' | 'closed';

/**
 * Whether somebody can rate the own work now: while reviews run, before anybody knows what peers gave; where results are
 * shown as they come in, until the date all the same. Reviews that one can no longer write do not hold it up.
 */
export function selfWindow(
  review: PeerReview,
  own: { readonly hasWork: boolean; readonly tasks: readonly Pick<Review, 'state'>[] },
  now: Date,
): SelfWindow {
  const { selfAssessment, releaseMode } = review.settings;
  const isOver = !selfAssessment || now.getTime() > Date.parse(selfAssessment.closesAt);
  const isTold = review.phase === 'released' && releaseMode.kind !== 'immediate';
  if (isOver || isTold || review.state !== 'published') return 'closed';
  if (!own.hasWork) return 'noWork';
  if (review.phase === 'submission') return 'notYet';
  const waits = own.tasks.some(({ state }) => state !== 'submitted') && reviewsOpen(review, now);
  return selfAssessment.opens === 'afterOwnReviews' && waits ? 'reviewsFirst' : 'open';
}
