import * as contract from '../../contracts/files.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { FileService } from './files.service.ts';
import type { createUploadService } from './upload.service.ts';

export const fileRoutes = (uploads: ReturnType<typeof createUploadService>, files: FileService): Route[] => [
  handle(contract.CreateFile, ({ caller, body: { id, item, name, size } }) =>
    uploads.create(caller, { id, item, name, size }),
  ),
  handle(contract.ListUnfinishedFiles, ({ caller, query }) =>
    uploads.listUnfinished(caller, { kind: query.kind, id: query.itemId }),
  ),
  handle(contract.PutChunk, ({ caller, params, body }) =>
    uploads.putChunk(caller, params.fileId, params.index, body),
  ),
  handle(contract.FinishFile, ({ caller, params }) => uploads.finish(caller, params.fileId)),
  handle(contract.RemoveFile, ({ caller, params }) => uploads.remove(caller, params.fileId)),
  handle(contract.LinkFiles, ({ caller, body }) => files.link(caller, body.fileIds, body.download)),
];
