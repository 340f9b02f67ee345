import { ListActivities } from '../../contracts/activity.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ActivityService } from './activity.service.ts';

export const activityRoutes = (service: ActivityService): Route[] => [
  handle(ListActivities, ({ caller, query }) => service.list(caller.scope, query.after, query.limit)),
];
