import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as plenaryContract from '../../../../server/src/contracts/plenary.ts';
import type * as contract from '../../../../server/src/contracts/scenarios.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { type RoomPart, type RoomPlace, useRoomPart } from '../group-work/room-api.ts';

export type Plenary = z.output<typeof plenaryContract.PlenaryView>;
type GroupScenario = z.output<typeof contract.GroupScenarioView>;

const PART: RoomPart<GroupScenario> = {
  name: 'scenario',
  read: (api, place, signal) =>
    api.call<typeof contract.GetGroupScenario>(
      'get',
      '/group-work/:activityId/groups/:groupId/scenario',
      { params: { ...place } },
      signal,
    ),
};

/** The scenario of one group. */
export const useGroupScenario = (place: RoomPlace) => useRoomPart(place, PART);

const poolKey = (activityId: string) => ['scenarios', activityId] as const;

/** For staff: which group has which. */
export function useScenarioPool(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: poolKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListScenarios>(
        'get',
        '/group-work/:activityId/scenarios',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

export function useGiveScenario(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      groupId,
      ...body
    }: {
      groupId: string;
      scenarioId: string | null;
      expectedRevision: number;
    }) =>
      api.call<typeof contract.GiveScenario>('put', '/group-work/:activityId/groups/:groupId/scenario', {
        params: { activityId, groupId },
        body,
      }),
    // Also when somebody was faster: the page shows what they have chosen.
    onSettled: () => queries.invalidateQueries({ queryKey: poolKey(activityId) }),
  });
}

const plenariesKey = (activityId: string) => ['plenaries', activityId] as const;

export function usePlenaries(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: plenariesKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof plenaryContract.ListPlenaries>(
        'get',
        '/group-work/:activityId/plenaries',
        { params: { activityId } },
        signal,
      ),
    staleTime: 0,
  });
}

/** What groups have handed in at a milestone. */
export function usePlenary(activityId: string, n: number) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...plenariesKey(activityId), n],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof plenaryContract.GetPlenary>(
        'get',
        '/group-work/:activityId/plenaries/:n',
        { params: { activityId, n }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

export function useOpenPlenary(activityId: string, n: number) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { opensAt: string | null; expectedRevision: number }) =>
      api.call<typeof plenaryContract.OpenPlenary>('put', '/group-work/:activityId/plenaries/:n', {
        params: { activityId, n },
        body,
      }),
    onSuccess: (plenaries) => queries.setQueryData(plenariesKey(activityId), plenaries),
    onError: () => queries.invalidateQueries({ queryKey: plenariesKey(activityId), exact: true }),
  });
}
