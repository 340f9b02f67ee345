import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/discussion-answers.ts';
import { useApi } from '../../app/context.ts';

export type AnswerAct = 'accept' | 'unaccept' | 'endorse' | 'unendorse';

/** Accepts or endorses an answer, or takes that back. */
export function useAnswerAct(activityId: string, threadId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ n, act }: { n: number; act: AnswerAct }) => {
      const params = { activityId, threadId, n };
      if (act === 'accept' || act === 'unaccept')
        await api.call<typeof contract.AcceptAnswer>(
          'put',
          '/discussions/:activityId/threads/:threadId/posts/:n/acceptance',
          { params, body: { accepted: act === 'accept' } },
        );
      else
        await api.call<typeof contract.EndorseAnswer>(
          'put',
          '/discussions/:activityId/threads/:threadId/posts/:n/endorsement',
          { params, body: { endorsed: act === 'endorse' } },
        );
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === activityId }),
  });
}
