import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as learnerWork from '../../../../server/src/contracts/learner-work.ts';
import { useApi } from '../../app/context.ts';

export type LearnerWork = z.output<typeof learnerWork.LearnerWorkView>;
export type LearnerReviews = z.output<typeof learnerWork.LearnerReviewsView>;

// What staff read of one learner

export function useLearnerWork(activityId: string, memberId: string, version: number | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'work', memberId, version],
    queryFn: ({ signal }) =>
      api.call<typeof learnerWork.GetLearnerWork>(
        'get',
        '/activities/:activityId/learners/:memberId/work',
        { params: { activityId, memberId }, query: { version } },
        signal,
      ),
    // Another version of the same work: the one before stays until it is there.
    placeholderData: (previous) => (previous?.learner.id === memberId ? previous : undefined),
  });
}

export function useLearnerReviews(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'reviews-of', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof learnerWork.GetLearnerReviews>(
        'get',
        '/activities/:activityId/learners/:memberId/reviews',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}
