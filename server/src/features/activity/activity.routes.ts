import { ListActivities } from '../../contracts/activity.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ActivityService } from './activity.service.ts';
import { summaryView } from './activity.views.ts';

export const activityRoutes = (service: ActivityService): Route[] => [
  handle(ListActivities, async ({ caller, query }) => {
    const page = await service.list(caller.scope, query.after, query.limit);
    return { items: page.items.map(summaryView), next: page.next };
  }),
];
