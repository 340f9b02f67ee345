import { z } from 'zod';
import { Bytes, type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';

/** What a file belongs to: a kind of thing that a feature has registered, and which of them. */
export const FileItem = z.object({
  kind: z.string().regex(/^[a-zA-Z-]{1,40}$/),
  id: z.string().regex(/^[0-9a-f-]{32,68}$/),
});

/** A finished file as its owner and those who may know its owner see it. */
export const AttachedFileView = z.object({
  id: Id,
  /** What the owner called it. */
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Media type by content (`file-types.ts`). */
  type: z.string(),
});

/** The same of one that may still be on its way. */
export const FileView = AttachedFileView.extend({
  type: z.string().nullable(),
  state: z.enum(['uploading', 'ready']),
  /** Pieces that are stored, of `chunks`; an upload goes on with the others. */
  received: z.array(z.int()),
  chunks: z.int(),
});

/** A file as one sees it who must not know whose it is: no name, since names tell. */
export const AnonymousFileView = z.object({
  id: Id,
  extension: z.string(),
  size: z.int(),
  type: z.string(),
});

export type AttachedFileView = z.output<typeof AttachedFileView>;
export type FileView = z.output<typeof FileView>;
export type AnonymousFileView = z.output<typeof AnonymousFileView>;

const FileParams = z.object({ fileId: Id });

export const CreateFile = {
  method: 'post',
  path: '/files',
  permission: 'file.write',
  summary: 'Begins an upload; the same call again says how far it came',
  body: z.object({
    /** Made by the client, so that a repeated call makes no second file. */
    id: Id,
    item: FileItem,
    name: z.string().min(1).max(limits.FILE_NAME_MAX),
    /** Bytes; any number, so that what is too large is told with the limit. */
    size: z.int().min(0),
  }),
  response: FileView,
} satisfies Endpoint;

export const PutChunk = {
  method: 'put',
  path: '/files/:fileId/chunks/:index',
  permission: 'file.write',
  summary: 'Stores one piece of an upload; it is on disk when this answers, and may be sent again',
  params: FileParams.extend({ index: z.coerce.number().int().min(0).max(10_000) }),
  body: Bytes,
  response: FileView,
} satisfies Endpoint;

export const FinishFile = {
  method: 'post',
  path: '/files/:fileId/finish',
  permission: 'file.write',
  summary: 'Ends an upload: the content is checked, and the file can be used',
  params: FileParams,
  response: FileView,
} satisfies Endpoint;

export const ListUnfinishedFiles = {
  method: 'get',
  path: '/files/unfinished',
  permission: 'file.write',
  summary: 'The caller’s uploads for one item that were broken off, to go on with',
  query: z.object({ kind: FileItem.shape.kind, itemId: FileItem.shape.id }),
  response: z.object({ files: z.array(FileView) }),
} satisfies Endpoint;

export const RemoveFile = {
  method: 'delete',
  path: '/files/:fileId',
  permission: 'file.write',
  summary: 'Removes a file of the caller’s own that nothing handed in refers to; again changes nothing',
  params: FileParams,
  response: z.object({ removed: z.literal(true) }),
} satisfies Endpoint;

export const LinkFiles = {
  method: 'post',
  path: '/files/links',
  permission: 'file.read',
  summary: 'Addresses of some files’ contents, for five minutes; what the caller may not see is left out',
  body: z.object({
    fileIds: z.array(Id).min(1).max(limits.FILE_LINKS_MAX),
    /** To save it, instead of showing it. */
    download: z.boolean().default(false),
  }),
  response: z.object({
    links: z.array(z.object({ fileId: Id, url: z.string(), type: z.string(), expiresAt: Timestamp })),
  }),
} satisfies Endpoint;
