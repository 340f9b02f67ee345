import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/presentations.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Presentations = contract.PresentationsView;
export type Slot = Presentations['slots'][number];
type Body<E extends { readonly body: z.ZodType }> = z.input<E['body']>;

const AT = '/group-work/:activityId/presentations';
/** Slots begin and end by the clock as well. */
const CLOCK_MS = 60_000;

const keyOf = (activityId: string) => ['presentations', activityId] as const;

/** When which group presents; read again when somebody changes it. */
export function usePresentations(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(activityId);
  useLive(`presentations/${activityId}`, () => void queries.invalidateQueries({ queryKey }));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListPresentations>('get', AT, { params: { activityId } }, signal),
    refetchInterval: CLOCK_MS,
    staleTime: 0,
  });
}

/** A command whose answer is how presentations are from then on. */
function useCommand<Input>(
  activityId: string,
  send: (api: ApiClient, input: Input) => Promise<Presentations>,
) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(activityId);
  return useMutation({
    // One after the other: each comes upon what the one before has left.
    scope: { id: queryKey.join('/') },
    mutationFn: (input: Input) => send(api, input),
    onSuccess: (view) => queries.setQueryData(queryKey, view),
    // Somebody was faster: the page shows what they have done.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

export const usePlan = (activityId: string) =>
  useCommand(activityId, (api, body: Body<typeof contract.PlanPresentations>) =>
    api.call<typeof contract.PlanPresentations>('put', AT, { params: { activityId }, body }),
  );

export const useSaveSlot = (activityId: string) =>
  useCommand(
    activityId,
    (api, { slotId, ...body }: Body<typeof contract.SavePresentationSlot> & { slotId: string }) =>
      api.call<typeof contract.SavePresentationSlot>('put', `${AT}/slots/:slotId`, {
        params: { activityId, slotId },
        body,
      }),
  );

export const useRemoveSlot = (activityId: string) =>
  useCommand(activityId, (api, slotId: string) =>
    api.call<typeof contract.RemovePresentationSlot>('delete', `${AT}/slots/:slotId`, {
      params: { activityId, slotId },
    }),
  );

export const useBook = (activityId: string) =>
  useCommand(activityId, (api, { slotId, groupId }: { slotId: string; groupId: string | null }) =>
    api.call<typeof contract.BookPresentation>('put', `${AT}/slots/:slotId/group`, {
      params: { activityId, slotId },
      body: { groupId },
    }),
  );

export const useDraw = (activityId: string) =>
  useCommand(activityId, (api) =>
    api.call<typeof contract.DrawPresentations>('post', `${AT}/draw`, { params: { activityId } }),
  );

export const useTimer = (activityId: string) =>
  useCommand(activityId, (api, body: Body<typeof contract.SetPresentationTimer>) =>
    api.call<typeof contract.SetPresentationTimer>('put', `${AT}/timer`, { params: { activityId }, body }),
  );
