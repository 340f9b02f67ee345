import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-synthesis.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Synthesis = NonNullable<z.output<typeof contract.SynthesisView>['synthesis']>;
export type SynthesisContent = Pick<Synthesis, 'text' | 'divergent'>;

const keyOf = (activityId: string, threadId: string) => ['synthesis', activityId, threadId] as const;

/** What staff have summarised of a thread. */
export function useSynthesis(activityId: string, threadId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId, threadId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetSynthesis>(
        'get',
        '/discussions/:activityId/threads/:threadId/synthesis',
        { params: { activityId, threadId } },
        signal,
      ),
  });
}

/** Writes it, changes it, or takes it away. */
export function useSaveSynthesis(activityId: string, threadId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SynthesisContent & { readonly expectedRevision: number }) =>
      api.call<typeof contract.SaveSynthesis>('put', '/discussions/:activityId/threads/:threadId/synthesis', {
        params: { activityId, threadId },
        body,
      }),
    onSuccess: (saved) => {
      queries.setQueryData(keyOf(activityId, threadId), saved);
      return queries.invalidateQueries({ queryKey: ['synthesis history', activityId, threadId] });
    },
  });
}

export function useSynthesisHistory(activityId: string, threadId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['synthesis history', activityId, threadId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetSynthesisHistory>(
        'get',
        '/discussions/:activityId/threads/:threadId/synthesis/history',
        { params: { activityId, threadId } },
        signal,
      ),
    staleTime: 0,
  });
}
