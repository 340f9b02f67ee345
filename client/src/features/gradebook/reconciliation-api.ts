import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RetryColumn, RetryScores } from '../../../../server/src/contracts/gradebook.ts';
import { PAGE_SIZE_MAX } from '../../../../server/src/contracts/limits.ts';
import type * as contract from '../../../../server/src/contracts/reconciliation.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type GradebookStatus = z.output<typeof contract.GradebookStatusView>;
export type ComparedRow = z.output<typeof contract.ComparedRowView>;
export type ComparedState = ComparedRow['state'];

const WHILE_WORKING_MS = 1000;
const WHILE_SENDING_MS = 5000;

const gradebookKey = (activityId: string) => ['gradebook', activityId] as const;
const rowsKey = (activityId: string) => [...gradebookKey(activityId), 'rows'] as const;

/** Where an activity's grades are; asked again while something is under way. */
export function useGradebookStatus(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...gradebookKey(activityId), 'status'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetGradebookStatus>(
        'get',
        '/activities/:activityId/gradebook',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false;
      if (data.reconciliation.working !== null) return WHILE_WORKING_MS;
      return data.counts.waiting > 0 ? WHILE_SENDING_MS : false;
    },
  });
}

const getRows = (
  api: ApiClient,
  activityId: string,
  query: { differing: 'true' | 'false'; after: string | undefined; limit?: number },
  signal?: AbortSignal,
) =>
  api.call<typeof contract.ListCompared>(
    'get',
    '/activities/:activityId/gradebook/rows',
    { params: { activityId }, query },
    signal,
  );

export function useComparedRows(activityId: string, onlyDiffering: boolean, isEnabled: boolean) {
  const api = useApi();
  const differing = onlyDiffering ? 'true' : 'false';
  return useInfiniteQuery({
    queryKey: [...rowsKey(activityId), differing],
    queryFn: ({ pageParam, signal }) => getRows(api, activityId, { differing, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    enabled: isEnabled,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(({ state }) => state === 'waiting')) === true
        ? WHILE_SENDING_MS
        : false,
  });
}

/** Every row there is, for an export. */
export async function allComparedRows(
  api: ApiClient,
  activityId: string,
  onlyDiffering: boolean,
): Promise<ComparedRow[]> {
  const differing = onlyDiffering ? 'true' : 'false';
  const rows: ComparedRow[] = [];
  let after: string | undefined;
  do {
    const page = await getRows(api, activityId, { differing, after, limit: PAGE_SIZE_MAX });
    rows.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

/** Something is done to the comparison: what is shown of it is read anew. */
function useGradebookMutation<Variables>(
  activityId: string,
  mutationFn: (variables: Variables) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: gradebookKey(activityId) }),
  });
}

export function useStartReading(activityId: string) {
  const api = useApi();
  return useGradebookMutation<void>(activityId, () =>
    api.call<typeof contract.StartReconciliation>('post', '/activities/:activityId/gradebook/reading', {
      params: { activityId },
    }),
  );
}

export function useSendAllOurs(activityId: string) {
  const api = useApi();
  return useGradebookMutation<undefined>(activityId, () =>
    api.call<typeof contract.SendAllOurs>('post', '/activities/:activityId/gradebook/send', {
      params: { activityId },
    }),
  );
}

export function useAcceptAllTheirs(activityId: string) {
  const api = useApi();
  return useGradebookMutation<undefined>(activityId, () =>
    api.call<typeof contract.AcceptAllTheirs>('post', '/activities/:activityId/gradebook/accept', {
      params: { activityId },
    }),
  );
}

export function useSettleRow(activityId: string) {
  const api = useApi();
  return useGradebookMutation<{ row: ComparedRow; choice: 'send' | 'accept' }>(
    activityId,
    ({ row: { columnId, memberId }, choice }) => {
      const params = { columnId, memberId };
      return choice === 'send'
        ? api.call<typeof contract.SendOurs>('post', '/grade-slots/:columnId/:memberId/send', { params })
        : api.call<typeof contract.AcceptTheirs>('post', '/grade-slots/:columnId/:memberId/accept', {
            params,
          });
    },
  );
}

export function useRetryScores(activityId: string) {
  const api = useApi();
  return useGradebookMutation<void>(activityId, () =>
    api.call<typeof RetryScores>('post', '/activities/:activityId/scores/retry', { params: { activityId } }),
  );
}

export function useRetryColumn(activityId: string) {
  const api = useApi();
  return useGradebookMutation<string>(activityId, (columnId) =>
    api.call<typeof RetryColumn>('post', '/grade-columns/:columnId/retry', { params: { columnId } }),
  );
}

/** Reads the rows anew once work on the comparison is over. */
export function useReloadRows(activityId: string): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: rowsKey(activityId) });
}
