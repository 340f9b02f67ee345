import { ApiError } from '../../app/api-client.ts';

const PLACES = { peerReview: 'activities', discussion: 'discussions', groupWork: 'group-work' } as const;
type ActivityType = keyof typeof PLACES;

/** The page of an activity by its type. */
export const pathTo = (type: ActivityType, activityId: string): string => `/${PLACES[type]}/${activityId}`;

const isType = (type: unknown): type is ActivityType =>
  typeof type === 'string' && Object.hasOwn(PLACES, type);

/** The page of an activity that an answer says is of another type than was asked for; null: it says nothing of that. */
export function pathElsewhere(error: unknown, activityId: string): string | null {
  const type = error instanceof ApiError && error.code === 'NOT_FOUND' ? error.details['type'] : undefined;
  return isType(type) ? pathTo(type, activityId) : null;
}
