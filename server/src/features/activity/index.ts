export type { Activity } from './activity.domain.ts';
export { type CopyOrigin, movedByMs, submissionsCloseAt, withSubmissionsUntil } from './copy.domain.ts';
export type { ActivityService, By } from './activity.service.ts';
export { activityRoutes } from './activity.routes.ts';
export { createActivityService } from './activity.service.ts';
export { createActivityStore } from './activity.store.ts';
