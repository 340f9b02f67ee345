import { createEraseService } from './erase.service.ts';
import { defineEraseJob, eraseLater } from './rehearsal.jobs.ts';
import { rehearsalRoutes } from './rehearsal.routes.ts';
import { createRehearsalService, type RehearsalPorts } from './rehearsal.service.ts';
import { createRehearsalStore } from './rehearsal.store.ts';

interface Ports
  extends Omit<RehearsalPorts, 'erase'>, Omit<Parameters<typeof createEraseService>[0], 'store' | 'later'> {
  readonly connection: Parameters<typeof createRehearsalStore>[0];
  readonly jobs: Parameters<typeof defineEraseJob>[0] & Parameters<typeof createEraseService>[0]['jobs'];
}

/** Rehearsals of activities. */
export function createRehearsals({ connection, ...ports }: Ports) {
  const { jobs, clock } = ports;
  const store = createRehearsalStore(connection);
  const eraser = createEraseService({ ...ports, store, later: eraseLater(jobs, clock) });
  defineEraseJob(jobs, eraser);
  return { routes: rehearsalRoutes(createRehearsalService({ ...ports, erase: eraser.erase })) };
}
