import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/contributions.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import type { RoomPlace } from '../group-work/room-api.ts';

export type Contributions = z.output<typeof contract.ContributionsView>;
export type Contribution = Contributions['people'][number];

/** One group at one milestone; null: the one that it works on. */
export interface ContributionPlace extends RoomPlace {
  readonly n: number | null;
}

const AT = '/group-work/:activityId/groups/:groupId/contributions';

export const getContributions = (
  api: ApiClient,
  { activityId, groupId, n }: ContributionPlace,
  signal?: AbortSignal,
) =>
  api.call<typeof contract.GetContributions>(
    'get',
    AT,
    { params: { activityId, groupId }, query: { n: n ?? undefined } },
    signal,
  );

export function useContributions(place: ContributionPlace) {
  const api = useApi();
  return useQuery({
    queryKey: ['contributions', place.activityId, place.groupId, place.n],
    queryFn: ({ signal }) => getContributions(api, place, signal),
    staleTime: 0,
  });
}

/** Saves what one says of one's own contribution. */
export const saveStatement = (
  api: ApiClient,
  place: RoomPlace & { readonly n: number },
  text: string,
  expectedRevision: number,
) =>
  api.call<typeof contract.SaveStatement>('put', `${AT}/:n/statement`, {
    params: { ...place },
    body: { text, expectedRevision },
  });
