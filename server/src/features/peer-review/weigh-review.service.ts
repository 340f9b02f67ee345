import type { ReviewWeightsView } from '../../contracts/review-weights.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { authorsOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { decideWeighing, revisionOf } from './weigh-review.domain.ts';
import { reviewWeightsView } from './weigh-review.views.ts';

/** Staff say how much a review counts. */
export function createWeighReviewService(
  { reviews }: Pick<PeerReviewStores, 'reviews'>,
  activities: Pick<ActivityService, 'get' | 'noteReviewsWeighed'>,
  course: Pick<CourseService, 'findMembers'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Three round trips. @throws AppError NOT_FOUND for an activity that the course does not have */
  async function list(caller: Caller, activityId: string, memberId: string): Promise<ReviewWeightsView> {
    const { scope } = caller;
    const [received] = await Promise.all([
      reviews.listSubmittedByAuthor(scope, activityId, memberId),
      activities.get(scope, activityId),
    ]);
    const by = new Set(received.flatMap(({ weighings = [] }) => weighings.map((one) => one.by)));
    const members = by.size === 0 ? [] : await course.findMembers(scope, [...by]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const weighed = received.map((review) => ({ review, revision: revisionOf(review) }));
    return reviewWeightsView(weighed, names, { change: caller.can('grade.override') });
  }

  return {
    list,

    /** @throws AppError NOT_FOUND, STALE_REVISION */
    async weigh(
      caller: Caller,
      activityId: string,
      reviewId: string,
      { percent, ...said }: { percent: number; reason: string; expectedRevision: number },
    ): Promise<ReviewWeightsView> {
      const { scope, member } = caller;
      const review = await reviews.find(scope, activityId, reviewId);
      const now = clock.now();
      const decision = decideWeighing(review, { ...said, weight: percent / 100 }, member.id, now);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (!review) throw new AppError('NOT_FOUND');
      if (decision.type === 'weigh') {
        const { weighing } = decision;
        // First: whatever computes grades after the decision is stored must know that there are such decisions.
        await activities.noteReviewsWeighed(scope, activityId);
        const event = courseEvent('review.weighed', { kind: 'review', id: reviewId }, caller, now, {
          activityId,
          authorId: review.authorId,
          authorIds: authorsOf(review),
          reviewerId: review.reviewerId,
          weight: weighing.weight,
          revision: weighing.revision,
        });
        if (!(await reviews.weigh(scope, reviewId, weighing, event))) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return list(caller, activityId, review.authorId);
    },
  };
}
