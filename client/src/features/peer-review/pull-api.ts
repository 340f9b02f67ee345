import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review-pull.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { keys } from './api.ts';

export type NextWork = contract.NextWorkView;

/** Who waits for work sees it come. */
const WHILE_WAITING_MS = 15_000;
const WAITING: ReadonlySet<NextWork['state']> = new Set(['wait', 'offer', 'done']);

const keyOf = (activityId: string) => ['peer-review', activityId, 'next-work'] as const;

/** Whether there is a work to take. */
export function useNextWork(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetNextWork>(
        'get',
        '/activities/:activityId/next-work',
        { params: { activityId } },
        signal,
      ),
    // A review that has just been submitted makes room for the next.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && WAITING.has(state.data.state) ? WHILE_WAITING_MS : false),
  });
}

export function useTakeNextWork(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.TakeNextWork>('post', '/activities/:activityId/next-work', {
        params: { activityId },
      }),
    onSuccess: (next) => {
      queries.setQueryData(keyOf(activityId), next);
      void queries.invalidateQueries({ queryKey: keys.mine(activityId) });
    },
  });
}
