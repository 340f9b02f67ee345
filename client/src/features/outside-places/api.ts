import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { OutsidePlace } from '../../../../server/src/contracts/outside-links.ts';
import type * as contract from '../../../../server/src/contracts/outside-places.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type Places = z.output<typeof contract.OutsidePlacesView>;
export type Place = Places['places'][number];

const AT = '/group-work/:activityId/groups/:groupId/places';

const PART: RoomPart<Places> = {
  name: 'places',
  read: (api, place, signal) =>
    api.call<typeof contract.GetOutsidePlaces>('get', AT, { params: { ...place } }, signal),
};

export const usePlaces = (place: RoomPlace) => useRoomPart(place, PART);

interface Linked {
  readonly kind: OutsidePlace;
  /** Empty: what is pasted is taken back. */
  readonly url: string;
  readonly expectedRevision: number;
}

export const useLinkPlace = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { kind, ...body }: Linked) =>
    api.call<typeof contract.LinkOutsidePlace>('put', `${AT}/:kind`, { params: { ...place, kind }, body }),
  );

/** For staff: the places of all groups. */
export function useAllPlaces(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['outside places', activityId],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListOutsidePlaces>(
        'get',
        '/group-work/:activityId/places',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

export function useBreakoutRooms(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (format: 'zoom' | 'plain') =>
      api.call<typeof contract.ExportBreakoutRooms>('get', '/group-work/:activityId/breakout-rooms', {
        params: { activityId },
        query: { format },
      }),
  });
}
