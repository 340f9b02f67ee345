import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RetryScore } from '../../../../server/src/contracts/gradebook.ts';
import type * as contract from '../../../../server/src/contracts/insights.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type WaitingItem = z.output<typeof contract.WaitingItemView>;

/** Put off until later than now, in milliseconds. */
export const isSnoozed = ({ snoozedUntil }: WaitingItem, now: number): boolean =>
  snoozedUntil !== null && Date.parse(snoozedUntil) > now;

export type OwnMatter = z.output<typeof contract.OwnMatterView>;

/** Names what a learner's home has; what one does elsewhere may change it. */
export const HOME_KEY = ['home'] as const;

export function useHome() {
  const api = useApi();
  return useQuery({
    queryKey: HOME_KEY,
    queryFn: ({ signal }) => api.call<typeof contract.GetHome>('get', '/home', {}, signal),
  });
}

/** How far one is; read anew with the home. */
export function useProgress() {
  const api = useApi();
  return useQuery({
    queryKey: [...HOME_KEY, 'progress'],
    queryFn: ({ signal }) => api.call<typeof contract.GetProgress>('get', '/home/progress', {}, signal),
  });
}

export type QueueAct = contract.QueueAct;
export type QueueCounts = contract.QueueCounts;
/** What of the queue is shown; texts, as the address has them. */
export type QueueFilter = Omit<contract.QueueQuery, 'kind' | 'activity'> & {
  readonly kind?: contract.QueueQuery['kind'];
  readonly activity?: string;
};

export function useQueue(filter: QueueFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['queue', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetQueue>('get', '/queue', { query: { ...filter, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useQueueStaff() {
  const api = useApi();
  return useQuery({
    queryKey: ['queue staff'],
    queryFn: ({ signal }) => api.call<typeof contract.GetQueueStaff>('get', '/queue/staff', {}, signal),
  });
}

/** How much there is by each filter. */
export function useQueueOverview(filter: QueueFilter) {
  const api = useApi();
  return useQuery({
    queryKey: ['queue', 'overview', filter],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetQueueOverview>('get', '/queue/overview', { query: { ...filter } }, signal),
    // The filters stay where they are while other counts come.
    placeholderData: keepPreviousData,
  });
}

/**
 * What one of the staff does with a matter; afterwards the lists show it, also when it was refused.
 * @param onDone what it has become and by what; before the lists show it, for these may take a while
 */
export function useAct(onDone?: (item: WaitingItem, act: QueueAct) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      item,
      act,
    }: {
      readonly item: Pick<WaitingItem, 'id' | 'revision'>;
      readonly act: QueueAct;
    }) =>
      api.call<typeof contract.ActOnMatter>('post', '/queue/acts', {
        body: { id: item.id, act, expectedRevision: item.revision },
      }),
    onSuccess: ({ item }, { act }) => item && onDone?.(item, act),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
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
