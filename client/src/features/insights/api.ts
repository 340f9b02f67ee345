import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RetryScore } from '../../../../server/src/contracts/gradebook.ts';
import type * as contract from '../../../../server/src/contracts/insights.ts';
import { useApi } from '../../app/context.ts';

export type WaitingItem = z.output<typeof contract.WaitingItemView>;

export type OwnMatter = z.output<typeof contract.OwnMatterView>;
export type OwnProgress = z.output<typeof contract.OwnProgressView>;

/** Names what a learner's home has; what one does elsewhere may change it. */
export const HOME_KEY = ['home'] as const;

export function useHome() {
  const api = useApi();
  return useQuery({
    queryKey: HOME_KEY,
    queryFn: ({ signal }) => api.call<typeof contract.GetHome>('get', '/home', {}, signal),
  });
}

export function useQueue() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['queue'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetQueue>('get', '/queue', { query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Does an item's next action: the item itself says which call that is. */
export function useNextAction() {
  const api = useApi();
  return useMutation({
    mutationFn: (action: NonNullable<WaitingItem['nextAction']>) =>
      // The path comes filled in, so it has no parameters left.
      api.call<Omit<typeof RetryScore, 'params'>>(action.method, action.path, {}),
  });
}
