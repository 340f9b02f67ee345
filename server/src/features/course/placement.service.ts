import type { PlacementView as View } from '../../contracts/activity.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import {
  type ActivityService,
  lastMomentOf,
  submissionsCloseAt,
  withSubmissionsUntil,
} from '../activity/index.ts';
import type { CourseStore } from './course.store.ts';
import type { LmsDatesService } from './lms-dates.service.ts';
import { closingDifference, hiddenTooEarly, ledDates } from './placement.domain.ts';
import { placementView } from './placement.views.ts';

export type PlacementService = ReturnType<typeof createPlacementService>;

/** How an activity sits in its course: where it was copied from, and the LMS's own dates beside ours. */
export function createPlacementService(
  store: CourseStore,
  activities: ActivityService,
  lmsDates: LmsDatesService,
  eventsWritten: () => void,
) {
  async function read(caller: Caller, activityId: string) {
    const [activity, links] = await Promise.all([
      activities.get(caller.scope, activityId),
      store.findLinksTo(caller.scope, activityId),
    ]);
    return { activity, dates: ledDates(links) };
  }

  async function get(caller: Caller, activityId: string): Promise<View> {
    const { activity, dates } = await read(caller, activityId);
    return placementView(
      activity,
      {
        closing: closingDifference(submissionsCloseAt(activity), dates),
        hidden: hiddenTooEarly(lastMomentOf(activity), dates),
        lms: dates?.submissionUntil ?? null,
      },
      { edit: caller.can('activity.edit') },
    );
  }

  return {
    /** @throws AppError NOT_FOUND */
    get,

    /** @throws AppError NOT_FOUND */
    async confirmCopy(caller: Caller, activityId: string): Promise<View> {
      await activities.confirmCopy(caller.scope, activityId, caller);
      eventsWritten();
      return get(caller, activityId);
    },

    /** Says who leads the dates; those of the LMS are taken over at once. @throws AppError NOT_FOUND */
    async setLeader(caller: Caller, activityId: string, ledBy: 'roundtable' | 'lms'): Promise<View> {
      await lmsDates.setLeader(caller.scope, activityId, ledBy, caller);
      return get(caller, activityId);
    },

    /**
     * Ends submissions when the LMS does. Repeating it changes nothing.
     *
     * @param theirs the LMS's date that the person saw, as ISO 8601.
     * @throws AppError STALE_REVISION when the LMS's date is another by now, NOT_FOUND
     */
    async takeOverDates(caller: Caller, activityId: string, theirs: string): Promise<View> {
      const { activity, dates } = await read(caller, activityId);
      const until = dates?.submissionUntil;
      if (until?.getTime() !== Date.parse(theirs)) throw new AppError('STALE_REVISION');
      if (activity.datesLedBy === 'lms') {
        await lmsDates.follow(caller.scope, activityId);
        return get(caller, activityId);
      }
      const { title, points, settings, revision } = activity;
      const wanted = withSubmissionsUntil({ title, points, settings }, until);
      await activities.save(caller.scope, activityId, wanted, revision, caller);
      eventsWritten();
      return get(caller, activityId);
    },
  };
}
