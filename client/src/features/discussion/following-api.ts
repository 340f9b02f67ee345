import { useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/discussion-following.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

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
