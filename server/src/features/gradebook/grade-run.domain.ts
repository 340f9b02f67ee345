import type { FormulaWith, Inputs } from './formulas.domain.ts';
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
