import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-following.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type FollowNews = z.output<typeof contract.ListFollowNews.response>;

/** What is new in threads that one follows; undefined until it is read. @param isAsked false: it is not, nor told when others ask */
export function useFollowNews(activityId: string, isAsked: boolean): FollowNews | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['follow news', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListFollowNews>(
        'get',
        '/discussions/:activityId/news',
        { params: { activityId } },
        signal,
      ),
    enabled: isAsked,
    // What was read meanwhile is new no more.
    staleTime: 0,
  });
  return isAsked ? data : undefined;
}

/** Follows a thread, or does not any more. */
export function useFollow(activityId: string, threadId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) =>
      api.call<typeof contract.FollowThread>('put', '/discussions/:activityId/threads/:threadId/following', {
        params: { activityId, threadId },
        body: { on },
      }),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === activityId }),
  });
}
