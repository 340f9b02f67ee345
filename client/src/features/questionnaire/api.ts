import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/questionnaire.ts';
import type * as resultsContract from '../../../../server/src/contracts/questionnaire-results.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { HOME_KEY } from '../insights/api.ts';
import { NOTICES_KEY } from '../notices/unread-api.ts';

export type Questionnaire = z.output<typeof contract.QuestionnaireView>;
export type Settings = Questionnaire['settings'];
export type Row = z.output<(typeof contract.ListQuestionnaires)['response']>['items'][number];
export type OwnQuestionnaire = z.output<typeof contract.OwnQuestionnaireView>;
export type OwnRow = z.output<(typeof contract.ListOwnQuestionnaires)['response']>['items'][number];
export type Results = z.output<typeof resultsContract.ResultsView>;
export type Tally = Results['tallies'][number];
export type NamedAnswer = z.output<(typeof resultsContract.ListAnswers)['response']>['items'][number];
type State = 'publish' | 'close';

const root = ['questionnaires'] as const;
const keys = {
  list: [...root, 'list'] as const,
  own: [...root, 'own'] as const,
  one: (id: string) => [...root, 'one', id] as const,
  mine: (id: string) => [...root, 'mine', id] as const,
  results: (id: string) => [...root, 'results', id] as const,
};

export function useQuestionnaires() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.list,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListQuestionnaires>(
        'get',
        '/questionnaires',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useQuestionnaire(questionnaireId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.one(questionnaireId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetQuestionnaire>(
        'get',
        '/questionnaires/:questionnaireId',
        { params: { questionnaireId } },
        signal,
      ),
  });
}

/** What changes a questionnaire: the lists and its results are looked at anew. */
function useChanged() {
  const queries = useQueryClient();
  return (changed: Questionnaire) => {
    queries.setQueryData(keys.one(changed.id), changed);
    void queries.invalidateQueries({ queryKey: keys.list });
    void queries.invalidateQueries({ queryKey: keys.results(changed.id) });
  };
}

export function useSaveQuestionnaire(questionnaireId: string) {
  const api = useApi();
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (body: { settings: Settings; expectedRevision: number }) =>
      api.call<typeof contract.SaveQuestionnaire>('put', '/questionnaires/:questionnaireId', {
        params: { questionnaireId },
        body,
      }),
    onSuccess,
  });
}

/** Opens it to learners, or ends it. */
export function useSetState({ id: questionnaireId, revision }: Questionnaire) {
  const api = useApi();
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (state: State) =>
      state === 'publish'
        ? api.call<typeof contract.PublishQuestionnaire>('post', '/questionnaires/:questionnaireId/publish', {
            params: { questionnaireId },
            body: { expectedRevision: revision },
          })
        : api.call<typeof contract.CloseQuestionnaire>('post', '/questionnaires/:questionnaireId/close', {
            params: { questionnaireId },
          }),
    onSuccess,
  });
}

export function useCopyQuestionnaire(questionnaireId: string) {
  const api = useApi();
  const onSuccess = useChanged();
  return useMutation({
    mutationFn: (body: { id: string; title: string }) =>
      api.call<typeof contract.CopyQuestionnaire>('post', '/questionnaires/:questionnaireId/copies', {
        params: { questionnaireId },
        body,
      }),
    onSuccess,
  });
}

/** What results are asked for: one version and round, of all or of those who chose an option. */
export interface Asked {
  readonly version: number | undefined;
  readonly round: number | undefined;
  readonly choice: { readonly itemId: string; readonly optionId: string } | null;
}

export function useResults(questionnaireId: string, { version, round, choice }: Asked) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.results(questionnaireId), version, round, choice],
    queryFn: ({ signal }) =>
      api.call<typeof resultsContract.GetResults>(
        'get',
        '/questionnaires/:questionnaireId/results',
        { params: { questionnaireId }, query: { version, round, ...choice } },
        signal,
      ),
    // The last results stay while others come.
    placeholderData: (previous) => previous,
  });
}

export function useNamedAnswers(questionnaireId: string, version: number) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keys.results(questionnaireId), 'named', version],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof resultsContract.ListAnswers>(
        'get',
        '/questionnaires/:questionnaireId/answers',
        { params: { questionnaireId }, query: { version, after: pageParam, limit: 100 } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useExportAnswers(questionnaireId: string) {
  const api = useApi();
  const { i18n } = useTranslation();
  return useMutation({
    mutationFn: (version: number) =>
      api.call<typeof resultsContract.ExportAnswers>('get', '/questionnaires/:questionnaireId/export', {
        params: { questionnaireId },
        query: { version, locale: i18n.language },
      }),
  });
}

export function useOwnQuestionnaires() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.own,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListOwnQuestionnaires>(
        'get',
        '/own-questionnaires',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useOwnQuestionnaire(questionnaireId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.mine(questionnaireId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnQuestionnaire>(
        'get',
        '/questionnaires/:questionnaireId/mine',
        { params: { questionnaireId } },
        signal,
      ),
  });
}

export function useSubmitAnswers(questionnaireId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      version: number;
      round: number;
      attempt: number;
      answers: OwnQuestionnaire['draft']['answers'];
    }) =>
      api.call<typeof contract.SubmitAnswers>('post', '/questionnaires/:questionnaireId/mine', {
        params: { questionnaireId },
        body,
      }),
    // Refused or taken: what it is now is asked for.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: root }),
        queries.invalidateQueries({ queryKey: HOME_KEY }),
        queries.invalidateQueries({ queryKey: NOTICES_KEY }),
      ]),
  });
}
