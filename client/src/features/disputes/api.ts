import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/disputes.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type DisputeTarget = z.output<typeof contract.DisputeTarget>;
export type DisputeState = z.output<typeof contract.DisputeState>;
export type OwnDisputes = z.output<typeof contract.OwnDisputesView>;
export type StaffDispute = z.output<typeof contract.StaffDisputeView>;
export type ActivityType = z.output<typeof contract.ListDisputes.response>['activity']['type'];
export type DisputeSettings = contract.DisputeSettingsView;
type SettingsBody = z.input<typeof contract.SaveDisputeSettings.body>;
type Answer = z.input<typeof contract.AnswerDispute.body>;

const ownKey = (activityId: string) => ['disputes', 'own', activityId] as const;
const staffKey = (activityId: string) => ['disputes', 'staff', activityId] as const;
const settingsKey = (activityId: string) => ['disputes', 'settings', activityId] as const;

export function useOwnDisputes(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ownKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnDisputes>(
        'get',
        '/activities/:activityId/disputes/mine',
        { params: { activityId } },
        signal,
      ),
  });
}

/** Sends a dispute; `id` stays the same when it is sent again after a broken connection. */
export function useOpenDispute(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; target: DisputeTarget; reason: string }) =>
      api.call<typeof contract.OpenDispute>('put', '/activities/:activityId/disputes/mine/:disputeId', {
        params: { activityId, disputeId: id },
        body,
      }),
    onSuccess: (own) => queries.setQueryData(ownKey(activityId), own),
  });
}

export function useWithdrawDispute(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (disputeId: string) =>
      api.call<typeof contract.WithdrawDispute>(
        'delete',
        '/activities/:activityId/disputes/mine/:disputeId',
        {
          params: { activityId, disputeId },
        },
      ),
    onSuccess: (own) => queries.setQueryData(ownKey(activityId), own),
    onError: () => queries.invalidateQueries({ queryKey: ownKey(activityId) }),
  });
}

export function useDisputes(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: staffKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListDisputes>(
        'get',
        '/activities/:activityId/disputes',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** What staff do to a dispute makes the list be read again, also when a colleague was faster. */
function useStaffMutation<Input>(
  activityId: string,
  mutationFn: (api: ReturnType<typeof useApi>, input: Input) => Promise<StaffDispute>,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input),
    onSettled: () => queries.invalidateQueries({ queryKey: staffKey(activityId) }),
  });
}

export const useTakeDispute = (activityId: string) =>
  useStaffMutation(activityId, (api, { id, revision }: Pick<StaffDispute, 'id' | 'revision'>) =>
    api.call<typeof contract.TakeDispute>('post', '/activities/:activityId/disputes/:disputeId/take', {
      params: { activityId, disputeId: id },
      body: { expectedRevision: revision },
    }),
  );

export const useAnswerDispute = (activityId: string) =>
  useStaffMutation(activityId, (api, { id, ...body }: Answer & { id: string }) =>
    api.call<typeof contract.AnswerDispute>('put', '/activities/:activityId/disputes/:disputeId/answer', {
      params: { activityId, disputeId: id },
      body,
    }),
  );

const SETTINGS = '/activities/:activityId/disputes/settings';

export function useDisputeSettings(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: settingsKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDisputeSettings>('get', SETTINGS, { params: { activityId } }, signal),
  });
}

export function useSaveDisputeSettings(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsBody) =>
      api.call<typeof contract.SaveDisputeSettings>('put', SETTINGS, { params: { activityId }, body }),
    onSuccess: (settings) => queries.setQueryData(settingsKey(activityId), settings),
    onError: () => queries.invalidateQueries({ queryKey: settingsKey(activityId) }),
  });
}
