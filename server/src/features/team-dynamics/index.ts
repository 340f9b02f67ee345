import { createDynamicsMatters } from './matter-source.service.ts';
import { dynamicsRoutes } from './team-dynamics.routes.ts';
import { createDynamicsService, type DynamicsPorts } from './team-dynamics.service.ts';
import { createDynamicsStore } from './team-dynamics.store.ts';

interface Ports extends DynamicsPorts {
  readonly connection: Parameters<typeof createDynamicsStore>[0];
  readonly rooms: DynamicsPorts['rooms'] & Parameters<typeof createDynamicsMatters>[1];
}

/** How members of groups say they work together: asked after each milestone, shown as a whole. */
export function createTeamDynamics({ connection, ...ports }: Ports) {
  const store = createDynamicsStore(connection);
  const service = createDynamicsService(store, ports);
  return {
    routes: dynamicsRoutes(service),
    matterSource: createDynamicsMatters(store, ports.rooms),
    /** What some groups said last: the milestone, and what is low. */
    listDynamics: service.listLast,
  };
}
