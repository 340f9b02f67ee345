import type { GradeExplanation, SyncStatus } from '../../contracts/gradebook.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { CourseService } from '../course/index.ts';
import type { WaitingItem, WaitingSource } from '../insights/index.ts';
import { calculate } from './formulas.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import { type GradeSlot, type Problem, slotIdOf, syncOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { ColumnProblem } from './line-item.domain.ts';
import type { LineItemsService } from './line-items.service.ts';
import type { PaceStore } from './paces.store.ts';

/** A grade as people may see it. */
export interface GradeStatus {
  /** What the newest entry is made of, as numbers for a sentence. */
  readonly explanation: GradeExplanation;
  /** Where it is on its way to the LMS. */
  readonly sync: SyncStatus;
}

export interface GradebookPorts {
  readonly slots: GradeSlotStore;
  readonly columns: Pick<GradeColumnStore, 'findMany'>;
  readonly lineItems: Pick<LineItemsService, 'listProblems'>;
  readonly paces: Pick<PaceStore, 'failingSince'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
}

/** For so long an LMS may be silent before staff are told. */
const SILENT_MS = 10 * 60 * 1000;

/** What other features and people ask of the gradebook. */
export function createGradebookService(ports: GradebookPorts) {
  const { slots, columns, lineItems, paces, course, clock } = ports;

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
        slot.problem ? [waitingScore(slot, slot.problem, names.get(slot.memberId) ?? '')] : [],
      );
    },
  };

  /** Columns that the LMS does not have as they should be, for the facilitator queue. */
  const failedColumns: WaitingSource = {
    name: 'column',
    async list(scope, { after, limit }): Promise<WaitingItem[]> {
      const found = await lineItems.listProblems(
        scope,
        after && { since: after.since, id: after.key },
        limit,
      );
      const wanted = await columns.findMany(
        scope,
        found.map(({ columnId }) => columnId),
      );
      const labels = new Map(wanted.map(({ id, label }) => [id, label]));
      return found.flatMap(({ columnId, problem }) =>
        problem ? [waitingColumn(columnId, problem, labels.get(columnId) ?? '')] : [],
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

  /** An LMS that gives no sensible answer: one matter for all that waits for it. */
  const silentLms: WaitingSource = {
    name: 'lms',
    async list(scope, { after }): Promise<WaitingItem[]> {
      const since = await paces.failingSince(scope.platformId);
      if (!since || clock.now().getTime() - since.getTime() < SILENT_MS) return [];
      const isListed =
        after !== null &&
        (after.since > since || (after.since.getTime() === since.getTime() && after.key >= scope.platformId));
      if (isListed) return [];
      const { waiting } = await slots.countUnsent(scope, null);
      return waiting === 0 ? [] : [waitingLms(scope.platformId, since, waiting)];
    },
  };

  return {
    waitingSources: [failedScores, failedColumns, silentLms],
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

const waitingScore = (slot: GradeSlot, problem: Problem, name: string): WaitingItem => ({
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

const waitingLms = (platformId: string, since: Date, count: number): WaitingItem => ({
  key: platformId,
  waitsFor: 'staff',
  because: { code: 'LMS_UNREACHABLE', params: { count } },
  since,
  until: null,
  nextAction: null,
});

const waitingColumn = (
  columnId: string,
  { code, words, since }: ColumnProblem,
  name: string,
): WaitingItem => ({
  key: columnId,
  waitsFor: 'staff',
  because: { code, params: { name, words } },
  since,
  until: null,
  nextAction: { code: 'RETRY_COLUMN', method: 'post', path: `/grade-columns/${columnId}/retry` },
});
