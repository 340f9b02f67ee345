import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, createGradeRuns } from '../activity/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { gradesView, resultView } from './grading.views.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

export interface GradingPorts {
  readonly activities: ActivityService;
  readonly marks: Pick<ParticipantMarkStore, 'find'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Whether a discussion has a gradebook column that is filled here. */
export const isGraded = (activity: Activity): boolean =>
  activity.state !== 'draft' && activity.points > 0 && settingsOf(activity).grading.by !== 'staff';

/** What a grade run is doing right now. */
function workingOn({ release, withdrawal }: Activity): 'releasing' | 'withdrawing' | null {
  if (withdrawal && !withdrawal.doneAt) return 'withdrawing';
  return release && !release.doneAt && !withdrawal ? 'releasing' : null;
}

export type GradingService = ReturnType<typeof createGradingService>;

/** Showing the grades of a discussion, taking them back, and each learner's own. */
export function createGradingService({ activities, marks, grades, clock, eventsWritten }: GradingPorts) {
  const runs = createGradeRuns(activities, clock, eventsWritten);

  return {
    /** For staff. @throws AppError NOT_FOUND */
    async read({ scope, can }: Caller, activityId: string) {
      const activity = await activities.get(scope, activityId);
      const may = can('grade.release') && isGraded(activity) && workingOn(activity) === null;
      const { grading, anonymity } = settingsOf(activity);
      const released = activity.phase === 'released';
      return gradesView(activity.points > 0 ? grading.by : 'staff', released, workingOn(activity), {
        release: may,
        withdraw: may && released,
        mark: can('marking.mark') && anonymity !== 'full',
      });
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

    /** The caller's own grade, and what staff say to them; both once grades are released. @throws AppError NOT_FOUND */
    async result({ scope, member }: Caller, activityId: string) {
      const [{ activity, isOpen }, found, mark] = await Promise.all([
        activities.getFor(scope, activityId, member.id),
        grades.findGradesIn(scope, [activityId], [member.id]),
        marks.find(scope, activityId, member.id),
      ]);
      if (!isStaff(member.role) && (activity.state === 'draft' || !isOpen))
        throw new AppError('ACTIVITY_NOT_OPEN');
      const released = activity.phase === 'released';
      const grade = released ? found.get(activityId)?.get(member.id) : undefined;
      // Where nothing is graded there is no release to wait for.
      const said = released || !isGraded(activity) ? (mark?.mark ?? null) : null;
      return resultView(released, activity.title, grade ?? null, said, settingsOf(activity).grading.criteria);
    },
  };
}

/** The key of the one column. */
export const COLUMN = MAIN_COLUMN;
