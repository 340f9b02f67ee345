import { GetHome, GetQueue } from '../../contracts/insights.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { HomeService } from './home.service.ts';
import type { QueueService } from './queue.service.ts';

export const insightsRoutes = (queue: QueueService, home: HomeService): Route[] => [
  handle(GetQueue, ({ caller, query }) => queue.list(caller.scope, query.after, query.limit)),
  handle(GetHome, ({ caller }) => home.get(caller.scope, caller.member.id)),
];
