import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-facilitation.ts';
import { useApi } from '../../app/context.ts';
import { newId } from '../../app/new-id.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Looked = z.output<typeof contract.FacilitationView>;

const keyOf = (activityId: string) => ['facilitation', activityId] as const;

/** What staff should look at in a discussion. */
export function useFacilitation(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetFacilitation>(
        'get',
        '/discussions/:activityId/facilitation',
        { params: { activityId } },
        signal,
      ),
    staleTime: 0,
  });
}

/** Tells quiet members that they are missed. */
export function useNudge(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memberIds: string[]) =>
      api.call<typeof contract.NudgeMembers>('put', '/discussions/:activityId/nudges/:nudgeId', {
        params: { activityId, nudgeId: newId() },
        body: { memberIds },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(activityId) }),
  });
}
