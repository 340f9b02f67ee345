import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/opening.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Opening = z.output<typeof contract.OpeningView>;
export type OwnOpening = z.output<typeof contract.OwnOpeningView>;
export type Rules = Opening['rules'];
export type Prerequisite = Rules['after'][number];

const openingKey = (activityId: string) => ['opening', activityId] as const;

/** While an activity is closed to a learner, how often it is asked whether it has opened. */
const ASK_AGAIN_MS = 10_000;

export function useOpening(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: openingKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOpening>(
        'get',
        '/activities/:activityId/opening',
        { params: { activityId } },
        signal,
      ),
  });
}

export function usePreviewOpening(activityId: string, rules: Rules) {
  const api = useApi();
  return useQuery({
    queryKey: ['opening preview', activityId, rules],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewOpening>(
        'post',
        '/activities/:activityId/opening/preview',
        { params: { activityId }, body: { rules } },
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useSetOpening(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { rules: Rules; expectedRevision: number }) =>
      api.call<typeof contract.SetOpening>('put', '/activities/:activityId/opening', {
        params: { activityId },
        body,
      }),
    onSuccess: (opening) => queries.setQueryData(openingKey(activityId), opening),
    // Somebody else was faster: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey: openingKey(activityId) }),
  });
}

export function useOwnOpening(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['own opening', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnOpening>(
        'get',
        '/activities/:activityId/opening/own',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ASK_AGAIN_MS,
    retry: false,
  });
}
