import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/group-files.ts';
import { type RoomPart, type RoomPlace, useRoomCommand, useRoomPart } from '../group-work/room-api.ts';

export type GroupFiles = z.output<typeof contract.GroupFilesView>;
export type GroupFile = GroupFiles['items'][number];

const AT = '/group-work/:activityId/groups/:groupId/files';

const PART: RoomPart<GroupFiles> = {
  name: 'files',
  read: (api, place, signal) =>
    api.call<typeof contract.ListGroupFiles>('get', AT, { params: { ...place } }, signal),
};

/** What uploads are for. */
export const groupFileItem = ({ activityId, groupId }: RoomPlace) => ({
  kind: 'group-file',
  id: `${activityId}-${groupId}`,
});

export const useGroupFiles = (place: RoomPlace) => useRoomPart(place, PART);

interface Put {
  readonly entryId: string;
  readonly fileId: string;
  readonly expectedVersion: number;
}

export const usePutFile = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { entryId, ...body }: Put) =>
    api.call<typeof contract.PutGroupFile>('put', `${AT}/:entryId`, { params: { ...place, entryId }, body }),
  );

export const useDeleteFile = (place: RoomPlace) =>
  useRoomCommand(place, PART, (api, { entryId, deleted }: { entryId: string; deleted: boolean }) =>
    api.call<typeof contract.DeleteGroupFile>('put', `${AT}/:entryId/deleted`, {
      params: { ...place, entryId },
      body: { deleted },
    }),
  );
