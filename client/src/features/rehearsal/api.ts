import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/rehearsal.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Rehearsal = z.output<typeof contract.RehearsalView>;
type Answer = z.output<typeof contract.GetRehearsal.response>;
export type ActivityType = Answer['type'];
export type Step = z.input<typeof contract.FillRehearsal.body>['step'];

const PATH = '/activities/:activityId/rehearsal';
const rehearsalKey = (activityId: string) => ['rehearsal', activityId] as const;

export function useRehearsal(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: rehearsalKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetRehearsal>('get', PATH, { params: { activityId } }, signal),
  });
}

const setRehearsal = (queries: QueryClient, activityId: string, rehearsal: Rehearsal | null) =>
  queries.setQueryData<Answer>(rehearsalKey(activityId), (known) => known && { ...known, rehearsal });

export function useBeginRehearsal(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (names: string[]) =>
      api.call<typeof contract.BeginRehearsal>('put', PATH, { params: { activityId }, body: { names } }),
    onSuccess: (rehearsal) => setRehearsal(queries, activityId, rehearsal),
  });
}

export function useFillRehearsal(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { step: Step; text: string }) =>
      api.call<typeof contract.FillRehearsal>('post', `${PATH}/fill`, { params: { activityId }, body }),
  });
}

export function useEndRehearsal(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.call<typeof contract.EndRehearsal>('delete', PATH, { params: { activityId } }),
    onSuccess: () => setRehearsal(queries, activityId, null),
  });
}

/** A session in the rehearsal. @param memberId one of its learners; null: the caller's own role */
export const enterRehearsal = (api: ApiClient, activityId: string, memberId: string | null) =>
  api.call<typeof contract.EnterRehearsal>('post', `${PATH}/session`, {
    params: { activityId },
    body: { memberId },
  });
