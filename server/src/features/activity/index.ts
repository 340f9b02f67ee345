export type { Activity, ActivityService } from './activity.service.ts';
export { createActivities } from './activity.service.ts';
