import * as contract from '../../contracts/groups.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GroupService } from './groups.service.ts';
import type { ImportService } from './import-groups.service.ts';

export const groupRoutes = (groups: GroupService, files: ImportService): Route[] => [
  handle(contract.GetGroups, ({ caller }) => groups.overview(caller)),
  handle(contract.ListUnresolved, ({ caller, query }) =>
    groups.listUnresolved(caller, query.after, query.limit),
  ),
  handle(contract.ReadGroups, ({ caller }) => groups.readNow(caller)),
  handle(contract.PreviewImport, ({ caller, body }) => files.preview(caller, body.csv)),
  handle(contract.ImportGroups, ({ caller, body }) => files.importFile(caller, body.csv)),
  handle(contract.ExportGroups, ({ caller }) => files.exportFile(caller)),
  handle(contract.ListGroups, ({ caller, params, query }) =>
    groups.list(caller, params.setId, query.after, query.limit),
  ),
];
