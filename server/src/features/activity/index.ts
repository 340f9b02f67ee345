import { createGroupFollower, type FollowGroupsPorts } from './follow-groups.service.ts';
import { createGroupExtensionsService } from './group-extensions.service.ts';
import { createOpeningFollower, type FollowOpeningPorts } from './follow-opening.service.ts';
import { openingRoutes } from './opening.routes.ts';
import { createOpeningService, type OpeningPorts } from './opening.service.ts';
import { timelineRoutes } from './timelines.routes.ts';
import { publicationRoutes } from './publication.routes.ts';
import { createPublicationService, type PublicationPorts } from './publication.service.ts';
import { createTimelinesService, type TimelinePorts } from './timelines.service.ts';

export type { ActivityType, ActivityTypes } from './activity-type.domain.ts';
export type { Activity, ActivitySettings } from './activity.domain.ts';
export { type CopiedFrom, movedByMs, withFiles, withSubmissionsUntil } from './copy.domain.ts';
export { lastMomentOf, submissionsCloseAt } from './submission-end.domain.ts';
export type { ActivityService, By } from './activity.service.ts';
export { createGradeRuns } from './grade-runs.service.ts';
export { createGradeShowing } from './show-grades.service.ts';
export { createDateEffects, type DateEffects } from './date-effects.service.ts';
export { activityRoutes } from './activity.routes.ts';
export { createActivityService } from './activity.service.ts';
export type { LmsExtensionStore } from './group-extensions.store.ts';
export { createActivityStore } from './activity.store.ts';
export { createAskingList } from './find-prerequisites.service.ts';

/** Draft, published, closed. */
export const createPublication = (ports: PublicationPorts) => ({
  routes: publicationRoutes(createPublicationService(ports)),
});

/** When an activity opens to learners. */
export const createOpening = (ports: OpeningPorts & FollowOpeningPorts) => ({
  routes: openingRoutes(createOpeningService(ports)),
  /** Notes what members have met. */
  consumer: createOpeningFollower(ports),
});

interface Ports extends TimelinePorts, Omit<FollowGroupsPorts, 'extensions'> {}

/** Each member's own dates: the routes by which staff change them, and groups whose members have more time. */
export const createTimelines = (ports: Ports) => {
  const extensions = ports.store.groups;
  return {
    routes: timelineRoutes(
      createTimelinesService(ports),
      createGroupExtensionsService({ ...ports, extensions }),
    ),
    /** Follows who joins and leaves groups. */
    consumer: createGroupFollower({ ...ports, extensions }),
  };
};
