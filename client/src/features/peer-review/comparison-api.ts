import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-comparative.ts';
import type { ComparisonView } from '../../../../server/src/contracts/peer-review-comparative.ts';
import { type ApiClient, ApiError } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { keys } from './api.ts';
import type { ComparisonBody } from './comparison-form.ts';

export type {
  ComparingReviewer,
  ComparisonView,
  RankedWork,
  Side,
  StaffComparison,
} from '../../../../server/src/contracts/peer-review-comparative.ts';
export type Comparers = z.output<typeof contract.GetComparers.response>;
export type ComparisonResults = z.output<typeof contract.GetComparisonResults.response>;

const PATH = '/activities/:activityId/comparisons/:comparisonId';
const keyOf = (activityId: string, comparisonId: string) =>
  ['peer-review', activityId, 'comparison', comparisonId] as const;

const comparisonsKey = (activityId: string) => ['comparisons', activityId] as const;
const resultsKey = (activityId: string) => ['comparison results', activityId] as const;

/** Two works to compare, and where that is kept and submitted. */
export interface ComparisonTarget {
  readonly activityId: string;
  readonly comparisonId: string;
}

export const getComparison = (api: ApiClient, params: ComparisonTarget, signal?: AbortSignal) =>
  api.call<typeof contract.GetComparison>('get', PATH, { params: { ...params } }, signal);

export function useComparison(target: ComparisonTarget) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(target.activityId, target.comparisonId),
    queryFn: ({ signal }) => getComparison(api, target, signal),
  });
}

export async function saveComparisonDraft(
  api: ApiClient,
  queries: QueryClient,
  params: ComparisonTarget,
  body: ComparisonBody,
) {
  const saved = await api.call<typeof contract.SaveComparisonDraft>('put', `${PATH}/draft`, {
    params: { ...params },
    body,
  });
  // The list shows that it has been begun.
  void queries.invalidateQueries({ queryKey: keys.mine(params.activityId) });
  return saved;
}

/** Also brings what pages hold up to date. */
export async function submitComparison(
  api: ApiClient,
  queries: QueryClient,
  params: ComparisonTarget,
  body: ComparisonBody,
): Promise<ComparisonView> {
  const key = keyOf(params.activityId, params.comparisonId);
  const promised = queries.getQueryData<ComparisonView>(key)?.promise;
  const saved = await api
    .call<typeof contract.SubmitComparison>('put', PATH, {
      params: { ...params },
      body: { ...body, promised },
    })
    .catch((error: unknown) => {
      // What is promised now is shown before it is submitted once more.
      if (error instanceof ApiError && error.code === 'ANONYMITY_CHANGED')
        void queries.invalidateQueries({ queryKey: key });
      throw error;
    });
  queries.setQueryData(key, saved);
  await queries.invalidateQueries({ queryKey: keys.mine(params.activityId) });
  return saved;
}

/** The works from the strongest to the weakest, a page at a time. */
export function useComparisonResults(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: resultsKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetComparisonResults>(
        'get',
        '/activities/:activityId/comparison-results',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** How far each reviewer agrees with the others; anew whenever the page is opened. */
export function useComparingReviewers(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['comparing reviewers', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetComparingReviewers>(
        'get',
        '/activities/:activityId/comparing-reviewers',
        { params: { activityId } },
        signal,
      ),
  });
}

/** Who compared what, a page at a time. */
export function useComparisons(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: comparisonsKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetComparisons>(
        'get',
        '/activities/:activityId/comparisons',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Which works can be given to whom; read only when staff want to. */
export function useComparers(activityId: string, isWanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...comparisonsKey(activityId), 'comparers'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetComparers>(
        'get',
        '/activities/:activityId/comparers',
        { params: { activityId } },
        signal,
      ),
    enabled: isWanted,
  });
}

/** Who has what to compare; by whom the works were handed in. */
export interface GivenPair {
  readonly reviewerId: string;
  readonly workIds: readonly [string, string];
}

/** Gives somebody two works to compare, or takes a comparison away. @returns in the end which one it was */
export function useChangeComparisons(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { readonly give: GivenPair } | { readonly take: string }) =>
      'give' in change
        ? api.call<typeof contract.GiveComparison>('post', '/activities/:activityId/comparisons', {
            params: { activityId },
            body: { reviewerId: change.give.reviewerId, workIds: [...change.give.workIds] },
          })
        : api.call<typeof contract.TakeComparison>('delete', PATH, {
            params: { activityId, comparisonId: change.take },
          }),
    // Also when somebody has begun meanwhile, or another of the staff has changed it.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: comparisonsKey(activityId) }),
        queries.invalidateQueries({ queryKey: resultsKey(activityId) }),
      ]),
  });
}
