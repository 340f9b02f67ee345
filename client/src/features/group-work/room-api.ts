import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RoomView } from '../../../../server/src/contracts/group-room.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Room = z.output<typeof RoomView>;

/** Names a group in its project. */
export interface RoomPlace {
  readonly activityId: string;
  readonly groupId: string;
}

/** What a page reads of a room: under which name, and how. */
export interface RoomPart<View> {
  readonly name: string;
  readonly read: (api: ApiClient, place: RoomPlace, signal: AbortSignal) => Promise<View>;
}

type Named = Pick<RoomPart<unknown>, 'name'>;

const keyOf = ({ activityId, groupId }: RoomPlace, { name }: Named) =>
  ['group room', activityId, groupId, name] as const;

/** Reads a part of a room, and again when somebody changes something in it. */
export function useRoomPart<View>(place: RoomPlace, part: RoomPart<View>) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(place, part);
  const { activityId, groupId } = place;
  useLive(`room/${activityId}/${groupId}`, () => void queries.invalidateQueries({ queryKey }));
  return useQuery({ queryKey, queryFn: ({ signal }) => part.read(api, place, signal), staleTime: 0 });
}

/** A command whose answer is how the part is from then on. @param expected what it will be, shown at once */
export function useRoomCommand<View, Input>(
  place: RoomPlace,
  part: RoomPart<View>,
  send: (api: ApiClient, input: Input) => Promise<View>,
  expected?: (before: View, input: Input) => View,
) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(place, part);
  return useMutation({
    mutationKey: queryKey,
    // One after the other: each comes upon what the one before has left.
    scope: { id: queryKey.join('/') },
    mutationFn: (input: Input) => send(api, input),
    async onMutate(input) {
      // An answer from before the command would undo what is shown.
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<View>(queryKey);
      if (before !== undefined && expected) queries.setQueryData<View>(queryKey, expected(before, input));
      return before;
    },
    onSuccess(view) {
      // While others wait, the page shows what they will make of it.
      if (queries.isMutating({ mutationKey: queryKey }) === 1) queries.setQueryData<View>(queryKey, view);
    },
    // Somebody of the group was faster: the page shows what they have done.
    onError: (_error, _input, before) => {
      if (before !== undefined && expected) queries.setQueryData<View>(queryKey, before);
      return queries.invalidateQueries({ queryKey });
    },
  });
}
