import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import { useApi } from '../../app/context.ts';

type Received = z.output<typeof contract.ReceivedReviewView>;
export type Settings = z.output<typeof contract.PeerReviewSettings>;
export type Criterion = z.output<typeof contract.Criterion>;
export type LearnerActivity = z.output<typeof contract.LearnerActivityView>;
export type ReviewerReview = z.output<typeof contract.ReviewerReviewView>;
export type ReviewTask = z.output<typeof contract.ReviewTaskView>;
export type OwnSubmission = z.output<typeof contract.OwnSubmissionView>;
/** To an observer it comes without its reviewer. */
export type ReceivedReview = Omit<Received, 'reviewer'> & Partial<Received>;
export type Result = LearnerActivity['results'][number];
export type Rating = z.output<typeof contract.Rating>;

const WHILE_SENDING_MS = 5000;

export const keys = {
  mine: (activityId: string) => ['peer-review', activityId, 'mine'] as const,
  submission: (activityId: string) => ['peer-review', activityId, 'submission'] as const,
  received: (activityId: string) => ['peer-review', activityId, 'received'] as const,
  review: (activityId: string, reviewId: string) => ['peer-review', activityId, 'review', reviewId] as const,
  overview: (activityId: string) => ['peer-review', activityId, 'overview'] as const,
  settings: (activityId: string) => ['peer-review', activityId, 'settings'] as const,
};

// What a learner does

export function useLearnerActivity(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.mine(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetLearnerActivity>(
        'get',
        '/activities/:activityId/mine',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state }) =>
      state.data?.results.some(({ sync }) => sync.state === 'waiting') ? WHILE_SENDING_MS : false,
  });
}
