import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/publication.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Publication = z.output<typeof contract.PublicationView>;

const publicationKey = (activityId: string) => ['publication', activityId] as const;

export function usePublication(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: publicationKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPublication>(
        'get',
        '/activities/:activityId/publication',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useSetPublication(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (state: 'published' | 'closed') =>
      api.call<typeof contract.SetPublication>('put', '/activities/:activityId/publication', {
        params: { activityId },
        body: { state },
      }),
    onSuccess: (publication) => {
      queries.setQueryData(publicationKey(activityId), publication);
      return queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(activityId) && queryKey[0] !== 'publication',
      });
    },
  });
}
