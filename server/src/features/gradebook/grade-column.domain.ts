import type { FormulaWith } from './formulas.domain.ts';

/** A gradebook column that an activity has. */
export interface ColumnSpec {
  /** `MAIN_COLUMN`, or a word of the activity's type; never changes its meaning. */
  readonly key: string;
  /** What the LMS's gradebook calls it. */
  readonly label: string;
  /** Points: above 0. */
  readonly maximum: number;
  /** Made in the LMS also where no link of the course leads to what is graded. */
  readonly standsAlone?: boolean;
}

/** A column with the formula of its grades. */
export type GradedColumn = ColumnSpec & FormulaWith;

/** How an activity is graded, as its settings and its state say right now. */
export interface ActivityGrading {
  /** Counts changes of the settings: what was read from older ones never replaces newer. */
  readonly revision: number;
  /** In the order people see them, the main one first. */
  readonly columns: readonly GradedColumn[];
  /** Whether grades are to be seen and sent: before it, runs enter nothing. */
  readonly released: boolean;
}

/** A column as it is to be in the LMS (`gradeColumns`). */
export interface GradeColumn extends ColumnSpec {
  readonly id: string;
  readonly courseId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly activityId: string;
  /** Its place among the activity's columns, from 0. */
  readonly position: number;
  /** `absent`: the activity has it no more; what was graded in it is kept here. */
  readonly wanted: 'present' | 'absent';
  /** The settings it was read from. */
  readonly revision: number;
}
