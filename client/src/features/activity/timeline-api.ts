import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/timelines.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Timeline = z.output<typeof contract.TimelineView>;
export type ExtendedLearner = z.output<typeof contract.ListExtensions.response>['items'][number];
export type TimelineStep = Timeline['steps'][number];
export type Until = Timeline['extension']['until'];
export type ExtendedGroup = z.output<typeof contract.GroupExtensionView>;
export type StepName = TimelineStep['step'];

/** The browser's time zone: dates are meant as they are typed. */
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
const timelineKey = (activityId: string, memberId: string) => ['timeline', activityId, memberId] as const;

export function useTimeline(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: timelineKey(activityId, memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetTimeline>(
        'get',
        '/activities/:activityId/timelines/:memberId',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

/** Learners with more time than others, page by page. */
export function useExtensions(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['extensions', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListExtensions>(
        'get',
        '/activities/:activityId/extensions',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** The dates that an extension would make; null while nothing is chosen. */
export function usePreviewExtension(activityId: string, memberId: string, until: Until) {
  const api = useApi();
  return useQuery({
    queryKey: ['extension preview', activityId, memberId, until],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewExtension>(
        'post',
        '/activities/:activityId/timelines/:memberId/extension/preview',
        { params: { activityId, memberId }, body: { until, zone: zone() } },
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useSaveExtension(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: { until: Until; reason: string; expectedRevision: number }) =>
      api.call<typeof contract.SaveExtension>(
        'put',
        '/activities/:activityId/timelines/:memberId/extension',
        { params: { activityId, memberId }, body: { ...input, zone: zone() } },
      ),
    onSuccess: (timeline) => {
      queries.setQueryData(timelineKey(activityId, memberId), timeline);
      void queries.invalidateQueries({ queryKey: ['extensions', activityId] });
    },
    onError: () => queries.invalidateQueries({ queryKey: timelineKey(activityId, memberId) }),
  });
}

interface Extra {
  readonly percent: number;
  readonly days: number;
}

/** The dates that an accommodation would make in the newest activities. */
export function usePreviewAccommodation(memberId: string, { percent, days }: Extra) {
  const api = useApi();
  return useQuery({
    queryKey: ['accommodation preview', memberId, percent, days],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewAccommodation>(
        'post',
        '/members/:memberId/accommodation/preview',
        { params: { memberId }, body: { percent, days, zone: zone() } },
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useSaveAccommodation(memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Extra & { reason: string; expectedRevision: number }) =>
      api.call<typeof contract.SaveAccommodation>('put', '/members/:memberId/accommodation', {
        params: { memberId },
        body: { ...input, zone: zone() },
      }),
    // It changes the member's dates in every activity.
    onSettled: () => queries.invalidateQueries({ queryKey: ['timeline'] }),
  });
}

export function useGroupExtensions(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['extensions', activityId, 'groups'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListGroupExtensions>(
        'get',
        '/activities/:activityId/group-extensions',
        { params: { activityId } },
        signal,
      ),
  });
}

/** The dates that an extension of a group would make, and for how many. @param groupId null while none is chosen */
export function usePreviewGroupExtension(activityId: string, groupId: string | null, until: Until) {
  const api = useApi();
  return useQuery({
    queryKey: ['extension preview', activityId, 'group', groupId, until],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewGroupExtension>(
        'post',
        '/activities/:activityId/group-extensions/:groupId/preview',
        { params: { activityId, groupId: groupId ?? '' }, body: { until, zone: zone() } },
        signal,
      ),
    enabled: groupId !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useSaveGroupExtension(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      groupId,
      ...input
    }: {
      groupId: string;
      until: Until;
      reason: string;
      expectedRevision: number;
    }) =>
      api.call<typeof contract.SaveGroupExtension>(
        'put',
        '/activities/:activityId/group-extensions/:groupId',
        { params: { activityId, groupId }, body: { ...input, zone: zone() } },
      ),
    // Members' own dates follow in a moment.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['extensions', activityId] }),
        queries.invalidateQueries({ queryKey: ['extension preview', activityId] }),
        queries.invalidateQueries({ queryKey: ['timeline'] }),
      ]),
  });
}
