import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-groups.ts';
import { useApi } from '../../app/context.ts';

export type OwnAuthors = z.output<typeof contract.OwnAuthorsView>;

/** With whom one hands in. @param version of what is handed in: with each, other people may share it */
export function useOwnAuthors(activityId: string, version: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'authors', version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnAuthors>(
        'get',
        '/activities/:activityId/authors/mine',
        { params: { activityId } },
        signal,
      ),
  });
}
