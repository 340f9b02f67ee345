import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { nextOpening } from './revision.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const BY: By = { actor: { kind: 'system', job: 'peer-review.revision-opens' }, requestId: null };

export type RevisionOpensService = ReturnType<typeof createRevisionOpensService>;

/** Tells that authors can revise their works from now on: all at once, and each who has more time to review later. */
export const createRevisionOpensService = (
  activities: Pick<ActivityService, 'find' | 'listChanged' | 'findChanges' | 'updateState'>,
  clock: Clock,
  eventsWritten: () => void,
) => ({
  /**
   * Notes that the round has opened for somebody since the last time. Repeating it notes nothing.
   *
   * @returns when it opens for the next; null when it does for nobody any more.
   */
  async open(scope: CourseScope, activityId: string): Promise<Date | null> {
    const activity = await activities.find(scope, activityId);
    if (activity?.type !== 'peerReview' || activity.state !== 'published') return null;
    const review = peerReviewOf(activity);
    if (!review.settings.revision) return null;
    const memberIds = await activities.listChanged(scope, activityId);
    const changes =
      memberIds.length > 0 ? await activities.findChanges(scope, activityId, memberIds) : new Map();
    const all = [review, ...memberIds.map((id) => withChangesOf(review, changes, id))];
    const { opened, next } = nextOpening(all, clock.now());
    const last = activity.revisionOpenedAt ?? null;
    if (!opened || (last && last >= opened)) return next;
    const told = await activities.updateState(
      scope,
      activityId,
      // One of several servers at the same moment; who was slower finds it noted.
      last ? { revisionOpenedAt: last } : { revisionOpenedAt: { $exists: false } },
      { revisionOpenedAt: opened },
      { type: 'revision.opened', data: { activityId } },
      BY,
    );
    if (told) eventsWritten();
    return next;
  },
});
