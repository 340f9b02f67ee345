import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/review-weights.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

type Weights = contract.ReviewWeightsView;
export type ReviewWeight = Weights['weights'][number];

const weightsKey = (activityId: string, memberId: string) =>
  ['review weights', activityId, memberId] as const;

/** How much each review of a learner's work counts, as staff decided. */
export function useReviewWeights(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: weightsKey(activityId, memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetReviewWeights>(
        'get',
        '/activities/:activityId/learners/:memberId/review-weights',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

interface Wish {
  readonly reviewId: string;
  readonly percent: number;
  readonly reason: string;
  readonly expectedRevision: number;
}

export function useWeighReview(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = weightsKey(activityId, memberId);
  return useMutation({
    mutationFn: ({ reviewId, ...body }: Wish) =>
      api.call<typeof contract.WeighReview>('put', '/activities/:activityId/reviews/:reviewId/weight', {
        params: { activityId, reviewId },
        body,
      }),
    onSuccess: (weights) => {
      queries.setQueryData<Weights>(queryKey, weights);
      return queries.invalidateQueries({ queryKey: ['peer-review', activityId, 'reviews-of', memberId] });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}
