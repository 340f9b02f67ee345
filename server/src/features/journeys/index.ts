import { createFinishRequest, defineFinishJob } from './journeys.jobs.ts';
import { journeyRoutes } from './journeys.routes.ts';
import { createJourneysService } from './journeys.service.ts';
import { createJourneyStores } from './journeys.store.ts';
import { createTemplatesService, type TemplatePorts } from './templates.service.ts';

interface Ports extends Omit<TemplatePorts, 'stores'> {
  readonly connection: Parameters<typeof createJourneyStores>[0];
  readonly jobs: Parameters<typeof defineFinishJob>[0];
  readonly findScope: Parameters<typeof defineFinishJob>[2];
}

/** Templates of activities, and journeys made of them. */
export function createJourneys({ connection, jobs, findScope, ...ports }: Ports) {
  const stores = createJourneyStores(connection);
  const templates = createTemplatesService({ ...ports, stores });
  const finishLater = createFinishRequest(jobs, ports.clock);
  const journeys = createJourneysService({ ...ports, stores, templates, finishLater });
  defineFinishJob(jobs, journeys.finishApplication, findScope);
  return { routes: journeyRoutes(templates, journeys) };
}
