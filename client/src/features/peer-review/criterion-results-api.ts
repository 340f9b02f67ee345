import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/criterion-results.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

type Results = contract.CriterionResultsView;
export type CriterionResult = Results['criteria'][number];

const keyOf = (activityId: string, memberId: string) => ['criterion results', activityId, memberId] as const;

/** What staff have set for the criteria of a learner's work. */
export function useCriterionResults(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId, memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetCriterionResults>(
        'get',
        '/activities/:activityId/learners/:memberId/criterion-results',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

interface Wish {
  readonly criterionId: string;
  /** Null: as the reviewers say. */
  readonly points: number | null;
  readonly reason: string;
  readonly expectedRevision: number;
}

export function useSetCriterion(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(activityId, memberId);
  return useMutation({
    mutationFn: ({ criterionId, ...body }: Wish) =>
      api.call<typeof contract.SetCriterionResult>(
        'put',
        '/activities/:activityId/learners/:memberId/criterion-results/:criterionId',
        { params: { activityId, memberId, criterionId }, body },
      ),
    onSuccess: (results) => {
      queries.setQueryData<Results>(queryKey, results);
      return queries.invalidateQueries({ queryKey: ['peer-review', activityId, 'reviews-of', memberId] });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}
