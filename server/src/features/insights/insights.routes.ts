import {
  ActOnMatter,
  GetHome,
  GetProgress,
  GetQueue,
  GetQueueOverview,
  GetQueueStaff,
} from '../../contracts/insights.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { HomeService } from './home.service.ts';
import type { QueueService } from './queue.service.ts';

export const insightsRoutes = (queue: QueueService, home: HomeService): Route[] => [
  handle(GetQueue, ({ caller, query }) => queue.list(caller, query)),
  handle(GetQueueOverview, ({ caller, query }) => queue.overview(caller, query)),
  handle(GetQueueStaff, ({ caller }) => queue.staff(caller)),
  handle(ActOnMatter, ({ caller, body }) => queue.act(caller, body.id, body.act, body.expectedRevision)),
  handle(GetHome, ({ caller }) => home.get(caller.scope, caller.member.id)),
  handle(GetProgress, ({ caller }) => home.progress(caller.scope, caller.member.id)),
];
