import type { ActivityType } from './api.ts';

/** The page of an activity by its type. */
export const pathTo = (type: ActivityType, activityId: string): string =>
  type === 'discussion' ? `/discussions/${activityId}` : `/activities/${activityId}`;
