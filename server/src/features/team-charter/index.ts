import { createCharterMatters } from './matter-source.service.ts';
import { charterRoutes } from './team-charter.routes.ts';
import { type CharterPorts, createCharterService } from './team-charter.service.ts';
import { createCharterStore } from './team-charter.store.ts';

interface Ports extends CharterPorts {
  readonly connection: Parameters<typeof createCharterStore>[0];
  readonly rooms: CharterPorts['rooms'] & Parameters<typeof createCharterMatters>[1];
}

/** Team charters: what the groups of a project agree on about working together. */
export function createTeamCharters({ connection, ...ports }: Ports) {
  const store = createCharterStore(connection);
  return {
    routes: charterRoutes(createCharterService(store, ports)),
    matterSource: createCharterMatters(store, ports.rooms),
  };
}
