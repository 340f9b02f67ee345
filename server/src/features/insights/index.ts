import { insightsRoutes } from './insights.routes.ts';
import { createQueueService } from './queue.service.ts';
import type { WaitingSource } from './waiting.domain.ts';

export type { WaitingItem, WaitingSource } from './waiting.domain.ts';

/** The facilitator queue over the features' sources of what waits for staff. */
export const createQueue = ({ sources }: { readonly sources: readonly WaitingSource[] }) => ({
  routes: insightsRoutes(createQueueService(sources)),
});
