import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/review-judgements.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

type Judgements = contract.ReviewJudgementsView;
export type ReviewJudgement = Judgements['judgements'][number];
export type JudgedReview = z.output<typeof contract.JudgedReview>;

const judgementsKey = (activityId: string, memberId: string) =>
  ['review judgements', activityId, memberId] as const;
const nextKey = (activityId: string) => ['next to judge', activityId] as const;

/** How good staff find each review of a learner's work. */
export function useReviewJudgements(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: judgementsKey(activityId, memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetReviewJudgements>(
        'get',
        '/activities/:activityId/learners/:memberId/review-judgements',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

interface Wish {
  readonly reviewId: string;
  readonly level: number | null;
  readonly comment: string;
  readonly expectedRevision: number;
}

export function useJudgeReview(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = judgementsKey(activityId, memberId);
  return useMutation({
    mutationFn: ({ reviewId, ...body }: Wish) =>
      api.call<typeof contract.JudgeReview>('put', '/activities/:activityId/reviews/:reviewId/judgement', {
        params: { activityId, reviewId },
        body,
      }),
    onSuccess: (judgements) => {
      queries.setQueryData<Judgements>(queryKey, judgements);
      return queries.invalidateQueries({ queryKey: nextKey(activityId) });
    },
    // A colleague was faster: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

/** Whose reviews are to be judged next, and how many are left. @param after whose work one is at; null: at none */
export function useNextToJudge(activityId: string, after: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: [...nextKey(activityId), after],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetNextToJudge>(
        'get',
        '/activities/:activityId/review-judgements/next',
        { params: { activityId }, query: after === null ? {} : { after } },
        signal,
      ),
  });
}
