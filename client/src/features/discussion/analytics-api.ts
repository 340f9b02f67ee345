import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/discussion-analytics.ts';
import { useApi } from '../../app/context.ts';

export type Analytics = contract.DiscussionAnalyticsView;
export type Person = contract.TalkPerson;
export type Group = NonNullable<Analytics['groups']>[number];

/** How a discussion goes as a whole; anew whenever the page is opened. @param group of this space alone */
export function useTalkAnalytics(activityId: string, group: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['talk analytics', activityId, group],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDiscussionAnalytics>(
        'get',
        '/discussions/:activityId/analytics',
        { params: { activityId }, query: { group } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}
