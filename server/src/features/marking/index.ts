import { commentBankRoutes } from './comment-bank.routes.ts';
import { createCommentBankService } from './comment-bank.service.ts';
import { createCommentBankStore } from './comment-bank.store.ts';
import { createFollowEventsService } from './follow-events.service.ts';
import { createLeasesService } from './leases.service.ts';
import type { MarkingSource } from './marking.domain.ts';
import { markingRoutes } from './marking.routes.ts';
import { createMarkingService, type MarkingPorts } from './marking.service.ts';
import { createMarkingStore } from './marking.store.ts';
import { createSharesService } from './shares.service.ts';

export type { MarkingSource } from './marking.domain.ts';

interface Ports {
  readonly connection: Parameters<typeof createMarkingStore>[0];
  /** Where the works of activities come from. */
  readonly source: MarkingSource;
  readonly course: MarkingPorts['course'] &
    Parameters<typeof createSharesService>[3] &
    Parameters<typeof createFollowEventsService>[2];
  readonly grades: Parameters<typeof createFollowEventsService>[3];
  readonly clock: MarkingPorts['clock'];
  readonly eventsWritten: MarkingPorts['eventsWritten'];
}

/** Marking by staff: who takes which work, in which shares, and the marks that become grades. */
export function createMarking({ connection, source, course, grades, clock, eventsWritten }: Ports) {
  const store = createMarkingStore(connection);
  const leases = createLeasesService(store, source, clock);
  const marking = createMarkingService(store, { source, leases, course, clock, eventsWritten });
  return {
    routes: [
      ...markingRoutes(marking, leases, createSharesService(store, source, leases, course)),
      ...commentBankRoutes(createCommentBankService(createCommentBankStore(connection))),
    ],
    /** Takes in what is handed in, and makes grades follow marks. */
    consumer: createFollowEventsService(store, source, course, grades),
  };
}
