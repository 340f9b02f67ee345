import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { GROUP_FILE_VERSIONS_MAX } from './room-limits.ts';

const FileVersionView = z.object({
  n: z.int(),
  file: AttachedFileView,
  by: z.string().nullable(),
  at: Timestamp,
});

export const GroupFilesView = z.object({
  room: RoomView.pick({ title: true, name: true, can: true }),
  /** By the names of the newest versions. */
  items: z.array(
    z.object({
      entryId: Id,
      /** Newest first; there is at least one. */
      versions: z.array(FileVersionView).min(1),
    }),
  ),
});
export type GroupFilesView = z.output<typeof GroupFilesView>;

const OfEntry = OfRoom.extend({ entryId: Id });

export const ListGroupFiles = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/files',
  permission: 'groupWork.read',
  summary: 'The files of a group, each with its versions',
  params: OfRoom,
  response: GroupFilesView,
} satisfies Endpoint;

export const PutGroupFile = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/files/:entryId',
  permission: 'groupWork.write',
  summary:
    'Adds an uploaded file, or a new version over the one that was seen; repeating the call changes nothing',
  params: OfEntry,
  body: z.object({
    fileId: Id,
    /** 0: it is new. */
    expectedVersion: z.int().min(0).max(GROUP_FILE_VERSIONS_MAX),
  }),
  response: GroupFilesView,
} satisfies Endpoint;

export const DeleteGroupFile = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/files/:entryId/deleted',
  permission: 'groupWork.write',
  summary: 'Takes a file out of the list, or puts it back; what is handed in stays',
  params: OfEntry,
  body: z.object({ deleted: z.boolean() }),
  response: GroupFilesView,
} satisfies Endpoint;
