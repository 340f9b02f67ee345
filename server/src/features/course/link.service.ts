import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type {
  DeepLinkingAnswer,
  DeepLinkingResponses,
  LaunchSessions,
  OpenedSession,
} from '../../platform/lti/ports.ts';
import { type ActivityService, submissionsCloseAt } from '../activity/index.ts';
import type { CourseStore } from './course.store.ts';

export type LinkService = ReturnType<typeof createLinkService>;

/** Points resource links to activities: the launched one, or new ones by deep linking. */
export function createLinkService(
  sessions: LaunchSessions,
  deepLinking: DeepLinkingResponses,
  activities: ActivityService,
  store: CourseStore,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function sessionOf(caller: Caller): Promise<OpenedSession> {
    const session = await sessions.findSession(caller.launchId);
    if (!session) throw new AppError('SESSION_EXPIRED');
    return session;
  }

  return {
    /** @throws AppError LINK_ALREADY_USED when the link points to another activity. */
    async linkActivity(caller: Caller, activityId: string): Promise<{ activityId: string }> {
      const [session] = await Promise.all([sessionOf(caller), activities.get(caller.scope, activityId)]);
      const { resourceLinkId } = session;
      if (!resourceLinkId) throw new AppError('NOT_FOUND', { kind: 'resourceLink' });
      const event = makeEvent({
        type: 'activity.linked',
        at: clock.now(),
        actor: caller.actor,
        courseId: caller.scope.courseId,
        subject: { kind: 'resourceLink', id: resourceLinkId },
        requestId: caller.requestId,
        data: { activityId },
      });
      if (await store.linkActivity(caller.scope, resourceLinkId, activityId, event)) {
        eventsWritten();
        return { activityId };
      }
      const link = await store.findLink(caller.scope, resourceLinkId);
      if (link?.activityId !== activityId) throw new AppError('LINK_ALREADY_USED');
      return { activityId };
    },

    /**
     * The signed answer to the deep-linking request of this session; no ids is a cancellation.
     *
     * @param available when the LMS is asked to show what is added, as ISO 8601.
     * @throws AppError NOT_A_DEEP_LINKING_LAUNCH, DEEP_LINKING_TYPE_REFUSED, DEEP_LINKING_ONE_ONLY, NOT_FOUND
     */
    async respondToDeepLinking(
      caller: Caller,
      activityIds: readonly string[],
      available: { readonly from: string | null; readonly until: string | null },
    ): Promise<DeepLinkingAnswer> {
      const session = await sessionOf(caller);
      if (!session.deepLinking) throw new AppError('NOT_A_DEEP_LINKING_LAUNCH');
      const chosen = await Promise.all(activityIds.map((id) => activities.get(caller.scope, id)));
      return deepLinking.sign(
        session,
        chosen.map((activity) => ({
          title: activity.title,
          activityId: activity.id,
          // An LMS takes no column of nothing.
          lineItem:
            activity.points > 0
              ? { scoreMaximum: activity.points, label: activity.title, resourceId: activity.id }
              : null,
          submissionsCloseAt: submissionsCloseAt(activity),
          availableFrom: dateOrNull(available.from),
          availableUntil: dateOrNull(available.until),
        })),
      );
    },
  };
}

const dateOrNull = (value: string | null): Date | null => (value === null ? null : new Date(value));
