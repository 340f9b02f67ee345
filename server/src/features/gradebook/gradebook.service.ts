import type { GradeExplanation, SyncStatus } from '../../contracts/gradebook.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { calculate } from './formulas.domain.ts';
import { type GradeSlot, slotIdOf, syncOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';

/** A grade as people may see it. */
export interface GradeStatus {
  /** What the newest entry is made of, as numbers for a sentence. */
  readonly explanation: GradeExplanation;
  /** Where it is on its way to the LMS. */
  readonly sync: SyncStatus;
}

/** What other features and people ask of the gradebook. */
export function createGradebookService(slots: GradeSlotStore) {
  /** The grades of members in several columns, one query for all: by column, then by member. */
  async function findGradesIn(
    scope: CourseScope,
    columnIds: readonly string[],
    memberIds: readonly string[],
  ): Promise<Map<string, Map<string, GradeStatus>>> {
    const ids = columnIds.flatMap((columnId) => memberIds.map((memberId) => slotIdOf(columnId, memberId)));
    const grades = new Map(columnIds.map((columnId) => [columnId, new Map<string, GradeStatus>()]));
    for (const slot of await slots.findNewest(scope, ids)) {
      const status = statusOf(slot);
      if (status) grades.get(slot.columnId)?.set(slot.memberId, status);
    }
    return grades;
  }

  return {
    /** Since when the LMS lacks the grade that has waited longest, of all courses; null when it has all. */
    oldestUnsentAt: slots.oldestUnsentAt,
    totals: slots.totals,

    /** The grades of members in a column, one query for all; members without a grade are not in the map. */
    async findGrades(
      scope: CourseScope,
      columnId: string,
      memberIds: readonly string[],
    ): Promise<Map<string, GradeStatus>> {
      const found = await findGradesIn(scope, [columnId], memberIds);
      return found.get(columnId) ?? new Map<string, GradeStatus>();
    },

    findGradesIn,
  };
}

function statusOf(slot: GradeSlot): GradeStatus | null {
  const entry = slot.entries.at(-1);
  if (!entry) return null;
  const { formula, value, maximum } = entry;
  const { state, at } = syncOf(slot);
  return {
    explanation: { formula, value, maximum, steps: calculate(entry).steps },
    sync: { state, at: at?.toISOString() ?? null },
  };
}
