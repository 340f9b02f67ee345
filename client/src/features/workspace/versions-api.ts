import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/workspace.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { PagePlace } from './api.ts';

export type PageVersion = contract.PageVersionView;

/** One page of one group. */
export interface VersionsOf extends PagePlace {
  readonly pageId: string;
}

const AT = '/group-work/:activityId/groups/:groupId/pages/:pageId/versions';

const versionsKey = ({ pageId }: VersionsOf) => ['page versions', pageId] as const;

export function usePageVersions(page: VersionsOf) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: versionsKey(page),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListPageVersions>(
        'get',
        AT,
        { params: { ...page }, query: { before: pageParam } },
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (part) => part.next,
    staleTime: 0,
  });
}

export function usePageVersion(page: VersionsOf, n: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...versionsKey(page), n],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPageVersion>('get', `${AT}/:n`, { params: { ...page, n } }, signal),
  });
}

function useVersionCommand<Input>(
  page: VersionsOf,
  send: (api: ApiClient, input: Input) => Promise<PageVersion>,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => send(api, input),
    onSettled: () => queries.invalidateQueries({ queryKey: versionsKey(page) }),
  });
}

/** Keeps how the page stands now, under a name. */
export const useKeepVersion = (page: VersionsOf) =>
  useVersionCommand(page, (api, name: string) =>
    api.call<typeof contract.KeepPageVersion>('post', AT, { params: { ...page }, body: { name } }),
  );

export const useRestoreVersion = (page: VersionsOf) =>
  useVersionCommand(page, (api, n: number) =>
    api.call<typeof contract.RestorePageVersion>('post', `${AT}/:n/restore`, { params: { ...page, n } }),
  );
