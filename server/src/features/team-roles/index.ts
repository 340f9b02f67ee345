import { teamRoleRoutes } from './team-roles.routes.ts';
import { createTeamRoleService, type TeamRolePorts } from './team-roles.service.ts';
import { createTeamRoleStore } from './team-roles.store.ts';

interface Ports extends TeamRolePorts {
  readonly connection: Parameters<typeof createTeamRoleStore>[0];
}

/** Roles in groups: facilitator, ambassador, recorder and others, by milestone. */
export const createTeamRoles = ({ connection, ...ports }: Ports) => ({
  routes: teamRoleRoutes(createTeamRoleService(createTeamRoleStore(connection), ports)),
});
