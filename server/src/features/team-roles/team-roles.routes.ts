import * as contract from '../../contracts/team-roles.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { TeamRoleService } from './team-roles.service.ts';

export const teamRoleRoutes = (service: TeamRoleService): Route[] => [
  handle(contract.GetTeamRoles, ({ caller, params }) => service.get(caller, params)),
  handle(contract.GetMaterials, ({ caller, params }) => service.materials(caller, params)),
  handle(contract.AssignTeamRole, ({ caller, params, body }) => {
    const { activityId, groupId, roleId } = params;
    const { n, memberId, expectedRevision } = body;
    return service.assign(caller, { activityId, groupId }, roleId, n, memberId, expectedRevision);
  }),
];
