import * as contract from '../../contracts/group-files.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GroupFilesService } from './group-files.service.ts';

export const groupFileRoutes = (service: GroupFilesService): Route[] => [
  handle(contract.ListGroupFiles, ({ caller, params }) => service.get(caller, params)),
  handle(contract.PutGroupFile, ({ caller, params, body }) =>
    service.put(caller, params, body.fileId, body.expectedVersion),
  ),
  handle(contract.DeleteGroupFile, ({ caller, params, body }) =>
    service.setDeleted(caller, params, body.deleted),
  ),
];
