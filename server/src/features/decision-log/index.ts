import { decisionLogRoutes } from './decision-log.routes.ts';
import { createDecisionLogService, type DecisionLogPorts } from './decision-log.service.ts';
import { createDecisionStore } from './decision-log.store.ts';
import { createDecisionTraces } from './traces.service.ts';

interface Ports extends DecisionLogPorts {
  readonly connection: Parameters<typeof createDecisionStore>[0];
}

/** What groups decide, and why. */
export function createDecisionLogs({ connection, ...ports }: Ports) {
  const store = createDecisionStore(connection);
  return {
    routes: decisionLogRoutes(createDecisionLogService(store, ports)),
    traces: createDecisionTraces(store),
  };
}
