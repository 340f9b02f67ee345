import * as contract from '../../contracts/group-formation.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GroupFormer } from './form-groups.service.ts';

export const formationRoutes = (former: GroupFormer): Route[] => [
  handle(contract.ProposeGroups, ({ caller, params, body }) => former.propose(caller, params.setId, body)),
  handle(contract.FormGroups, ({ caller, params, body }) => former.form(caller, params.setId, body)),
  handle(contract.UndoFormation, ({ caller, params, body }) =>
    former.undo(caller, params.setId, body.expectedRevision),
  ),
];
