import { createPlenaryService } from './plenary.service.ts';
import { createPlenaryStore } from './plenaries.store.ts';
import { scenarioRoutes } from './scenarios.routes.ts';
import { createScenarioService, type ScenarioPorts } from './scenarios.service.ts';
import { createScenarioStore } from './scenarios.store.ts';

interface Ports extends ScenarioPorts {
  readonly connection: Parameters<typeof createScenarioStore>[0];
}

/** A brief per group out of a pool, and the plenary that puts the answers of groups side by side. */
export function createScenarios({ connection, ...ports }: Ports) {
  const service = createScenarioService(createScenarioStore(connection), ports);
  const plenary = createPlenaryService(createPlenaryStore(connection), service, ports);
  return { routes: scenarioRoutes(service, plenary), openIn: plenary.openIn };
}
