import type { Side } from '../../contracts/peer-review-comparative.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { decideReport, type Reported, type ReviewProblem } from './review-problems.domain.ts';
import { ownProblemsView } from './review-problems.views.ts';
import { getOwnPeerReview } from './settings.service.ts';

type Said = Pick<ReviewProblem, 'id' | 'kind' | 'text'>;
type Find = (caller: Caller, activityId: string, id: string) => Promise<Reported | null>;

/** Reviewers tell staff what is wrong with a work that they review, or with one of two that they compare. */
export function createReportProblemService(
  { reviews, comparisons, problems }: Pick<PeerReviewStores, 'reviews' | 'comparisons' | 'problems'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
) {
  const findReview: Find = async ({ scope, member }, activityId, id) => {
    const found = await reviews.findOwn(scope, activityId, id, member.id);
    if (!found) return null;
    const { courseId, authorId, group } = found;
    return { courseId, activityId, reviewId: id, authorId, ...(group && { group }) };
  };

  const findSide =
    (side: Side): Find =>
    async ({ scope, member }, activityId, id) => {
      const found = await comparisons.findOwn(scope, activityId, id, member.id);
      if (!found) return null;
      const { authorId, group } = found[side];
      return { courseId: found.courseId, activityId, reviewId: id, side, authorId, ...(group && { group }) };
    };

  const load = async (caller: Caller, activityId: string, id: string, find: Find) => {
    const { scope, member } = caller;
    const [peerReview, reported, own] = await Promise.all([
      getOwnPeerReview(activities, scope, activityId, member.id),
      find(caller, activityId, id),
      problems.listOwn(scope, activityId, id, member.id),
    ]);
    // What was taken away is none of the caller's any more.
    if (!reported) throw new AppError('NOT_ALLOCATED');
    return { peerReview, reported, own };
  };

  async function list(caller: Caller, activityId: string, id: string, find: Find) {
    const { peerReview, own } = await load(caller, activityId, id, find);
    return ownProblemsView(own, {
      report: peerReview.state === 'published' && own.every(({ answer }) => answer),
    });
  }

  async function report(caller: Caller, activityId: string, id: string, find: Find, said: Said) {
    const { peerReview, reported, own } = await load(caller, activityId, id, find);
    const now = clock.now();
    const command = { ...said, reporterId: caller.member.id };
    const decision = decideReport(peerReview, reported, own, command, now);
    if (decision.type === 'refuse') throw new AppError(decision.reason);
    if (decision.type === 'report') {
      const { problem } = decision;
      const event = courseEvent(
        'reviewProblem.reported',
        { kind: 'reviewProblem', id: problem.id },
        caller,
        now,
        { activityId, reviewId: id, problemKind: problem.kind },
      );
      // Another tab has just reported the same review, or the id is somebody else's.
      if (!(await problems.insert(problem, event))) throw new AppError('PROBLEM_REPORTED');
      eventsWritten();
    }
    return list(caller, activityId, id, find);
  }

  return {
    /** Three round trips. @throws AppError NOT_ALLOCATED, NOT_FOUND */
    ofReview: (caller: Caller, activityId: string, reviewId: string) =>
      list(caller, activityId, reviewId, findReview),

    /** Three round trips. @throws AppError NOT_ALLOCATED, NOT_FOUND */
    ofComparison: (caller: Caller, activityId: string, comparisonId: string) =>
      list(caller, activityId, comparisonId, findSide('left')),

    /** @throws AppError NOT_ALLOCATED, ACTIVITY_CLOSED, PROBLEM_REPORTED, NOT_FOUND */
    reportReview: (caller: Caller, activityId: string, reviewId: string, said: Said) =>
      report(caller, activityId, reviewId, findReview, said),

    /** @throws AppError NOT_ALLOCATED, ACTIVITY_CLOSED, PROBLEM_REPORTED, NOT_FOUND */
    reportComparison: (
      caller: Caller,
      activityId: string,
      comparisonId: string,
      { side, ...said }: Said & { readonly side: Side },
    ) => report(caller, activityId, comparisonId, findSide(side), said),
  };
}
