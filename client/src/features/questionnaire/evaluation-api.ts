import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/questionnaire-evaluation.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Evaluation = contract.MemberEvaluation;
export type OwnEvaluation = contract.OwnEvaluation;

const keyOf = (id: string) => ['questionnaires', 'evaluation', id] as const;

/** What members of groups say of each other. @param round undefined: the last */
export function useMemberEvaluation(questionnaireId: string, round: number | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...keyOf(questionnaireId), round],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetMemberEvaluation>(
        'get',
        '/questionnaires/:questionnaireId/evaluation',
        { params: { questionnaireId }, query: { round } },
        signal,
      ),
    // The last one stays while another comes.
    placeholderData: (previous) => previous,
  });
}

export function useShareEvaluation(questionnaireId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (shared: boolean) =>
      api.call<typeof contract.ShareMemberEvaluation>(
        'put',
        '/questionnaires/:questionnaireId/evaluation/shared',
        { params: { questionnaireId }, body: { shared } },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(questionnaireId) }),
  });
}

/** Says whether the person reads what was written to them. */
export function useCheckComment(questionnaireId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    // One after the other: each comes upon the revision that the one before has left.
    scope: { id: `comments of ${questionnaireId}` },
    mutationFn: (body: { key: string; shown: boolean }) =>
      api.call<typeof contract.CheckComment>('put', '/questionnaires/:questionnaireId/evaluation/comment', {
        params: { questionnaireId },
        body,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(questionnaireId) }),
  });
}

export function useOwnEvaluation(questionnaireId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['questionnaires', 'ownEvaluation', questionnaireId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnEvaluation>(
        'get',
        '/questionnaires/:questionnaireId/mine/evaluation',
        { params: { questionnaireId } },
        signal,
      ),
  });
}
