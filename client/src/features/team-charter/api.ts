import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/team-charter.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Charter = z.output<typeof contract.CharterView>;
export type CharterTexts = contract.CharterTexts;

/** One group of a project. */
export interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

const AT = '/group-work/:activityId/groups/:groupId/charter';
/** Others of the group write too: a page that is open looks again. */
const OTHERS_MS = 20_000;

const charterKey = ({ activityId, groupId }: Place) => ['team charter', activityId, groupId] as const;

export const getCharter = (api: ApiClient, place: Place, signal?: AbortSignal) =>
  api.call<typeof contract.GetCharter>('get', AT, { params: { ...place } }, signal);

export function useCharter(place: Place) {
  const api = useApi();
  return useQuery({
    queryKey: charterKey(place),
    queryFn: ({ signal }) => getCharter(api, place, signal),
    refetchInterval: OTHERS_MS,
    staleTime: 0,
  });
}

/** For staff: how far groups are. */
export function useCharters(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['team charters', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListCharters>(
        'get',
        '/group-work/:activityId/charters',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

export const saveCharter = (api: ApiClient, place: Place, texts: CharterTexts, expectedRevision: number) =>
  api.call<typeof contract.SaveCharterDraft>('put', `${AT}/draft`, {
    params: { ...place },
    body: { texts, expectedRevision },
  });

/** A command whose answer is how the charter is from then on. */
function useCommand(place: Place, send: (api: ApiClient, input: number) => Promise<Charter>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: number) => send(api, input),
    onSuccess: (charter) => queries.setQueryData(charterKey(place), charter),
    // Somebody of the group was faster: the page shows what they have done.
    onError: () => queries.invalidateQueries({ queryKey: charterKey(place) }),
  });
}

export const usePropose = (place: Place) =>
  useCommand(place, (api, expectedRevision) =>
    api.call<typeof contract.ProposeCharter>('post', `${AT}/versions`, {
      params: { ...place },
      body: { expectedRevision },
    }),
  );

export const useAgree = (place: Place) =>
  useCommand(place, (api, version) =>
    api.call<typeof contract.AgreeToCharter>('put', `${AT}/versions/:version/agreement`, {
      params: { ...place, version },
    }),
  );
