import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import type { Activity, Phase } from './activity.domain.ts';
import type { ActivityService, By } from './activity.service.ts';

/** What says how far the grades of an activity are. */
type Graded = Pick<Activity, 'id' | 'phase' | 'release' | 'withdrawal'>;

/** Has the grades of an activity shown or taken back, whatever its type; the gradebook's runs carry it out. */
export function createGradeRuns(
  activities: Pick<ActivityService, 'find' | 'updateState'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** @returns false when the guard did not hold: somebody was faster, with the same outcome */
  async function move(...change: Parameters<ActivityService['updateState']>): Promise<boolean> {
    const moved = (await activities.updateState(...change)) !== null;
    if (moved) eventsWritten();
    return moved;
  }

  return {
    /** Asks for a release, or a recomputation; the guard lets one of several simultaneous requests through. */
    release(scope: CourseScope, { id, phase, release, withdrawal }: Graded, by: By): Promise<boolean> {
      const now = clock.now();
      const runId = newId();
      const kind = phase === 'released' ? 'recompute' : 'release';
      return move(
        scope,
        id,
        { phase, 'release.runId': release?.runId ?? null, 'withdrawal.runId': withdrawal?.runId ?? null },
        {
          phase: 'released',
          releasedAt: now,
          release: { runId, requestedAt: now, doneAt: null },
          withdrawal: null,
        },
        { type: 'grades.released', data: { runId, kind } },
        by,
      );
    },

    /** Asks for released grades to be taken back. @param phase that the activity goes back to */
    withdraw(scope: CourseScope, { id, release }: Graded, phase: Phase, by: By): Promise<boolean> {
      const runId = newId();
      return move(
        scope,
        id,
        { phase: 'released', 'release.runId': release?.runId ?? null },
        { phase, releasedAt: null, withdrawal: { runId, requestedAt: clock.now(), doneAt: null } },
        { type: 'grades.withdrawn', data: { runId } },
        by,
      );
    },

    /** Notes that the grade run of a release, or of a withdrawal, is through. */
    async finished(scope: CourseScope, activityId: string, runId: string): Promise<void> {
      const activity = await activities.find(scope, activityId);
      for (const field of ['release', 'withdrawal'] as const) {
        const run = activity?.[field];
        if (run?.runId !== runId || run.doneAt) continue;
        await move(
          scope,
          activityId,
          { [`${field}.runId`]: runId, [`${field}.doneAt`]: null },
          { [field]: { ...run, doneAt: clock.now() } },
          { type: 'grades.runDone', data: { runId } },
          { actor: { kind: 'system', job: 'gradebook.run' }, requestId: null },
        );
      }
    },
  };
}
