import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/gradebook.ts';
import { PAGE_SIZE_MAX } from '../../../../server/src/contracts/limits.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type GradeExplanation = z.output<typeof contract.GradeExplanation>;
export type GradeStep = z.output<typeof contract.GradeStep>;
export type SyncStatus = z.output<typeof contract.SyncStatus>;
export type GradeHistory = z.output<typeof contract.GradeHistoryView>;
export type GradeDecision = z.output<typeof contract.GradeDecisionView>;
export type LedgerEntry = z.output<typeof contract.LedgerEntryView>;
export type SetOverrides = z.input<(typeof contract.OverrideGrade)['body']>;

const WHILE_WORKING_MS = 1000;
const WHILE_SENDING_MS = 5000;
const PAGE = 20;

const historyKey = (columnId: string, memberId: string) => ['grade-history', columnId, memberId] as const;

const getHistory = (
  api: ApiClient,
  params: { columnId: string; memberId: string },
  query: { before: number | undefined; limit: number },
  signal?: AbortSignal,
): Promise<GradeHistory> =>
  api.call<typeof contract.GetGradeHistory>(
    'get',
    '/grade-slots/:columnId/:memberId',
    { params, query },
    signal,
  );

/** The history page by page; asked again while a decision is being made effective, or a grade is on its way. */
export function useGradeHistory(columnId: string, memberId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: historyKey(columnId, memberId),
    queryFn: ({ pageParam, signal }) =>
      getHistory(api, { columnId, memberId }, { before: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => {
      const first = state.data?.pages[0];
      if (first === undefined) return false;
      if (isTakingEffect(first, state.dataUpdatedAt)) return WHILE_WORKING_MS;
      return first.sync.state === 'waiting' ? WHILE_SENDING_MS : false;
    },
  });
}

/** A decision is effective within seconds; after this long, whatever kept it from being entered is told elsewhere. */
const EFFECT_MS = 30_000;

/** Whether the newest decision is still to be entered into the ledger. @param now when the history was read. */
export function isTakingEffect({ released, decisions, entries }: GradeHistory, now: number): boolean {
  const [decision] = decisions;
  if (!released || decision === undefined || now - Date.parse(decision.at) > EFFECT_MS) return false;
  return decision.revision > (entries[0]?.inputs.decision ?? 0);
}

/** Every entry there is, for an export. */
export async function wholeHistory(
  api: ApiClient,
  params: { columnId: string; memberId: string },
): Promise<GradeHistory> {
  const first = await getHistory(api, params, { before: undefined, limit: PAGE_SIZE_MAX });
  const entries = [...first.entries];
  let { next } = first;
  while (next !== null) {
    const page: GradeHistory = await getHistory(api, params, { before: next, limit: PAGE_SIZE_MAX });
    entries.push(...page.entries);
    next = page.next;
  }
  return { ...first, entries, next };
}

export function useOverrideGrade(columnId: string, memberId: string, activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SetOverrides) =>
      api.call<typeof contract.OverrideGrade>('put', '/grade-slots/:columnId/:memberId/override', {
        params: { columnId, memberId },
        body,
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: historyKey(columnId, memberId) }),
        queries.invalidateQueries({ queryKey: ['peer-review', activityId, 'overview'] }),
      ]),
  });
}
