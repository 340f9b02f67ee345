import { type AnswerPorts, createAnswerDisputesService } from './answer-disputes.service.ts';
import { createDisputeTimesService } from './dispute-times.service.ts';
import { disputeRoutes } from './disputes.routes.ts';
import { createDisputeStore } from './disputes.store.ts';
import { createDisputeMatters } from './matter-source.service.ts';
import { createDisputeNotices } from './notice-source.service.ts';
import { createOwnDisputesService, type DisputableSources } from './own-disputes.service.ts';

export type { FindDisputable } from './own-disputes.service.ts';

interface Ports extends Omit<AnswerPorts, 'activities'> {
  readonly connection: Parameters<typeof createDisputeStore>[0];
  readonly activities: AnswerPorts['activities'] &
    Parameters<typeof createDisputeNotices>[0] &
    Parameters<typeof createOwnDisputesService>[1] &
    Parameters<typeof createDisputeTimesService>[1];
  /** What can be disputed, by type of activity. */
  readonly sources: DisputableSources;
}

/** Disputes: learners object to a grade or review after its release, staff answer. */
export function createDisputes({ connection, sources, ...ports }: Ports) {
  const store = createDisputeStore(connection);
  const own = createOwnDisputesService(store, ports.activities, sources, ports.clock, ports.eventsWritten);
  const times = createDisputeTimesService(store, ports.activities, ports.eventsWritten);
  return {
    routes: disputeRoutes(own, createAnswerDisputesService(store, ports), times),
    /** What waits for staff. */
    matterSource: createDisputeMatters(store),
    noticeSource: createDisputeNotices(ports.activities),
  };
}
