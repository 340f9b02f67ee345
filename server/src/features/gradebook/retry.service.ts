import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type EventActor, makeEvent } from '../../core/events.ts';
import { decideRetry, type GradeSlot, type ProblemCode, slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore, SlotRetry } from './grade-slots.store.ts';
import { timestampAfter } from './ledger.domain.ts';
import type { LineItemsService } from './line-items.service.ts';

/** Who asked for something to be sent again. */
export interface AskedBy {
  readonly actor: EventActor;
  readonly requestId: string;
}

export interface RetryPorts {
  readonly slots: Pick<GradeSlotStore, 'find' | 'listProblems' | 'retry'>;
  readonly columns: Pick<LineItemsService, 'retry'>;
  readonly clock: Clock;
  /** Has the activity's columns looked for, or made. */
  readonly requestColumns: (scope: CourseScope, activityId: string) => Promise<void>;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

const AT_ONCE = 200;
/** What sending again would not settle, or what a person has to decide one by one. */
const NOT_FOR_ALL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'SCORE_CHANGED_IN_LMS',
  'GRADE_NOT_TAKEN_BACK',
  'GRADE_INVALID',
]);

export type RetryService = ReturnType<typeof createRetryService>;

/** "Send again": one score, all of an activity, or a column. */
export function createRetryService(ports: RetryPorts) {
  const { slots, columns, clock, requestColumns, slotsDue, eventsWritten } = ports;

  function retryOf(slot: GradeSlot, overwrites: boolean, by: AskedBy): SlotRetry {
    const now = clock.now();
    const { activityId, columnId, memberId, courseId, want, problem } = slot;
    const event = makeEvent({
      ...by,
      type: 'grade.retried',
      at: now,
      courseId,
      subject: { kind: 'gradeSlot', id: slot.id },
      data: { activityId, columnId, memberId, n: want?.n ?? null, code: problem?.code ?? null },
    });
    // Over a value that somebody set in the LMS, ours has to be later than theirs.
    return { slot, overwritesAt: overwrites && want ? timestampAfter(now, want.timestamp) : null, event };
  }

  async function sendAgain(scope: CourseScope, retries: readonly SlotRetry[]): Promise<void> {
    // One that does not match any more: something newer or another click was faster, and it is on its way.
    await slots.retry(scope, retries, clock.now());
    slotsDue();
    eventsWritten();
  }

  return {
    /**
     * Sends again what had a problem; repeating the call changes nothing.
     *
     * @throws AppError NOT_FOUND when the course has no such score, or none that the LMS lacks.
     */
    async retryScore(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      by: AskedBy,
    ): Promise<{ state: 'waiting' }> {
      const slot = await slots.find(scope, slotIdOf(columnId, memberId));
      const decision = decideRetry(slot);
      if (!slot || decision.type === 'nothing') throw new AppError('NOT_FOUND', { kind: 'score' });
      if (decision.type === 'send') await sendAgain(scope, [retryOf(slot, decision.overwrites, by)]);
      return { state: 'waiting' };
    },

    /** Sends again all of an activity that waits for no decision; repeating it changes nothing. */
    async retryScores(scope: CourseScope, activityId: string, by: AskedBy): Promise<void> {
      let after: { since: Date; id: string } | null = null;
      for (;;) {
        const page: GradeSlot[] = await slots.listProblems(scope, after, AT_ONCE, activityId);
        const retries = page
          .filter(({ problem }) => problem && !NOT_FOR_ALL.has(problem.code))
          .map((slot) => retryOf(slot, false, by));
        if (retries.length > 0) await sendAgain(scope, retries);
        const last = page.at(-1);
        if (page.length < AT_ONCE || !last?.problem) return;
        after = { since: last.problem.since, id: last.id };
      }
    },

    /** @throws AppError NOT_FOUND when the column is not there or has no problem. */
    async retryColumn(scope: CourseScope, columnId: string, by: AskedBy): Promise<{ state: 'waiting' }> {
      const activityId = await columns.retry(scope, columnId, by);
      if (activityId === null) throw new AppError('NOT_FOUND', { kind: 'gradeColumn' });
      await requestColumns(scope, activityId);
      return { state: 'waiting' };
    },
  };
}
