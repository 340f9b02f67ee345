import type { ActivityType } from './api.ts';

const PLACES = { peerReview: 'activities', discussion: 'discussions', groupWork: 'group-work' } as const;

/** The page of an activity by its type. */
export const pathTo = (type: ActivityType, activityId: string): string => `/${PLACES[type]}/${activityId}`;
