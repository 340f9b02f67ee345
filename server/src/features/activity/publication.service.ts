import type { PublicationView as View } from '../../contracts/publication.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity } from './activity.domain.ts';
import type { ActivityService } from './activity.service.ts';
import type { ActivityTypes } from './activity-type.domain.ts';
import { decidePublication, scheduleFaults } from './publication.domain.ts';
import { publicationView } from './publication.views.ts';

export interface PublicationPorts {
  readonly activities: ActivityService;
  readonly types: ActivityTypes;
  /** Whether a place in the LMS's course leads to an activity. */
  readonly isLinked: (scope: CourseScope, activityId: string) => Promise<boolean>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type PublicationService = ReturnType<typeof createPublicationService>;

/** From draft to published to closed (spec/activity.md, 1). */
export function createPublicationService(ports: PublicationPorts) {
  const { activities, types, isLinked, clock, eventsWritten } = ports;

  async function viewOf({ scope, can }: Caller, activity: Activity): Promise<View> {
    const type = types[activity.type];
    const [counts, linked, found] = await Promise.all([
      type.countsOf(scope, activity.id),
      isLinked(scope, activity.id),
      type.faultsOf(activity, scope),
    ]);
    const schedule = type.scheduleOf(activity);
    const faults = [
      ...found,
      ...scheduleFaults(schedule, clock.now()),
      ...(linked ? [] : [{ code: 'noLink' } as const]),
    ];
    return publicationView(activity, schedule, counts, faults, type.isAnnounced, {
      edit: can('activity.edit'),
    });
  }

  return {
    /** @throws AppError NOT_FOUND */
    async get(caller: Caller, activityId: string): Promise<View> {
      return viewOf(caller, await activities.get(caller.scope, activityId));
    },

    /**
     * Publishes, closes or reopens; repeating it changes nothing.
     *
     * @throws AppError ACTIVITY_NOT_OPEN when a draft is to be closed, STALE_REVISION, NOT_FOUND
     */
    async set(caller: Caller, activityId: string, wanted: 'published' | 'closed'): Promise<View> {
      const { scope, actor, requestId } = caller;
      const activity = await activities.get(scope, activityId);
      const decision = decidePublication(activity.state, wanted);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged') return viewOf(caller, activity);
      const changed = await activities.updateState(
        scope,
        activityId,
        // Activities that are older than the field are published without saying so.
        { state: activity.state === 'published' ? { $ne: 'closed' } : activity.state },
        { state: wanted },
        { type: decision.event, data: { before: activity.state, after: wanted } },
        { actor, requestId },
      );
      // Somebody was faster; who wanted the same gets the same answer.
      const now = changed ?? (await activities.get(scope, activityId));
      if (now.state !== wanted) throw new AppError('STALE_REVISION');
      eventsWritten();
      return viewOf(caller, now);
    },
  };
}
