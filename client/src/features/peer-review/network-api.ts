import { useInfiniteQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review-network.ts';
import { useApi } from '../../app/context.ts';

export type NetworkPage = contract.ReviewNetworkView;

/** Who reviews whom, some hundred reviewers at a time. */
export function useReviewNetwork(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['review network', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetReviewNetwork>(
        'get',
        '/activities/:activityId/review-network',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}
