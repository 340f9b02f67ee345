import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { GradeOverrideStore } from './grade-overrides.store.ts';
import { type GradeSlot, slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore, SlotRetry } from './grade-slots.store.ts';
import { timestampAfter } from './ledger.domain.ts';
import type { OverrideGradeService } from './override-grade.service.ts';
import { type ComparedRow, type Working, choicesFor, compare, inOurPoints } from './reconcile.domain.ts';
import type { ReconciliationStore } from './reconciliations.store.ts';
import type { AskedBy } from './retry.service.ts';

export interface SettlePorts {
  readonly reconciliations: ReconciliationStore;
  readonly slots: Pick<GradeSlotStore, 'find' | 'findWhole' | 'sendAgain'>;
  readonly columns: Pick<GradeColumnStore, 'find'>;
  readonly overrides: Pick<GradeOverrideStore, 'listOf'>;
  readonly decisions: Pick<OverrideGradeService, 'override'>;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** The member of staff who decided, as far as a job has to remember. */
export interface Decider extends AskedBy {
  readonly memberId: string;
}

const AT_ONCE = 100;
/** Kept with the decision, for whoever asks later why the grade is what it is. */
const REASON = 'accepted from the LMS';

export type SettleService = ReturnType<typeof createSettleService>;

/** "Send ours again" and "accept theirs", for one row or for all that differ (spec/gradebook.md item 4). */
export function createSettleService(ports: SettlePorts) {
  const { reconciliations, slots, columns, overrides, decisions, clock, slotsDue, eventsWritten } = ports;

  function sendingOf(slot: GradeSlot, by: AskedBy): SlotRetry {
    const now = clock.now();
    const { activityId, columnId, memberId, courseId, want } = slot;
    const event = makeEvent({
      ...by,
      type: 'grade.retried',
      at: now,
      courseId,
      subject: { kind: 'gradeSlot', id: slot.id },
      data: { activityId, columnId, memberId, n: want?.n ?? null, code: 'SENT_AGAIN' },
    });
    // It goes over whatever the LMS shows, so it has to be later than all that was sent before.
    return { slot, overwritesAt: timestampAfter(now, want?.timestamp ?? null), event };
  }

  async function sendAgain(scope: CourseScope, sendings: readonly SlotRetry[]): Promise<void> {
    await slots.sendAgain(scope, sendings, clock.now());
    slotsDue();
    eventsWritten();
  }

  /** Decides as the member of staff does on the page of one grade. */
  async function accept(
    scope: CourseScope,
    { columnId, memberId, theirs }: ComparedRow,
    by: Decider,
  ): Promise<void> {
    const [column, [current]] = await Promise.all([
      columns.find(scope, columnId),
      overrides.listOf(scope, columnId, memberId, 1),
    ]);
    if (!column || !theirs) throw new AppError('NOT_FOUND', { kind: 'result' });
    await decisions.override(callerOf(scope, by), columnId, memberId, {
      grade: { kind: 'set', value: inOurPoints(theirs, column.maximum) },
      lateWaived: current ? current.waiver !== null : false,
      reason: REASON,
      expectedRevision: current?.revision ?? 0,
    });
  }

  /** Goes through the rows that differed when the LMS was read, page by page. */
  async function forAll(
    scope: CourseScope,
    activityId: string,
    kind: Working['kind'],
    settle: (
      rows: readonly { readonly row: ComparedRow; readonly slot: GradeSlot | null }[],
    ) => Promise<void>,
  ): Promise<void> {
    const of = await reconciliations.countDiffering(scope, activityId);
    let after: { sortName: string; id: string } | null = null;
    for (let done = 0; ;) {
      await reconciliations.update(scope, activityId, { working: { kind, done, of } });
      const page: ComparedRow[] = await reconciliations.listRows(scope, activityId, true, after, AT_ONCE);
      const ids = page.map(({ columnId, memberId }) => slotIdOf(columnId, memberId));
      const found = new Map((await slots.findWhole(scope, ids)).map((slot) => [slot.id, slot]));
      await settle(
        page.map((row) => ({ row, slot: found.get(slotIdOf(row.columnId, row.memberId)) ?? null })),
      );
      done += page.length;
      const last = page.at(-1);
      if (page.length < AT_ONCE || !last) break;
      after = { sortName: last.sortName, id: slotIdOf(last.columnId, last.memberId) };
    }
    await reconciliations.update(scope, activityId, { working: null });
  }

  return {
    /** @throws AppError NOT_FOUND when the member has no grade in the column. */
    async sendOurs(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      by: AskedBy,
    ): Promise<{ state: 'waiting' }> {
      const slot = await slots.find(scope, slotIdOf(columnId, memberId));
      if (!slot?.want) throw new AppError('NOT_FOUND', { kind: 'score' });
      await sendAgain(scope, [sendingOf(slot, by)]);
      return { state: 'waiting' };
    },

    /**
     * Takes over what the LMS showed when it was read last.
     *
     * @throws AppError NOT_FOUND when it showed no grade there; GRADE_OUT_OF_RANGE, GRADE_COLUMN_GONE, STALE_REVISION
     */
    async acceptTheirs(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      by: Decider,
    ): Promise<{ state: 'waiting' }> {
      const row = await reconciliations.findRow(scope, columnId, memberId);
      if (!row) throw new AppError('NOT_FOUND', { kind: 'result' });
      await accept(scope, row, by);
      return { state: 'waiting' };
    },

    /** Sends everything again that differs and may be sent; repeating it sends it once more. */
    sendAllOurs: (scope: CourseScope, activityId: string, by: AskedBy): Promise<void> =>
      forAll(scope, activityId, 'sendingOurs', async (rows) => {
        const chosen = rows.flatMap(({ row, slot }) => {
          const state = compare(slot, row.theirs, row.readAt);
          return slot?.want && choicesFor(state, row.theirs !== null).sendOurs ? [sendingOf(slot, by)] : [];
        });
        if (chosen.length > 0) await sendAgain(scope, chosen);
      }),

    /** Takes over everything that differs and that the LMS shows; repeating it changes nothing. */
    acceptAllTheirs: (scope: CourseScope, activityId: string, by: Decider): Promise<void> =>
      forAll(scope, activityId, 'acceptingTheirs', async (rows) => {
        for (const { row, slot } of rows) {
          const state = compare(slot, row.theirs, row.readAt);
          if (!choicesFor(state, row.theirs !== null).acceptTheirs) continue;
          await accept(scope, row, by).catch(ignoreRefusal);
        }
      }),
  };
}

/** One grade that cannot be taken over (above the maximum, say) keeps none of the others back; its row still differs. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

const callerOf = (scope: CourseScope, { memberId, actor, requestId }: Decider): Caller => ({
  scope,
  member: { id: memberId, role: 'instructor', readOnly: false, testUser: false, name: null },
  launchId: '',
  requestId,
  actor,
  can: () => true,
});
