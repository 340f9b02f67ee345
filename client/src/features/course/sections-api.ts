import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/sections.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { groupKeys } from './api.ts';

export type Sections = contract.SectionsView;
export type Section = contract.SectionView;
export type SectionFilter = contract.SectionFilterView;
export type SectionsWanted = contract.SectionsWanted;

/** Below the groups: what changes those changes the sections. */
const KEY = [...groupKeys.groups, 'sections'] as const;

export function useSections() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.call<typeof contract.GetSections>('get', '/sections', {}, signal),
  });
}

/** A change after the newest that is known; lists show members with their sections, so all are read again. */
function useChange<Input>(mutationFn: (api: ApiClient, input: Input, revision: number) => Promise<Sections>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input, queries.getQueryData<Sections>(KEY)?.revision ?? 0),
    onSuccess: (sections) => queries.setQueryData(KEY, sections),
    onSettled: () =>
      Promise.all(
        [groupKeys.groups, ['peer-review'], ['marking']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export const useChooseSections = () =>
  useChange((api, setId: string | null, expectedRevision) =>
    api.call<typeof contract.ChooseSections>('put', '/sections', { body: { setId, expectedRevision } }),
  );

export const useAssignAssistants = (groupId: string) =>
  useChange((api, memberIds: string[], expectedRevision) =>
    api.call<typeof contract.AssignAssistants>('put', '/sections/:groupId/assistants', {
      params: { groupId },
      body: { memberIds, expectedRevision },
    }),
  );
