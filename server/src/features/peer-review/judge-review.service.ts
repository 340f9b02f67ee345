import type { NextToJudge, ReviewJudgementsView } from '../../contracts/review-judgements.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { decideJudging, lastJudgement } from './judge-review.domain.ts';
import { reviewJudgementsView } from './judge-review.views.ts';
import { type Judgement, reviewersOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getPeerReview } from './settings.service.ts';

/** Staff say how good reviews are (spec/peer-review.md, 10). */
export function createJudgeReviewService(
  { reviews }: Pick<PeerReviewStores, 'reviews'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Three round trips. @throws AppError NOT_FOUND for an activity that the course does not have */
  async function list(caller: Caller, activityId: string, memberId: string): Promise<ReviewJudgementsView> {
    const { scope } = caller;
    const [received, { settings }] = await Promise.all([
      reviews.listSubmittedByAuthor(scope, activityId, memberId),
      getPeerReview(activities, scope, activityId),
    ]);
    const by = new Set(received.flatMap(({ judgements = [] }) => judgements.map((one) => one.by)));
    const members = by.size === 0 ? [] : await course.findMembers(scope, [...by]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const judged = received.map((review) => ({ review, last: lastJudgement(review) }));
    return reviewJudgementsView(judged, names, settings.quality?.percent ?? null, {
      judge: caller.can('marking.mark'),
    });
  }

  return {
    list,

    /** @throws AppError NOT_FOUND, STALE_REVISION */
    async judge(
      caller: Caller,
      activityId: string,
      reviewId: string,
      said: Pick<Judgement, 'level' | 'comment'> & { readonly expectedRevision: number },
    ): Promise<ReviewJudgementsView> {
      const { scope, member } = caller;
      const review = await reviews.find(scope, activityId, reviewId);
      const now = clock.now();
      const decision = decideJudging(review, said, member.id, now);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (!review) throw new AppError('NOT_FOUND');
      if (decision.type === 'judge') {
        const { level, revision } = decision.judgement;
        const event = courseEvent('review.judged', { kind: 'review', id: reviewId }, caller, now, {
          activityId,
          reviewerId: review.reviewerId,
          reviewerIds: reviewersOf(review),
          level,
          revision,
        });
        if (!(await reviews.judge(scope, reviewId, decision.judgement, event)))
          throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return list(caller, activityId, review.authorId);
    },

    /** Whose work has reviews that are not judged, behind a learner's, and from the start where none is behind it. @throws AppError NOT_FOUND */
    async next({ scope }: Caller, activityId: string, after: string | null): Promise<NextToJudge> {
      const { settings } = await getPeerReview(activities, scope, activityId);
      // Where it does not count, nobody is sent from one work to the next.
      if (!settings.quality) return { memberId: null, left: 0, counts: null };
      const [behind, first, left] = await Promise.all([
        after === null ? null : reviews.findUnjudged(scope, activityId, after),
        reviews.findUnjudged(scope, activityId, null),
        reviews.countUnjudged(scope, activityId),
      ]);
      return { memberId: behind ?? first, left, counts: settings.quality.percent };
    },
  };
}
