import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { GradeColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import { slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { LineItemStore } from './line-items.store.ts';
import { type ComparedRow, choicesFor, compare, oursOf, type Working } from './reconcile.domain.ts';
import { comparedRowView, gradebookStatusView } from './reconciliation.views.ts';
import type { ReconciliationStore } from './reconciliations.store.ts';

export interface ComparedPorts {
  readonly reconciliations: ReconciliationStore;
  readonly columns: Pick<GradeColumnStore, 'listOf'>;
  readonly slots: Pick<GradeSlotStore, 'findWhole' | 'countUnsent'>;
  readonly lineItems: Pick<LineItemStore, 'listOf'>;
}

export type ComparedService = ReturnType<typeof createComparedService>;

/** What staff see of an activity's grades on their way, and of the comparison with the LMS. */
export function createComparedService({ reconciliations, columns, slots, lineItems }: ComparedPorts) {
  const idOf = ({ columnId, memberId }: ComparedRow): string => slotIdOf(columnId, memberId);

  return {
    /** Four queries, whatever the size of the course. @throws AppError NOT_FOUND */
    async status({ scope, can }: Caller, activityId: string) {
      const [wanted, known, head, unsent] = await Promise.all([
        columns.listOf(scope, activityId),
        lineItems.listOf(scope, activityId),
        reconciliations.find(scope, activityId),
        slots.countUnsent(scope, activityId),
      ]);
      const present = presentOf(wanted);
      return gradebookStatusView(activityId, present, known, head, unsent, {
        sendOurs: can('grade.sync'),
        acceptTheirs: can('grade.override'),
      });
    },

    /**
     * Asks for work on the comparison, which is seen to be under way from now on, whenever its job begins.
     *
     * @param enqueue asks for the job @throws AppError NOT_FOUND
     */
    async ask(
      { scope }: Caller,
      activityId: string,
      kind: Working['kind'],
      enqueue: () => Promise<void>,
    ): Promise<void> {
      const [wanted, head] = await Promise.all([
        columns.listOf(scope, activityId),
        reconciliations.find(scope, activityId),
      ]);
      presentOf(wanted);
      await enqueue();
      await reconciliations.noteAsked(scope, activityId, kind, head?.finished ?? 0);
    },

    /** One page of the comparison: what the LMS showed then beside the grades as they are now. @throws AppError NOT_FOUND */
    async rows(
      { scope, can }: Caller,
      activityId: string,
      differing: boolean,
      after: string | undefined,
      limit: number,
    ) {
      const from = after === undefined ? null : parseKey(after);
      const [wanted, found] = await Promise.all([
        columns.listOf(scope, activityId),
        reconciliations.listRows(scope, activityId, differing, from, limit + 1),
      ]);
      presentOf(wanted);
      const page = found.slice(0, limit);
      const slotsOf = new Map((await slots.findWhole(scope, page.map(idOf))).map((slot) => [slot.id, slot]));
      const last = page.at(-1);
      return {
        items: page.map((row) => {
          const slot = slotsOf.get(idOf(row)) ?? null;
          const state = compare(slot, row.theirs, row.readAt);
          const choices = choicesFor(state, row.theirs !== null);
          return comparedRowView(row, oursOf(slot?.entries.at(-1)), state, slot?.problem ?? null, {
            sendOurs: choices.sendOurs && can('grade.sync'),
            acceptTheirs: choices.acceptTheirs && can('grade.override'),
          });
        }),
        next: found.length > limit && last ? JSON.stringify([last.sortName, idOf(last)]) : null,
      };
    },
  };
}

/** @throws AppError NOT_FOUND when the course has no such activity with a grade. */
function presentOf(columns: readonly GradeColumn[]): GradeColumn[] {
  const present = columns.filter(({ wanted }) => wanted === 'present');
  if (present.length === 0) throw new AppError('NOT_FOUND', { kind: 'activity' });
  return present;
}

function parseKey(key: string): { sortName: string; id: string } {
  try {
    const [sortName, id] = JSON.parse(key) as unknown[];
    if (typeof sortName === 'string' && typeof id === 'string') return { sortName, id };
  } catch {
    // Falls through: what is no JSON is no key of ours either.
  }
  throw new AppError('BAD_REQUEST', { field: 'after' });
}
