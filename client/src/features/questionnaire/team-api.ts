import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/questionnaire-team.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type TeamSheet = z.output<typeof contract.TeamView>;

/** What the others of the group write is looked for this often. */
const OTHERS_MS = 4000;
const keyOf = (id: string) => ['questionnaires', 'team', id] as const;

export const readTeamSheet = (api: ApiClient, questionnaireId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetTeamSheet>(
    'get',
    '/questionnaires/:questionnaireId/team',
    { params: { questionnaireId } },
    signal,
  );

/** The sheet that the group answers together; asked again while others may write on it. */
export function useTeamSheet(questionnaireId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(questionnaireId),
    queryFn: ({ signal }) => readTeamSheet(api, questionnaireId, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? OTHERS_MS : false),
  });
}

export const saveTeamSheet = (
  api: ApiClient,
  questionnaireId: string,
  body: { answers: TeamSheet['sheet']['answers']; expectedRevision: number },
) =>
  api.call<typeof contract.SaveTeamSheet>('put', '/questionnaires/:questionnaireId/team/draft', {
    params: { questionnaireId },
    body,
  });

export function useSendTeamSheet(questionnaireId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      version: number;
      answers: TeamSheet['sheet']['answers'];
      expectedRevision: number;
    }) =>
      api.call<typeof contract.SendTeamSheet>('post', '/questionnaires/:questionnaireId/team', {
        params: { questionnaireId },
        body,
      }),
    // Refused or taken: what it is now is asked for, the own scores too.
    onSettled: () => queries.invalidateQueries({ queryKey: ['questionnaires'] }),
  });
}
