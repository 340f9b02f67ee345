import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { newId } from '../../core/ids.ts';
import type { Activity, Phase } from './activity.domain.ts';
import type { ActivityService, By } from './activity.service.ts';

/** What says how far the grades of an activity are. */
type Graded = Pick<Activity, 'id' | 'phase' | 'release' | 'withdrawal'>;

/** Has the grades of an activity shown or taken back, whatever its type; the gradebook's runs carry it out. */
export function createGradeRuns(
  activities: Pick<ActivityService, 'find' | 'updateState' | 'noteReleased'>,
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
    /**
     * Asks for a release, or a recomputation; the guard lets one of several simultaneous requests through.
     *
     * @param memberIds those to whom alone results are released; all else stays as it is
     */
    release(
      scope: CourseScope,
      { id, phase, release, withdrawal }: Graded,
      by: By,
      memberIds: readonly string[] | null = null,
    ): Promise<boolean> {
      const now = clock.now();
      const runId = newId();
      const kind = phase === 'released' ? 'recompute' : 'release';
      return move(
        scope,
        id,
        { phase, 'release.runId': release?.runId ?? null, 'withdrawal.runId': withdrawal?.runId ?? null },
        memberIds
          ? { release: { runId, requestedAt: now, doneAt: null, memberIds } }
          : {
              phase: 'released',
              releasedAt: now,
              release: { runId, requestedAt: now, doneAt: null },
              withdrawal: null,
            },
        { type: 'grades.released', data: { runId, kind, ...(memberIds && { memberIds }) } },
        by,
      );
    },

    /** Asks for released grades to be taken back. @param phase that the activity goes back to */
    withdraw(scope: CourseScope, { id, release, ...before }: Graded, phase: Phase, by: By): Promise<boolean> {
      const runId = newId();
      return move(
        scope,
        id,
        { phase: before.phase, 'release.runId': release?.runId ?? null },
        { phase, releasedAt: null, withdrawal: { runId, requestedAt: clock.now(), doneAt: null } },
        { type: 'grades.withdrawn', data: { runId } },
        by,
      );
    },

    /**
     * Notes that the grade run of a release, or of a withdrawal, is through.
     *
     * @returns whether results were released by it to some alone
     */
    async finished(scope: CourseScope, activityId: string, runId: string): Promise<boolean> {
      const activity = await activities.find(scope, activityId);
      const some = activity?.release?.runId === runId ? activity.release : null;
      const isForSome = some?.memberIds !== undefined && activity?.phase !== 'released';
      // They see results once all of them are there.
      if (isForSome && !some.doneAt)
        await activities.noteReleased(scope, activityId, some.memberIds ?? [], some.requestedAt);
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
      return isForSome;
    },
  };
}
