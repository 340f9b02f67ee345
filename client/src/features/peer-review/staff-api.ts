import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { PAGE_SIZE_MAX } from '../../../../server/src/contracts/limits.ts';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import type {
  GradingEffect as Effect,
  PreviewPeerReview,
} from '../../../../server/src/contracts/peer-review-settings.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { optimistic } from '../../app/optimistic.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';
import { keys, type Settings } from './api.ts';

export type SavedSettings = z.output<typeof contract.SettingsView>;
export type StaffOverview = z.output<typeof contract.StaffOverviewView>;
export type OverviewRow = z.output<typeof contract.OverviewRow>;
export type GradingEffect = z.output<typeof Effect>;

const WHILE_WORKING_MS = 1000;
const WHILE_SENDING_MS = 5000;

/** Names the overview as the page shows it: of the own sections, or of all. */
const useOverviewKey = (activityId: string) =>
  [...keys.overview(activityId), useSectionsWanted().wanted] as const;

/** The overview page by page; asked again every second while an allocation or a release is at work. */
export function useStaffOverview(activityId: string) {
  const api = useApi();
  const { wanted } = useSectionsWanted();
  return useInfiniteQuery({
    queryKey: useOverviewKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetStaffOverview>(
        'get',
        '/activities/:activityId/overview',
        { params: { activityId }, query: { after: pageParam, limit: PAGE_SIZE_MAX, sections: wanted } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const isWorking = pages.some(({ working }) => working !== null);
      if (isWorking) return WHILE_WORKING_MS;
      const isSending = pages.some(({ rows }) => rows.some(isSendingRow));
      // Every page is read again, so a course of many is asked less often.
      return isSending ? WHILE_SENDING_MS * pages.length : false;
    },
  });
}

const isSendingRow = ({ sync, others }: OverviewRow): boolean =>
  [sync, ...others.map((other) => other.sync)].some(({ state }) => state === 'waiting');

/** The overview as it is while the server works on a command. */
const atWork =
  (working: NonNullable<StaffOverview['working']>) =>
  (overview: InfiniteData<StaffOverview>): InfiniteData<StaffOverview> => ({
    ...overview,
    pages: overview.pages.map((page) => ({ ...page, working })),
  });

/** Who would review whom, by section, if reviews began now. */
export function useAllocationPreview(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.overview(activityId), 'allocation'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewAllocation>(
        'get',
        '/activities/:activityId/allocation/preview',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useStartReviews(activityId: string) {
  const api = useApi();
  const queryKey = useOverviewKey(activityId);
  return useMutation(
    optimistic({
      queryKey,
      mutationFn: () =>
        api.call<typeof contract.StartReviews>('post', '/activities/:activityId/allocation', {
          params: { activityId },
        }),
      expected: atWork('allocating'),
    }),
  );
}

export function useWithdrawGrades(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.WithdrawGrades>('post', '/activities/:activityId/withdrawal', {
        params: { activityId },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview(activityId) }),
  });
}

export function useReleaseTo(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memberIds: readonly string[]) =>
      api.call<typeof contract.ReleaseTo>('post', '/activities/:activityId/release/some', {
        params: { activityId },
        body: { memberIds: [...memberIds] },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview(activityId) }),
  });
}

export function useReleaseGrades(activityId: string) {
  const api = useApi();
  const queryKey = useOverviewKey(activityId);
  return useMutation(
    optimistic({
      queryKey,
      mutationFn: () =>
        api.call<typeof contract.ReleaseGrades>('post', '/activities/:activityId/release', {
          params: { activityId },
        }),
      expected: atWork('releasing'),
    }),
  );
}

export const getSettings = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetPeerReviewSettings>(
    'get',
    '/activities/:activityId/peer-review',
    { params: { activityId } },
    signal,
  );

export function useSettings(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.settings(activityId),
    queryFn: ({ signal }) => getSettings(api, activityId, signal),
    // The form is filled once: what one changes must not be replaced underneath.
    refetchOnWindowFocus: false,
  });
}

/** What saving these settings would do to grades; saves nothing. */
export function usePreviewSettings(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (settings: Settings) =>
      api.call<typeof PreviewPeerReview>('post', '/activities/:activityId/peer-review/preview', {
        params: { activityId },
        body: { settings },
      }),
  });
}

export const savePeerReview = (
  api: ApiClient,
  activityId: string,
  settings: Settings,
  expectedRevision: number,
  state?: 'draft' | 'published',
) =>
  api.call<typeof contract.SavePeerReview>('put', '/activities/:activityId/peer-review', {
    params: { activityId },
    body: { settings, expectedRevision, ...(state && { state }) },
  });

export function useSaveSettings(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: { settings: Settings; expectedRevision: number }) =>
      savePeerReview(api, activityId, input.settings, input.expectedRevision),
    onSuccess: (saved) => {
      queries.setQueryData(keys.settings(activityId), saved);
      return queries.invalidateQueries({ queryKey: keys.overview(activityId) });
    },
  });
}

/** Lets authors say until another date how helpful reviews are; everything else stays as it is set up by then. */
export function useMoveFeedback(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (closesAt: string) => {
      const { settings, revision } = await getSettings(api, activityId);
      return savePeerReview(api, activityId, { ...settings, backEvaluation: { closesAt } }, revision);
    },
    onSuccess: (saved) => {
      queries.setQueryData(keys.settings(activityId), saved);
      return queries.invalidateQueries({ queryKey: keys.overview(activityId) });
    },
  });
}
