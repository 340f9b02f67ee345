import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { GradeHistoryService } from './grade-history.service.ts';
import {
  decideOverride,
  NO_OVERRIDES,
  type OverrideVersion,
  type SetOverrides,
} from './grade-overrides.domain.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';

/** Who decides: somebody of the staff, also when their decision is carried out later. */
type Decider = Pick<Caller, 'scope' | 'actor'> & {
  readonly member: Pick<Caller['member'], 'id'>;
  readonly requestId: string | null;
};

export type OverrideGradeService = ReturnType<typeof createOverrideGradeService>;

/** What staff decide about one grade: kept as versions, made effective by a run of its own. */
export const createOverrideGradeService = (
  overrides: GradeOverrideStore,
  places: Pick<GradeHistoryService, 'findPlace'>,
  clock: Clock,
  eventsWritten: () => void,
) => {
  /**
   * Sets or excuses a grade, or waives lateness; the same call again changes nothing.
   *
   * @param decidedAt when it was decided, if that was before now.
   * @throws AppError NOT_FOUND, GRADE_COLUMN_GONE, GRADE_OUT_OF_RANGE, STALE_REVISION
   */
  async function override(
    caller: Decider,
    columnId: string,
    memberId: string,
    wanted: SetOverrides,
    decidedAt?: Date,
  ): Promise<void> {
    const { scope, actor, requestId } = caller;
    const [{ column, highest }, [current = NO_OVERRIDES]] = await Promise.all([
      places.findPlace(scope, columnId, memberId),
      overrides.listOf(scope, columnId, memberId, 1),
    ]);
    if (highest === null) throw new AppError('GRADE_COLUMN_GONE');
    const now = clock.now();
    const decided = { reason: wanted.reason, by: caller.member.id, at: (decidedAt ?? now).toISOString() };
    const decision = decideOverride(current, wanted, highest, decided);
    if (decision.type === 'unchanged') return;
    if (decision.type === 'refuse')
      throw new AppError(decision.reason, { highest, revision: current.revision });
    const { activityId } = column;
    const runId = newId();
    const { revision, grade, excuse, waiver } = decision.overrides;
    const version: OverrideVersion = {
      ...decision.overrides,
      activityId,
      columnId,
      memberId,
      runId,
      decided,
    };
    const event = makeEvent({
      type: 'grade.overridden',
      at: now,
      actor,
      courseId: scope.courseId,
      subject: { kind: 'gradeSlot', id: `${columnId}/${memberId}` },
      requestId,
      // The reason is somebody's text: it stays with the decision.
      data: {
        activityId,
        columnId,
        memberId,
        runId,
        revision,
        value: grade?.value ?? null,
        excused: excuse !== null,
        lateWaived: waiver !== null,
      },
    });
    // Nothing inserted: another tab has decided this revision.
    if (!(await overrides.insert(scope, version, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    override,

    /** Sets a grade over whatever stands now; waived lateness stays waived. @throws as `override` */
    async setGrade(
      caller: Caller,
      columnId: string,
      memberId: string,
      value: number,
      reason: string,
    ): Promise<void> {
      const [current = NO_OVERRIDES] = await overrides.listOf(caller.scope, columnId, memberId, 1);
      await override(caller, columnId, memberId, {
        grade: { kind: 'set', value },
        lateWaived: current.waiver !== null,
        reason,
        expectedRevision: current.revision,
      });
    },
  };
};
