import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/peer-review-pairs.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

const PATH = '/activities/:activityId/learners/:memberId/reviewers/:reviewerId';
const keyOf = (activityId: string, memberId: string) =>
  ['peer-review', activityId, 'reviewers-of', memberId] as const;

/** Who reviews a work, and who else could. */
export function useReviewers(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId, memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetReviewers>(
        'get',
        '/activities/:activityId/learners/:memberId/reviewers',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

/** Gives a work to somebody, or takes it away. */
export function useChangeReviewer(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reviewerId, reviews }: { reviewerId: string; reviews: boolean }) => {
      const input = { params: { activityId, memberId, reviewerId } };
      return reviews
        ? api.call<typeof contract.AddReviewer>('put', PATH, input)
        : api.call<typeof contract.RemoveReviewer>('delete', PATH, input);
    },
    onSuccess: (view) => queries.setQueryData(keyOf(activityId, memberId), view),
    // Somebody has begun meanwhile, or another of the staff has changed it.
    onError: () => queries.invalidateQueries({ queryKey: keyOf(activityId, memberId) }),
  });
}
