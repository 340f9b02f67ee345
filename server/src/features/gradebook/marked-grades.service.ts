import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { EventActor } from '../../core/events.ts';
import type { GradeHistoryService } from './grade-history.service.ts';
import type { OverrideVersion, SetOverrides } from './grade-overrides.domain.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { OverrideGradeService } from './override-grade.service.ts';

/** Who has marked, as the event of the mark says. */
export interface Marker {
  readonly scope: CourseScope;
  readonly actor: EventActor;
  readonly requestId: string | null;
  readonly memberId: string;
}

/** A mark, by who made it when. */
interface MarkSign {
  readonly by: string;
  readonly at: Date;
}

export type MarkedGrades = ReturnType<typeof createMarkedGrades>;

/** Rounds of "read again, decide again" before the event waits for its next turn. */
const MAX_ROUNDS = 5;
/** Decisions looked through for those that marks have made. */
const DECISIONS_READ = 50;

const isOf =
  ({ by, at }: MarkSign) =>
  ({ decided }: OverrideVersion): boolean =>
    decided.by === by && decided.at === at.toISOString();

/**
 * Grades that follow marks: each mark is a decision of staff like any other, with its marker, its time and its reason.
 * By these a decision is known again, so that an event that comes twice decides once.
 */
export function createMarkedGrades(
  overrides: Pick<GradeOverrideStore, 'listOf'>,
  deciding: OverrideGradeService,
  places: Pick<GradeHistoryService, 'findPlace'>,
) {
  /** Decides on top of what stands. @param wantedOf null: nothing is to be decided (any more) */
  async function decide(
    { scope, actor, requestId, memberId: by }: Marker,
    columnId: string,
    memberId: string,
    at: Date,
    wantedOf: (decisions: readonly OverrideVersion[]) => Omit<SetOverrides, 'expectedRevision'> | null,
  ): Promise<void> {
    for (let round = 1; ; round += 1) {
      const decisions = await overrides.listOf(scope, columnId, memberId, DECISIONS_READ);
      if (decisions.some(isOf({ by, at }))) return;
      const wanted = wantedOf(decisions);
      if (!wanted) return;
      const expectedRevision = decisions[0]?.revision ?? 0;
      try {
        const decider = { scope, actor, requestId, member: { id: by } };
        await deciding.override(decider, columnId, memberId, { ...wanted, expectedRevision }, at);
        return;
      } catch (error) {
        const isStale = error instanceof AppError && error.code === 'STALE_REVISION';
        if (!isStale || round === MAX_ROUNDS) throw error;
      }
    }
  }

  return {
    /** Sets the grade that a mark makes, at most what the column allows, or excuses from it. @throws AppError NOT_FOUND */
    async set(
      marker: Marker,
      columnId: string,
      memberId: string,
      {
        grade,
        reason,
        at,
      }: {
        readonly grade: Exclude<SetOverrides['grade'], { readonly kind: 'computed' }>;
        readonly reason: string;
        readonly at: Date;
      },
    ): Promise<void> {
      const { highest } = await places.findPlace(marker.scope, columnId, memberId);
      // The activity has the column no more: there is nothing to grade in.
      if (highest === null) return;
      await decide(marker, columnId, memberId, at, ([newest]) => ({
        grade: grade.kind === 'set' ? { kind: 'set', value: Math.min(grade.value, highest) } : grade,
        lateWaived: newest?.waiver !== null && newest !== undefined,
        reason,
      }));
    },

    /** Takes back what marks have decided: what stood before them stands again, unless somebody has decided since. */
    async takeBack(
      marker: Marker,
      columnId: string,
      memberId: string,
      {
        marks,
        reason,
        at,
      }: { readonly marks: readonly MarkSign[]; readonly reason: string; readonly at: Date },
    ): Promise<void> {
      const isMark = (version: OverrideVersion): boolean => marks.some((mark) => isOf(mark)(version));
      const { highest } = await places.findPlace(marker.scope, columnId, memberId);
      if (highest === null) return;
      await decide(marker, columnId, memberId, at, (decisions) => {
        const [newest] = decisions;
        if (!newest || !isMark(newest)) return null;
        const before = decisions.find((version) => !isMark(version));
        return {
          grade: before?.excuse
            ? { kind: 'excused' }
            : before?.grade
              ? { kind: 'set', value: before.grade.value }
              : { kind: 'computed' },
          lateWaived: newest.waiver !== null,
          reason,
        };
      });
    },
  };
}
