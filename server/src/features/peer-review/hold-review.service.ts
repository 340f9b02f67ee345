import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Review } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { heldFrom, isProlonged } from './pull-queue.domain.ts';
import type { TendQueueService } from './tend-queue.service.ts';

/** @param by who writes it */
export type HoldReview = (scope: CourseScope, review: Review, by: string) => Promise<void>;

/**
 * Notes that somebody writes a review: it has begun, and one that was taken from the queue is kept for its reviewer
 * for longer. It comes before what is written is stored, so that no review that holds something can go back.
 */
export const createHoldReview =
  (
    { reviews }: Pick<PeerReviewStores, 'reviews'>,
    tending: Pick<TendQueueService, 'refresh'>,
    clock: Clock,
  ): HoldReview =>
  async (scope, review, by) => {
    if (review.reviewers && !review.writers?.includes(by)) await reviews.noteWriter(scope, review.id, by);
    if (review.turn === undefined) {
      if (review.state === 'toDo') await reviews.markBegun(scope, review.id);
      return;
    }
    const now = clock.now();
    if (review.state !== 'toDo' && !isProlonged(review, now)) return;
    const heldUntil = heldFrom(now);
    const isThere = await reviews.hold(scope, review.id, heldUntil);
    // Its time ended at this very moment, and the work went back.
    if (!isThere && review.state === 'toDo') await reviews.insertBegun({ ...review, heldUntil });
    // Others have been offered the work since: this review counts again.
    if (!isThere || !review.heldUntil) await tending.refresh(scope, review.activityId, review.authorId);
  };
