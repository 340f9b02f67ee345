import { createEraser } from './rehearsal.jobs.ts';
import { rehearsalRoutes } from './rehearsal.routes.ts';
import { createRehearsalService, type RehearsalPorts } from './rehearsal.service.ts';
import { createRehearsalStore } from './rehearsal.store.ts';

export type { RehearsalSource } from './rehearsal.service.ts';

type ErasePorts = Omit<Parameters<typeof createEraser>[0], 'store'>;

interface Ports extends Omit<RehearsalPorts, 'erase'>, ErasePorts {
  readonly connection: Parameters<typeof createRehearsalStore>[0];
}

/** Rehearsals of activities. */
export function createRehearsals({ connection, ...ports }: Ports) {
  const erase = createEraser({ ...ports, store: createRehearsalStore(connection) });
  return { routes: rehearsalRoutes(createRehearsalService({ ...ports, erase })) };
}
