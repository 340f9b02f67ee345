import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review-analytics.ts';
import { useApi } from '../../app/context.ts';

export type Analytics = contract.ReviewAnalyticsView;
export type Reviewer = contract.ReviewerFigures;

/** What the reviews of an activity say as a whole; anew whenever the page is opened. */
export function useReviewAnalytics(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['review analytics', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetReviewAnalytics>(
        'get',
        '/activities/:activityId/review-analytics',
        { params: { activityId } },
        signal,
      ),
  });
}
