import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-search.ts';
import { useApi } from '../../app/context.ts';

export type FoundPost = z.output<typeof contract.SearchPosts.response>['items'][number];

/** Posts that hold some words; what was found before stays while one goes on typing. */
export function useSearch(activityId: string, q: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['discussion search', activityId, q],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.SearchPosts>(
        'get',
        '/discussions/:activityId/search',
        { params: { activityId }, query: { q, after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
