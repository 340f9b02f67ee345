import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService, Member } from '../course/index.ts';
import { calculate } from './formulas.domain.ts';
import type { GradeColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { GradeEntryStore, SpilledEntry } from './grade-entries.store.ts';
import type { OverrideVersion } from './grade-overrides.domain.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import type { GradeRunService } from './grade-run.service.ts';
import { type GradeSlot, slotIdOf, syncOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import { historyView } from './gradebook.views.ts';
import { highestOf } from './ledger.domain.ts';

export interface GradeHistoryPorts {
  readonly slots: GradeSlotStore;
  readonly entries: GradeEntryStore;
  readonly columns: GradeColumnStore;
  readonly overrides: GradeOverrideStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly runs: Pick<GradeRunService, 'grading' | 'isReleasedTo'>;
}

const DECISIONS_SHOWN = 50;

/** One learner's place in one column, before anything was graded in it, too. */
export interface GradePlace {
  readonly column: GradeColumn;
  readonly member: Member;
  /** The most points that staff may set; null when the activity has the column no more. */
  readonly highest: number | null;
  readonly countsLate: boolean;
  readonly released: boolean;
}

export type GradeHistoryService = ReturnType<typeof createGradeHistoryService>;

/** Every entry of a grade, and what staff decided about it. */
export function createGradeHistoryService(ports: GradeHistoryPorts) {
  const { slots, entries, columns, overrides, course, runs } = ports;

  /** @throws AppError NOT_FOUND for a column or learner that the course does not have. */
  async function findPlace(scope: CourseScope, columnId: string, memberId: string): Promise<GradePlace> {
    const [column, [member]] = await Promise.all([
      columns.find(scope, columnId),
      course.findMembers(scope, [memberId]),
    ]);
    if (!column) throw new AppError('NOT_FOUND', { kind: 'column' });
    if (!member || member.role !== 'learner' || member.testUser)
      throw new AppError('NOT_FOUND', { kind: 'member' });
    const { released, columns: present } = await runs.grading(scope, column.activityId);
    const graded = present.find(({ key }) => key === column.key);
    return {
      column,
      member,
      highest: graded ? highestOf(graded.parameters) : null,
      countsLate: graded !== undefined && 'late' in graded.parameters && graded.parameters.late !== null,
      released: released || (await runs.isReleasedTo(scope, column.activityId, memberId)),
    };
  }

  /** A page of entries, newest first: those in the slot, then those that it no longer holds. */
  async function page(
    scope: CourseScope,
    slot: GradeSlot | null,
    before: number,
    limit: number,
  ): Promise<SpilledEntry[]> {
    if (!slot) return [];
    const sentAt = new Map(slot.deliveries.map(({ n, at }) => [n, at]));
    const held = slot.entries
      .filter(({ n }) => n < before)
      .toReversed()
      .slice(0, limit)
      .map((entry) => ({ entry, sentAt: sentAt.get(entry.n) ?? null }));
    if (held.length >= limit || slot.spilled === 0) return held;
    const oldest = held.at(-1)?.entry.n ?? before;
    return [...held, ...(await entries.listBefore(scope, slot.id, oldest, limit - held.length))];
  }

  const namesOf = async (
    scope: CourseScope,
    found: readonly SpilledEntry[],
    decisions: readonly OverrideVersion[],
  ) => {
    const ids = new Set([
      ...found.map(({ entry }) => entry.by),
      ...decisions.map(({ decided }) => decided.by),
    ]);
    const members = await course.findMembers(scope, [...ids]);
    return new Map(members.map(({ id, name }) => [id, name]));
  };

  return {
    findPlace,

    /** @throws AppError NOT_FOUND */
    async history(
      caller: Caller,
      columnId: string,
      memberId: string,
      before: number | undefined,
      limit: number,
    ) {
      const { scope } = caller;
      const [place, slot, decisions] = await Promise.all([
        findPlace(scope, columnId, memberId),
        slots.find(scope, slotIdOf(columnId, memberId)),
        overrides.listOf(scope, columnId, memberId, DECISIONS_SHOWN),
      ]);
      const { column, member, highest, countsLate, released } = place;
      const found = await page(scope, slot, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const shown = found.slice(0, limit);
      return historyView(
        {
          activityId: column.activityId,
          column: {
            id: columnId,
            label: column.label,
            maximum: column.maximum,
            highest: highest ?? column.maximum,
            countsLate,
          },
          member: { id: memberId, name: member.name },
          released,
          sync: slot ? syncOf(slot) : { state: 'none', at: null },
          decisions,
          entries: shown.map(({ entry, sentAt }) => ({ entry, sentAt, steps: calculate(entry).steps })),
          next: found.length > limit ? (shown.at(-1)?.entry.n ?? null) : null,
          names: await namesOf(scope, shown, decisions),
        },
        { override: caller.can('grade.override') && highest !== null },
      );
    },
  };
}
