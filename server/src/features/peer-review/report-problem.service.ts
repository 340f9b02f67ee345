import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { decideReport, type ReviewProblem } from './review-problems.domain.ts';
import { ownProblemsView } from './review-problems.views.ts';
import { getOwnPeerReview } from './settings.service.ts';

/** Reviewers tell staff what is wrong with a work. */
export function createReportProblemService(
  { reviews, problems }: Pick<PeerReviewStores, 'reviews' | 'problems'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const load = async ({ scope, member }: Caller, activityId: string, reviewId: string) => {
    const [peerReview, review, own] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      reviews.findOwn(scope, activityId, reviewId, member.id),
      problems.listOwn(scope, activityId, reviewId, member.id),
    ]);
    // What was taken away is none of the caller's any more.
    if (!review) throw new AppError('NOT_ALLOCATED');
    return { peerReview, review, own };
  };

  async function list(caller: Caller, activityId: string, reviewId: string) {
    const { peerReview, own } = await load(caller, activityId, reviewId);
    return ownProblemsView(own, {
      report: peerReview.state === 'published' && own.every(({ answer }) => answer),
    });
  }

  return {
    /** Three round trips. @throws AppError NOT_ALLOCATED, NOT_FOUND */
    list,

    /** @throws AppError NOT_ALLOCATED, ACTIVITY_CLOSED, PROBLEM_REPORTED, NOT_FOUND */
    async report(
      caller: Caller,
      activityId: string,
      reviewId: string,
      command: Pick<ReviewProblem, 'id' | 'kind' | 'text'>,
    ) {
      const { peerReview, review, own } = await load(caller, activityId, reviewId);
      const now = clock.now();
      const decision = decideReport(
        peerReview,
        review,
        own,
        { ...command, reporterId: caller.member.id },
        now,
      );
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'report') {
        const { problem } = decision;
        const event = courseEvent(
          'reviewProblem.reported',
          { kind: 'reviewProblem', id: problem.id },
          caller,
          now,
          { activityId, reviewId, problemKind: problem.kind },
        );
        // Another tab has just reported the same review, or the id is somebody else's.
        if (!(await problems.insert(problem, event))) throw new AppError('PROBLEM_REPORTED');
        eventsWritten();
      }
      return list(caller, activityId, reviewId);
    },
  };
}
