import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/workspace.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type GroupPage = z.output<typeof contract.GroupPageView>;

/** Whose pages: one group in one project. */
export interface PagePlace {
  readonly activityId: string;
  readonly groupId: string;
}

const AT = '/group-work/:activityId/groups/:groupId/pages';
/** Others of the group begin pages too: a list that is open looks again. */
const OTHERS_MS = 20_000;

const pagesKey = ({ activityId, groupId }: PagePlace) => ['group pages', activityId, groupId] as const;

/** Where a group's pages are. */
export const pagesPath = ({ activityId, groupId }: PagePlace): string =>
  `/group-work/${activityId}/groups/${groupId}/pages`;

export const listGroupPages = (api: ApiClient, { activityId, groupId }: PagePlace, signal?: AbortSignal) =>
  api.call<typeof contract.ListGroupPages>('get', AT, { params: { activityId, groupId } }, signal);

export function useGroupPages(place: PagePlace) {
  const api = useApi();
  return useQuery({
    queryKey: pagesKey(place),
    queryFn: ({ signal }) => listGroupPages(api, place, signal),
    refetchInterval: OTHERS_MS,
    staleTime: 0,
  });
}

function usePageCommand<Input>(place: PagePlace, send: (api: ApiClient, input: Input) => Promise<GroupPage>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => send(api, input),
    onSettled: () => queries.invalidateQueries({ queryKey: pagesKey(place) }),
  });
}

/** Begins a page, or gives it another title. */
export const useSavePage = (place: PagePlace) =>
  usePageCommand(place, (api, { pageId, title }: Pick<GroupPage, 'pageId' | 'title'>) =>
    api.call<typeof contract.SaveGroupPage>('put', `${AT}/:pageId`, {
      params: { ...place, pageId },
      body: { title },
    }),
  );

/** Takes a page out of the list, or puts it back. */
export const useTakeOutPage = (place: PagePlace) =>
  usePageCommand(place, (api, { pageId, deleted }: { pageId: string; deleted: boolean }) =>
    api.call<typeof contract.DeleteGroupPage>('put', `${AT}/:pageId/deleted`, {
      params: { ...place, pageId },
      body: { deleted },
    }),
  );
