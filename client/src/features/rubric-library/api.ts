import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/rubric-library.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { Criterion } from '../peer-review/api.ts';

export type KeptRubric = contract.KeptRubricView;
export type RubricChange = contract.RubricChange;
export type Format = 'json' | 'csv';

const LIBRARY = ['rubrics'] as const;

export function useRubrics() {
  const api = useApi();
  return useQuery({
    queryKey: LIBRARY,
    queryFn: ({ signal }) => api.call<typeof contract.ListRubrics>('get', '/rubrics', {}, signal),
  });
}

/** A rubric in one version; the newest where none is named. */
export const getRubric = (api: ApiClient, rubricId: string, version?: number, signal?: AbortSignal) =>
  api.call<typeof contract.GetRubric>(
    'get',
    '/rubrics/:rubricId',
    { params: { rubricId }, query: { version } },
    signal,
  );

export function useRubric(rubricId: string, version: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...LIBRARY, rubricId, version],
    queryFn: ({ signal }) => getRubric(api, rubricId, version, signal),
  });
}

interface Saved {
  readonly rubricId: string;
  readonly name: string;
  readonly criteria: Criterion[];
  readonly expectedVersion: number;
}

export function useSaveRubric() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rubricId, ...body }: Saved) =>
      api.call<typeof contract.SaveRubric>('put', '/rubrics/:rubricId', { params: { rubricId }, body }),
    // Also where somebody was faster: what is there now is shown.
    onSettled: () => queries.invalidateQueries({ queryKey: LIBRARY }),
  });
}

export function useRemoveRubric() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rubricId, removed }: { readonly rubricId: string; readonly removed: boolean }) =>
      api.call<typeof contract.RemoveRubric>('put', '/rubrics/:rubricId/removed', {
        params: { rubricId },
        body: { removed },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: LIBRARY }),
  });
}

export function useReadFile() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { readonly format: Format; readonly text: string }) =>
      api.call<typeof contract.ReadRubricFile>('post', '/rubric-files/read', { body }),
  });
}

export function useWriteFile() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { readonly format: Format; readonly name: string; readonly criteria: Criterion[] }) =>
      api.call<typeof contract.WriteRubricFile>('post', '/rubric-files/write', { body }),
  });
}
