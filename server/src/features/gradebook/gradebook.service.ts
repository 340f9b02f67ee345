import type { GradeStep } from '../../contracts/gradebook.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type EventActor, makeEvent } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import type { WaitingItem, WaitingSource } from '../insights/index.ts';
import { calculate } from './formulas.domain.ts';
import { decideRetry, type GradeSlot, type Problem, slotIdOf, syncOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import { timestampAfter } from './ledger.domain.ts';

/** A grade as people may see it. */
export interface GradeStatus {
  /** What the newest entry is made of, as numbers for a sentence. */
  readonly explanation: {
    readonly formula: string;
    /** Null: no grade, as the steps say. */
    readonly value: number | null;
    readonly maximum: number;
    readonly steps: readonly GradeStep[];
  };
  /** Where it is on its way to the LMS; `at` as ISO 8601. */
  readonly sync: {
    readonly state: 'none' | 'waiting' | 'sent' | 'failed' | 'noColumn';
    readonly at: string | null;
  };
}

export interface GradebookPorts {
  readonly slots: GradeSlotStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type GradebookService = ReturnType<typeof createGradebookService>;

/** What other features and people ask of the gradebook. */
export function createGradebookService(ports: GradebookPorts) {
  const { slots, course, clock, slotsDue, eventsWritten } = ports;

  /** Scores that do not get into the LMS, for the facilitator queue. */
  const failedScores: WaitingSource = {
    name: 'score',
    async list(scope, { after, limit }): Promise<WaitingItem[]> {
      const found = await slots.listProblems(scope, after && { since: after.since, id: after.key }, limit);
      const members = await course.findMembers(
        scope,
        found.map(({ memberId }) => memberId),
      );
      const names = new Map(members.map(({ id, name }) => [id, name]));
      return found.flatMap((slot) =>
        slot.problem ? [waitingItem(slot, slot.problem, names.get(slot.memberId) ?? '')] : [],
      );
    },
  };

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
    failedScores,
    /** Since when the LMS lacks the grade that has waited longest, of all courses; null when it has all. */
    oldestUnsentAt: slots.oldestUnsentAt,

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

    /**
     * Sends a score again that had a problem; repeating the call changes nothing.
     *
     * @throws AppError NOT_FOUND when the course has no such score, or none that the LMS lacks.
     */
    async retry(
      scope: CourseScope,
      columnId: string,
      memberId: string,
      by: { actor: EventActor; requestId: string },
    ): Promise<{ state: 'waiting' }> {
      const slot = await slots.find(scope, slotIdOf(columnId, memberId));
      const decision = decideRetry(slot);
      if (!slot?.want || decision.type === 'nothing') throw new AppError('NOT_FOUND', { kind: 'score' });
      if (decision.type === 'waiting') return { state: 'waiting' };
      const now = clock.now();
      // Over a value that somebody set in the LMS, ours has to be later than theirs.
      const timestamp = decision.newTimestamp ? timestampAfter(now, slot.want.timestamp) : null;
      const event = makeEvent({
        ...by,
        type: 'grade.retried',
        at: now,
        courseId: scope.courseId,
        subject: { kind: 'gradeSlot', id: slot.id },
        data: {
          activityId: slot.activityId,
          columnId,
          memberId,
          n: slot.want.n,
          code: slot.problem?.code ?? null,
        },
      });
      // Nothing matched: a newer entry or another click was faster, and the score is on its way.
      await slots.retry(scope, slot, now, timestamp, event);
      slotsDue();
      eventsWritten();
      return { state: 'waiting' };
    },
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

const waitingItem = (slot: GradeSlot, problem: Problem, name: string): WaitingItem => ({
  key: slot.id,
  waitsFor: 'staff',
  because: { code: problem.code, params: { name, words: problem.words } },
  since: problem.since,
  until: null,
  nextAction:
    problem.code === 'GRADE_INVALID'
      ? { code: 'RELEASE_AGAIN', method: 'post', path: `/activities/${slot.activityId}/release` }
      : {
          code: 'RETRY_SCORE',
          method: 'post',
          path: `/grade-slots/${slot.columnId}/${slot.memberId}/retry`,
        },
});
