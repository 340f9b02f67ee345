import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity } from './activity.domain.ts';
import type { ActivityService } from './activity.service.ts';
import { createGradeRuns } from './grade-runs.service.ts';

/** What a grade run is doing right now. */
function workingOn({ release, withdrawal }: Activity): 'releasing' | 'withdrawing' | null {
  if (withdrawal && !withdrawal.doneAt) return 'withdrawing';
  return release && !release.doneAt && !withdrawal ? 'releasing' : null;
}

/**
 * Showing the grades of an activity that knows no steps before, and taking them back.
 *
 * @param isGraded whether it has a gradebook column that is filled here
 */
export function createGradeShowing(
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  isGraded: (activity: Activity) => boolean,
) {
  const runs = createGradeRuns(activities, clock, eventsWritten);

  return {
    /** How far it is, and what the caller may do about it. */
    standingOf({ can }: Pick<Caller, 'can'>, activity: Activity) {
      const working = workingOn(activity);
      const released = activity.phase === 'released';
      const release = can('grade.release') && isGraded(activity) && working === null;
      return { released, working, can: { release, withdraw: release && released } };
    },

    /**
     * Shows grades and has them entered into the ledger, or computed anew where they are released already.
     *
     * @throws AppError NOTHING_TO_RELEASE, NOT_FOUND
     */
    async release({ scope, actor, requestId }: Caller, activityId: string) {
      const activity = await activities.get(scope, activityId);
      if (!isGraded(activity)) throw new AppError('NOTHING_TO_RELEASE');
      const working = workingOn(activity);
      if (working) return { working };
      await runs.release(scope, activity, { actor, requestId });
      return { working: 'releasing' as const };
    },

    /** Takes released grades back. @throws AppError GRADES_NOT_RELEASED, NOT_FOUND */
    async withdraw({ scope, actor, requestId }: Caller, activityId: string) {
      const activity = await activities.get(scope, activityId);
      const working = workingOn(activity);
      if (working) return { working };
      if (activity.phase !== 'released') throw new AppError('GRADES_NOT_RELEASED');
      await runs.withdraw(scope, activity, 'submission', { actor, requestId });
      return { working: 'withdrawing' as const };
    },

    runFinished: runs.finished,
  };
}
