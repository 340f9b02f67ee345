import type { CourseScope } from '../../core/course-scope.ts';
import type { FormulaWith, Inputs } from './formulas.domain.ts';
import type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
import type { Overrides } from './grade-overrides.domain.ts';
import type { GradeRun } from './ledger.domain.ts';

/** What one member's grade in one column is made of. */
export interface SlotInputs {
  readonly inputs: Inputs;
  readonly overrides: Overrides | null;
}

/** What one member's grades are made of, by the columns' keys. */
export interface FrozenInputs {
  readonly memberId: string;
  readonly columns: Readonly<Record<string, SlotInputs>>;
}

/** A column as a run grades it. */
export type RunColumn = FormulaWith & { readonly key: string; readonly columnId: string };

/** A run whose inputs are complete and will not change any more. */
export interface FrozenRun extends GradeRun {
  readonly activityId: string;
  readonly columns: readonly RunColumn[];
  /** Which of several interrupted readings of the inputs is the run's. */
  readonly reading: string;
  readonly chunks: number;
  /** When all its entries were written, or it was found to have none to write. */
  readonly doneAt: Date | null;
}

/** What one member's grades are made of right now: the inputs of each column's formula, by the columns' keys. */
export interface GradeInput {
  readonly memberId: string;
  readonly columns: Readonly<Record<string, Inputs>>;
}

/** What an activity type gives for its grades. */
export interface GradeSource {
  /** @throws AppError NOT_FOUND */
  grading(scope: CourseScope, activityId: string): Promise<ActivityGrading>;
  /**
   * What grades in `columns` are made of, in chunks of at most 500 members: of everybody who may have a grade, or of
   * exactly the named members, those among them included who have nothing to be graded.
   */
  inputs(
    scope: CourseScope,
    activityId: string,
    columns: readonly GradedColumn[],
    memberIds: readonly string[] | null,
  ): AsyncIterable<readonly GradeInput[]>;
  /**
   * Who of some members sees grades, or is about to by this run, although the activity's are not released; absent:
   * grades are released to everybody at once.
   */
  releasedAmong?(
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[],
    runId: string | null,
  ): Promise<readonly string[]>;
  /** Told at least once when all entries of the run are written. */
  runFinished(scope: CourseScope, activityId: string, runId: string): Promise<unknown>;
}

/** Finds the source of what is graded in another way than a peer review; null: it is none of these. */
export type FindGradeSource = (scope: CourseScope, activityId: string) => Promise<GradeSource | null>;
