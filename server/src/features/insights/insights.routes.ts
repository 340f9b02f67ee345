import { GetQueue } from '../../contracts/insights.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { QueueService } from './queue.service.ts';

export const insightsRoutes = (queue: QueueService): Route[] => [
  handle(GetQueue, ({ caller, query }) => queue.list(caller.scope, query.after, query.limit)),
];
