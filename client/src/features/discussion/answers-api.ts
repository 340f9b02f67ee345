import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/discussion-answers.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type AnswerAct = 'accept' | 'unaccept' | 'endorse' | 'unendorse';

/** The answers to a question, that with the most votes first. @param isWanted otherwise nothing is asked for */
export function useAnswers(activityId: string, threadId: string, isWanted: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['answers', activityId, threadId],
    enabled: isWanted,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListAnswers>(
        'get',
        '/discussions/:activityId/threads/:threadId/answers',
        { params: { activityId, threadId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

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
