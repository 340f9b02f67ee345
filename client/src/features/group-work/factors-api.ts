import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/group-factors.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Factors = contract.ProjectFactorsView;
export type Choice = contract.FactorChoice;
export type ChoicePart = z.input<typeof contract.GetProjectFactors.query>;

const AT = '/group-work/:activityId/factors';
const keyOf = (activityId: string) => ['group work factors', activityId] as const;

/** What contributions would do, or do. @param wanted what is absent is as it is applied, or as it is proposed */
export function useFactors(activityId: string, wanted: ChoicePart) {
  const api = useApi();
  return useQuery({
    queryKey: [...keyOf(activityId), wanted],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetProjectFactors>(
        'get',
        AT,
        { params: { activityId }, query: wanted },
        signal,
      ),
    // The table stays while another one comes.
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
}

export function useApplyFactors(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ choice, seen, revision }: { choice: Choice; seen: string; revision: number }) =>
      api.call<typeof contract.ApplyProjectFactors>('post', AT, {
        params: { activityId },
        body: { choice, seen, expectedRevision: revision },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(activityId) }),
  });
}

export function useTakeBackFactors(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (expectedRevision: number) =>
      api.call<typeof contract.TakeBackProjectFactors>('post', `${AT}/taken-back`, {
        params: { activityId },
        body: { expectedRevision },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(activityId) }),
  });
}
