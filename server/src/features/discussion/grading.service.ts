import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { MAIN_COLUMN, newId } from '../../core/ids.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, By } from '../activity/index.ts';
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
  /** @returns false when somebody was faster: the same outcome */
  async function move(...change: Parameters<ActivityService['updateState']>): Promise<void> {
    if (await activities.updateState(...change)) eventsWritten();
  }

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
      const { phase, release, withdrawal } = activity;
      const now = clock.now();
      const runId = newId();
      await move(
        scope,
        activityId,
        { phase, 'release.runId': release?.runId ?? null, 'withdrawal.runId': withdrawal?.runId ?? null },
        {
          phase: 'released',
          releasedAt: now,
          release: { runId, requestedAt: now, doneAt: null },
          withdrawal: null,
        },
        { type: 'grades.released', data: { runId, kind: phase === 'released' ? 'recompute' : 'release' } },
        { actor, requestId },
      );
      return { working: 'releasing' as const };
    },

    /** Takes released grades back. @throws AppError GRADES_NOT_RELEASED, NOT_FOUND */
    async withdraw({ scope, actor, requestId }: Caller, activityId: string) {
      const activity = await activities.get(scope, activityId);
      const working = workingOn(activity);
      if (working) return { working };
      if (activity.phase !== 'released') throw new AppError('GRADES_NOT_RELEASED');
      const runId = newId();
      await move(
        scope,
        activityId,
        { phase: 'released', 'release.runId': activity.release?.runId ?? null },
        {
          phase: 'submission',
          releasedAt: null,
          withdrawal: { runId, requestedAt: clock.now(), doneAt: null },
        },
        { type: 'grades.withdrawn', data: { runId } },
        { actor, requestId },
      );
      return { working: 'withdrawing' as const };
    },

    /** Notes that the grade run of a release, or of a withdrawal, is through. */
    async runFinished(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      const by: By = { actor: { kind: 'system', job: 'gradebook.run' }, requestId: null };
      for (const field of ['release', 'withdrawal'] as const) {
        const run = activity?.[field];
        if (run?.runId !== runId || run.doneAt) continue;
        await move(
          scope,
          activityId,
          { [`${field}.runId`]: runId, [`${field}.doneAt`]: null },
          { [field]: { ...run, doneAt: clock.now() } },
          { type: 'grades.runDone', data: { runId } },
          by,
        );
      }
    },

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
