import type { ComparedState } from '../../contracts/reconciliation.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { memberIdOf, newId } from '../../core/ids.ts';
import type { GradeServices, ResultRead } from '../../platform/lti/ports.ts';
import type { CourseService, Member } from '../course/index.ts';
import type { GradeColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import { type GradeSlot, slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { LineItemsService } from './line-items.service.ts';
import { type ComparedRow, compare, type Theirs } from './reconcile.domain.ts';
import type { ReconciliationStore } from './reconciliations.store.ts';

export interface ReconcilePorts {
  readonly reconciliations: ReconciliationStore;
  readonly columns: Pick<GradeColumnStore, 'listOf'>;
  readonly slots: Pick<GradeSlotStore, 'findWhole' | 'listMembers'>;
  readonly lineItems: Pick<LineItemsService, 'findLineItems'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly grades: GradeServices;
  readonly clock: Clock;
}

/** Members compared at once. */
const AT_ONCE = 200;

interface Reading {
  readonly id: string;
  readonly readAt: Date;
  readonly states: Map<ComparedState, number>;
  done: number;
  strangers: number;
}

export type ReconcileService = ReturnType<typeof createReconcileService>;

/** Reads what the LMS holds of an activity's grades and compares it with the ledger (spec/gradebook.md item 4). */
export function createReconcileService(ports: ReconcilePorts) {
  const { reconciliations, columns, slots, lineItems, course, grades, clock } = ports;

  /** Every result of a column by the LMS's id of the person. @returns the LMS's words where it gave none. */
  async function readColumn(platformId: string, lineItem: string): Promise<Map<string, ResultRead> | string> {
    const results = new Map<string, ResultRead>();
    for await (const page of grades.readResults(platformId, lineItem)) {
      if (page.type !== 'ok')
        return 'status' in page && page.status > 0 ? `${page.status} ${page.words}` : page.words;
      for (const result of page.value) results.set(result.userId, result);
    }
    return results;
  }

  async function saveRows(
    scope: CourseScope,
    activityId: string,
    reading: Reading,
    rows: readonly ComparedRow[],
    of: number | null,
  ): Promise<void> {
    await reconciliations.saveRows(scope, activityId, reading.id, rows);
    for (const { state } of rows) reading.states.set(state, (reading.states.get(state) ?? 0) + 1);
    reading.done += rows.length;
    await reconciliations.update(scope, activityId, { working: { kind: 'reading', done: reading.done, of } });
  }

  const rowOf = (
    column: GradeColumn,
    memberId: string,
    member: Member | undefined,
    slot: GradeSlot | null,
    theirs: Theirs | null,
    readAt: Date,
  ): ComparedRow => ({
    columnId: column.id,
    memberId,
    name: member?.name ?? null,
    sortName: member?.sortName ?? '',
    theirs,
    state: compare(slot, theirs, readAt),
    readAt,
  });

  async function compareMembers(
    scope: CourseScope,
    column: GradeColumn,
    memberIds: readonly string[],
    results: Map<string, ResultRead>,
    reading: Reading,
  ): Promise<ComparedRow[]> {
    const [members, found] = await Promise.all([
      course.findMembers(scope, memberIds),
      slots.findWhole(
        scope,
        memberIds.map((memberId) => slotIdOf(column.id, memberId)),
      ),
    ]);
    const memberOf = new Map(members.map((member) => [member.id, member]));
    const slotOf = new Map(found.map((slot) => [slot.memberId, slot]));
    return memberIds.flatMap((memberId) => {
      const member = memberOf.get(memberId);
      const slot = slotOf.get(memberId) ?? null;
      const theirs = theirsOf(member && results.get(member.subject));
      if (member) results.delete(member.subject);
      // A member without a grade on either side is none of the comparison's.
      if (!theirs && !slot?.entries.length) return [];
      return [rowOf(column, memberId, member, slot, theirs, reading.readAt)];
    });
  }

  /** Compares everybody who has a grade here, then those who have one in the LMS alone. */
  async function compareColumn(
    scope: CourseScope,
    column: GradeColumn,
    results: Map<string, ResultRead>,
    reading: Reading,
  ): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const page: string[] = await slots.listMembers(scope, column.id, after, AT_ONCE);
      const rows = await compareMembers(scope, column, page, results, reading);
      await saveRows(scope, column.activityId, reading, rows, null);
      after = page.at(-1) ?? null;
      if (page.length < AT_ONCE) break;
    }
    const left = [...results.values()].filter((result) => theirsOf(result) !== null);
    for (let from = 0; from < left.length; from += AT_ONCE) {
      const ids = left.slice(from, from + AT_ONCE).map(({ userId }) => memberIdOf(scope.courseId, userId));
      const known = new Set((await course.findMembers(scope, ids)).map(({ id }) => id));
      const rows = await compareMembers(scope, column, [...known], results, reading);
      reading.strangers += ids.length - known.size;
      await saveRows(scope, column.activityId, reading, rows, null);
    }
  }

  return {
    /**
     * Reads and compares; repeating it, also after a crash in between, begins anew. What was read before stands until
     * the new reading is whole.
     */
    async read(scope: CourseScope, activityId: string): Promise<void> {
      const reading: Reading = { id: newId(), readAt: clock.now(), states: new Map(), done: 0, strangers: 0 };
      await reconciliations.update(scope, activityId, { working: { kind: 'reading', done: 0, of: null } });
      const present = (await columns.listOf(scope, activityId)).filter(({ wanted }) => wanted === 'present');
      const places = await lineItems.findLineItems(
        scope,
        present.map(({ id }) => id),
      );
      for (const column of present) {
        const lineItem = places.get(column.id);
        const results =
          lineItem === undefined
            ? new Map<string, ResultRead>()
            : await readColumn(scope.platformId, lineItem);
        if (typeof results === 'string') {
          await reconciliations.update(scope, activityId, { working: null, failure: results });
          return;
        }
        await compareColumn(scope, column, results, reading);
      }
      await reconciliations.dropOthers(scope, activityId, reading.id);
      await reconciliations.update(scope, activityId, {
        working: null,
        readAt: reading.readAt,
        failure: null,
        states: Object.fromEntries(reading.states),
        strangers: reading.strangers,
      });
    },
  };
}

const theirsOf = (result: ResultRead | undefined): Theirs | null =>
  result && result.score !== null ? { score: result.score, maximum: result.maximum } : null;
