import type { Caller } from '../../platform/http/ports.ts';
import { asObserved, type CourseService, type Member } from '../course/index.ts';
import { observedActivityView, observedReviewsView, observedSubmissionView } from './observed.views.ts';
import type { OwnReadsService } from './read-own.service.ts';

/**
 * What an observer reads: an observed learner's own pages, with the learner's eyes and nobody's hands. Whether the
 * learner may be observed is asked anew at each read.
 */
export function createObservedReadsService(
  own: Pick<OwnReadsService, 'activity' | 'submission' | 'receivedReviews'>,
  course: Pick<CourseService, 'getObserved'>,
) {
  /** @throws AppError NOT_FOUND for a learner whom the caller may not observe */
  const learnerOf = ({ scope, member }: Caller, memberId: string): Promise<Member> =>
    course.getObserved(scope, member.id, memberId);

  return {
    async activity(caller: Caller, activityId: string, memberId: string) {
      const learner = await learnerOf(caller, memberId);
      return observedActivityView(await own.activity(asObserved(caller, learner), activityId), learner);
    },

    async submission(caller: Caller, activityId: string, memberId: string) {
      const learner = await learnerOf(caller, memberId);
      return observedSubmissionView(await own.submission(asObserved(caller, learner), activityId));
    },

    async receivedReviews(caller: Caller, activityId: string, memberId: string) {
      const learner = await learnerOf(caller, memberId);
      return observedReviewsView(await own.receivedReviews(asObserved(caller, learner), activityId));
    },
  };
}

export type ObservedReadsService = ReturnType<typeof createObservedReadsService>;
