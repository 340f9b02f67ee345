import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { reviewsOpen } from './phases.domain.ts';
import { getOwnPeerReview } from './settings.service.ts';

/** How long reviewers are at work on a review, where the activity measures it (spec/peer-review.md, 8); otherwise nothing is kept. */
export const createReviewTimeService = (
  { reviews }: Pick<PeerReviewStores, 'reviews'>,
  activities: ActivityService,
  clock: Clock,
) => ({
  /**
   * Adds seconds to a review of the caller's own; of anybody else's, and where nothing is measured, it adds nothing.
   *
   * @param beat names this one request: repeated, it adds nothing more. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN
   */
  async add(
    { scope, member }: Caller,
    activityId: string,
    reviewId: string,
    beat: string,
    seconds: number,
  ): Promise<Record<string, never>> {
    const peerReview = await getOwnPeerReview(activities, scope, activityId, member.id);
    if (peerReview.settings.measuresTime && reviewsOpen(peerReview, clock.now()))
      await reviews.addSeconds(scope, activityId, reviewId, member.id, beat, seconds);
    return {};
  },
});
