import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import type { Calculation } from './formulas.domain.ts';
import type { GradeEntryStore } from './grade-entries.store.ts';
import type { FrozenInputs, FrozenRun, RunColumn } from './grade-run.domain.ts';
import {
  entriesToSpill,
  type GradeSlot,
  isCrowded,
  problemOf,
  slotIdOf,
  type SlotChange,
} from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import { decideEntry, type InvalidReason } from './ledger.domain.ts';

/** Rounds of "read again, decide again" before the job gives up for now. */
const MAX_ROUNDS = 5;
/** Whole slots read at once. */
const SLOTS_AT_ONCE = 20;

/** Writes a run's grades into the slots of one column. */
export function createGradeWriter(slots: GradeSlotStore, entries: GradeEntryStore, clock: Clock) {
  /** Moves the oldest entries of slots that hold too many; done again after a crash, it changes nothing. */
  async function spill(scope: CourseScope, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += SLOTS_AT_ONCE) {
      for (const slot of await slots.findWhole(scope, ids.slice(start, start + SLOTS_AT_ONCE))) {
        const old = entriesToSpill(slot);
        const last = old.at(-1);
        if (!last) continue;
        const sentAt = new Map(slot.deliveries.map(({ n, at }) => [n, at]));
        await entries.save(
          scope,
          slot.id,
          old.map((entry) => ({ entry, sentAt: sentAt.get(entry.n) ?? null })),
        );
        await slots.dropSpilled(scope, slot.id, last.n);
      }
    }
  }

  return async (
    scope: CourseScope,
    run: FrozenRun,
    column: RunColumn,
    members: readonly FrozenInputs[],
  ): Promise<void> => {
    const ids = members.map(({ memberId }) => slotIdOf(column.columnId, memberId));
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const found = new Map((await slots.findNewest(scope, ids)).map((slot) => [slot.memberId, slot]));
      const changes = members.flatMap((member) => {
        const before = found.get(member.memberId) ?? null;
        const change = changeOf(scope.courseId, run, column, member, before, clock.now());
        return change ? [change] : [];
      });
      if (changes.length === 0) return;
      if (!(await slots.write(scope, run.activityId, column.columnId, changes))) continue;
      return spill(
        scope,
        changes.filter(fillsUp).map(({ slotId }) => slotId),
      );
    }
    throw new Error(`grade run ${run.runId}: its slots keep changing`);
  };
}

const fillsUp = (change: SlotChange): boolean =>
  change.type === 'enter' && isCrowded(change.entry.n, change.before?.spilled ?? 0);

const REASONS: Record<InvalidReason, string> = {
  POINTS_INVALID: 'the points of the column are not a number above 0',
  REVIEW_NOT_A_NUMBER: 'a review’s points are not a number',
  REVIEW_NEGATIVE: 'a review’s points are negative',
  REVIEW_ABOVE_MAXIMUM: 'a review’s points are above their maximum',
  OVERRIDE_NOT_A_NUMBER: 'the grade that staff set is not a number',
  OVERRIDE_NEGATIVE: 'the grade that staff set is negative',
  OVERRIDE_ABOVE_MAXIMUM: 'the grade that staff set is above the points of the column',
};

/** What a run changes in one member's slot of one column; null when it leaves it as it is. */
function changeOf(
  courseId: string,
  run: FrozenRun,
  column: RunColumn,
  member: FrozenInputs,
  before: GradeSlot | null,
  now: Date,
): SlotChange | null {
  const { memberId } = member;
  const { columnId } = column;
  const slotId = slotIdOf(columnId, memberId);
  const target = { slotId, memberId, before };
  const event = (
    type: 'grade.entered' | 'grade.failed' | 'grade.recovered',
    data: Record<string, unknown>,
  ): DomainEvent =>
    makeEvent({
      type,
      at: now,
      actor: { kind: 'system', job: 'gradebook.run' },
      courseId,
      subject: { kind: 'gradeSlot', id: slotId },
      requestId: null,
      data: { activityId: run.activityId, columnId, memberId, runId: run.runId, ...data },
    });
  const failed = before?.problem?.code === 'GRADE_INVALID';
  const calculation = calculationOf(column, member);
  if (!calculation) return null;
  const decision = decideEntry(
    before?.entries.at(-1) ?? null,
    before?.want?.timestamp ?? null,
    calculation,
    run,
  );
  switch (decision.type) {
    case 'enter': {
      const { entry } = decision;
      const { n, kind, value, maximum } = entry;
      return { ...target, type: 'enter', entry, event: event('grade.entered', { n, kind, value, maximum }) };
    }
    case 'invalid': {
      if (failed) return null;
      const problem = problemOf(before, 'GRADE_INVALID', REASONS[decision.reason], now);
      return { ...target, type: 'invalid', problem, event: event('grade.failed', { code: problem.code }) };
    }
    case 'unchanged':
      return failed ? { ...target, type: 'recover', event: event('grade.recovered', {}) } : null;
    case 'nothing':
    case 'superseded':
      return null;
  }
}

/** The column's formula over the member's inputs for it, which the activity type gave for that very formula. */
function calculationOf(
  { key, formula, parameters }: RunColumn,
  { columns }: FrozenInputs,
): Calculation | null {
  const own = columns[key];
  return own ? ({ formula, parameters, ...own } as Calculation) : null;
}
