import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/activity.ts';
import { useApi, useApp } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export function useActivities() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['activities'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListActivities>('get', '/activities', { query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Makes this place in the course lead to an activity, created on the way if the caller says how. */
export function useLinkActivity() {
  const { api, sessions } = useApp();
  return useMutation({
    mutationFn: async (input: { activityId: string; create?: () => Promise<unknown> }) => {
      await input.create?.();
      const { activityId } = input;
      await api.call<typeof contract.LinkActivity>('put', '/resource-link/activity', {
        body: { activityId },
      });
      // The session's landing is the activity from now on.
      await sessions.renew();
    },
  });
}

export interface Availability {
  /** ISO 8601, or null. */
  readonly from: string | null;
  readonly until: string | null;
}

interface Chosen {
  readonly activityIds: string[];
  readonly available?: Availability;
  readonly create?: () => Promise<unknown>;
}

/**
 * Gives activities to the course that asked for content, and leaves the page: the browser posts the signed message.
 * An empty list says that nothing was chosen.
 */
export function useDeepLinkingResponse() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ activityIds, available, create }: Chosen) => {
      await create?.();
      const message = await api.call<typeof contract.RespondToDeepLinking>('post', '/deep-linking/response', {
        body: { activityIds, ...(available && { available }) },
      });
      if (message.jwt === null) window.location.assign(webAddress(message.returnUrl));
      else postToPlatform(message.returnUrl, message.jwt);
    },
  });
}

/** The address comes from a launch: anything but a web page is no way back. */
function webAddress(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error('the way back is no web address');
  return url;
}

/** LTI Deep Linking 2.0 §2.1: the message is the field `JWT` of a form that the browser posts. */
function postToPlatform(returnUrl: string, jwt: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = webAddress(returnUrl);
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = jwt;
  form.append(field);
  document.body.append(form);
  form.submit();
}

export type Placement = z.output<typeof contract.PlacementView>;

const placementKey = (activityId: string) => ['placement', activityId] as const;

export function usePlacement(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: placementKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPlacement>(
        'get',
        '/activities/:activityId/placement',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useConfirmCopy(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.ConfirmCopy>('post', '/activities/:activityId/placement/copy-checked', {
        params: { activityId },
      }),
    onSuccess: (placement) => queries.setQueryData(placementKey(activityId), placement),
  });
}

export function useSetDatesLeader(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ledBy: 'roundtable' | 'lms') =>
      api.call<typeof contract.SetDatesLeader>('put', '/activities/:activityId/placement/dates-leader', {
        params: { activityId },
        body: { ledBy },
      }),
    onSuccess: (placement) => {
      queries.setQueryData(placementKey(activityId), placement);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(activityId) });
    },
  });
}

export function useTakeOverDates(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (theirs: string) =>
      api.call<typeof contract.TakeOverDates>(
        'put',
        '/activities/:activityId/placement/submissions-close-at',
        { params: { activityId }, body: { theirs } },
      ),
    onSuccess: (placement) => {
      queries.setQueryData(placementKey(activityId), placement);
      // Every page of the activity shows its dates.
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(activityId) });
    },
    // Somebody else was faster, or the course has changed its date once more: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey: placementKey(activityId) }),
  });
}
