import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as learnerWork from '../../../../server/src/contracts/learner-work.ts';
import { PAGE_SIZE_MAX } from '../../../../server/src/contracts/limits.ts';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import type {
  GradingEffect as Effect,
  PreviewPeerReview,
} from '../../../../server/src/contracts/peer-review-settings.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { keys, type Settings } from './api.ts';

export type SavedSettings = z.output<typeof contract.SettingsView>;
export type StaffOverview = z.output<typeof contract.StaffOverviewView>;
export type OverviewRow = z.output<typeof contract.OverviewRow>;
export type GradingEffect = z.output<typeof Effect>;
export type LearnerWork = z.output<typeof learnerWork.LearnerWorkView>;
export type LearnerReviews = z.output<typeof learnerWork.LearnerReviewsView>;

const WHILE_WORKING_MS = 1000;
const WHILE_SENDING_MS = 5000;

/** The overview page by page; asked again every second while an allocation or a release is at work. */
export function useStaffOverview(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.overview(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetStaffOverview>(
        'get',
        '/activities/:activityId/overview',
        { params: { activityId }, query: { after: pageParam, limit: PAGE_SIZE_MAX } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const isWorking = pages.some(({ working }) => working !== null);
      if (isWorking) return WHILE_WORKING_MS;
      const isSending = pages.some(({ rows }) => rows.some(isSendingRow));
      return isSending ? WHILE_SENDING_MS : false;
    },
  });
}

const isSendingRow = ({ sync, others }: OverviewRow): boolean =>
  [sync, ...others.map((other) => other.sync)].some(({ state }) => state === 'waiting');
export function useLearnerWork(activityId: string, memberId: string, version: number | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'work', memberId, version],
    queryFn: ({ signal }) =>
      api.call<typeof learnerWork.GetLearnerWork>(
        'get',
        '/activities/:activityId/learners/:memberId/work',
        { params: { activityId, memberId }, query: { version } },
        signal,
      ),
    // Another version of the same work: the one before stays until it is there.
    placeholderData: (previous) => (previous?.learner.id === memberId ? previous : undefined),
  });
}

export function useLearnerReviews(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'reviews-of', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof learnerWork.GetLearnerReviews>(
        'get',
        '/activities/:activityId/learners/:memberId/reviews',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

export function useStartReviews(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.StartReviews>('post', '/activities/:activityId/allocation', {
        params: { activityId },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview(activityId) }),
  });
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

export function useReleaseGrades(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.ReleaseGrades>('post', '/activities/:activityId/release', {
        params: { activityId },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview(activityId) }),
  });
}

export function useSettings(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.settings(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPeerReviewSettings>(
        'get',
        '/activities/:activityId/peer-review',
        { params: { activityId } },
        signal,
      ),
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
) =>
  api.call<typeof contract.SavePeerReview>('put', '/activities/:activityId/peer-review', {
    params: { activityId },
    body: { settings, expectedRevision },
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
