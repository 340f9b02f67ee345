import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, createGradeShowing } from '../activity/index.ts';
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

export type GradingService = ReturnType<typeof createGradingService>;

/** Showing the grades of a discussion, taking them back, and each learner's own. */
export function createGradingService({ activities, marks, grades, clock, eventsWritten }: GradingPorts) {
  const showing = createGradeShowing(activities, clock, eventsWritten, isGraded);

  return {
    /** For staff. @throws AppError NOT_FOUND */
    async read(caller: Caller, activityId: string) {
      const activity = await activities.get(caller.scope, activityId);
      const { grading, anonymity } = settingsOf(activity);
      const { released, working, can } = showing.standingOf(caller, activity);
      return gradesView(activity.points > 0 ? grading.by : 'staff', released, working, {
        ...can,
        mark: caller.can('marking.mark') && anonymity !== 'full',
      });
    },

    release: showing.release,
    withdraw: showing.withdraw,
    runFinished: showing.runFinished,

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
