import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { GradeSlot, SlotChange } from './grade-slot.domain.ts';
import { NO_LEASE, type SlotDocument, type SlotModel, toSlot } from './grade-slot-model.store.ts';

/** Where a list goes on: after the problem of this time and slot. */
export interface ProblemKey {
  readonly since: Date;
  readonly id: string;
}

const NEWEST_ENTRY: Record<string, unknown> = { entries: { $slice: -1 } };

export type GradeSlotStore = ReturnType<typeof createGradeSlotStore>;

/** Queries of the ledger: what runs write and people read. The sender's queries are in `outbox.store.ts`. */
export const createGradeSlotStore = (Slots: SlotModel) => ({
  /** The slots among `ids` that exist, each with its newest entry only. */
  async findNewest(scope: CourseScope, ids: readonly string[]): Promise<GradeSlot[]> {
    const found = await Slots.find({ _id: { $in: ids }, courseId: scope.courseId }, NEWEST_ENTRY).lean<
      SlotDocument[]
    >();
    return found.map(toSlot);
  },

  /** The members who have a slot in a column, by their ids: the page after `after`. */
  async listMembers(
    scope: CourseScope,
    columnId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const later = after === null ? {} : { _id: { $gt: `${columnId}/${after}` } };
    const found = await Slots.find({ courseId: scope.courseId, columnId, ...later }, { memberId: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Pick<SlotDocument, 'memberId'>[]>();
    return found.map(({ memberId }) => memberId);
  },

  async find(scope: CourseScope, id: string): Promise<GradeSlot | null> {
    const found = await Slots.findOne({ _id: id, courseId: scope.courseId }).lean<SlotDocument>();
    return found && toSlot(found);
  },

  /** Whole slots, with all the entries that they hold. */
  async findWhole(scope: CourseScope, ids: readonly string[]): Promise<GradeSlot[]> {
    const found = await Slots.find({ _id: { $in: ids }, courseId: scope.courseId }).lean<SlotDocument[]>();
    return found.map(toSlot);
  },

  /** Takes entries up to `n` off a slot: they are in `gradeEntries`. */
  async dropSpilled(scope: CourseScope, id: string, n: number): Promise<void> {
    const older = { n: { $lte: n } };
    await Slots.updateOne(
      { _id: id, courseId: scope.courseId },
      { $max: { spilled: n }, $pull: { entries: older, deliveries: older } },
    );
  },

  /**
   * Writes a run's changes in one go, each only if its slot is as it was read.
   *
   * @returns false when some were not: then read them again and decide again.
   */
  async write(
    scope: CourseScope,
    activityId: string,
    columnId: string,
    changes: readonly SlotChange[],
  ): Promise<boolean> {
    const operations = changes.map((change) =>
      change.before
        ? { updateOne: { filter: unchanged(scope, change.before), update: updateOf(change) } }
        : { insertOne: { document: documentOf(scope, activityId, columnId, change) } },
    );
    try {
      const result = await Slots.bulkWrite(operations as never, { ordered: false });
      return result.matchedCount + result.insertedCount === changes.length;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },

  /** Lets the sender look at a slot with a problem now. @returns false when the problem is another by now. */
  async retry(
    scope: CourseScope,
    slot: GradeSlot,
    now: Date,
    timestamp: Date | null,
    event: DomainEvent,
  ): Promise<boolean> {
    const { $push, $set } = pushEvents(event);
    const retried = await Slots.updateOne(unchanged(scope, slot, { 'problem.code': slot.problem?.code }), {
      $set: {
        ...$set,
        problem: null,
        tries: 0,
        dueAt: now,
        ...(timestamp && { 'want.timestamp': timestamp, attempt: null }),
      },
      $push,
    });
    return retried.matchedCount === 1;
  },

  /** Slots with a problem, those first that wait longest; each with its newest entry only. */
  async listProblems(scope: CourseScope, after: ProblemKey | null, limit: number): Promise<GradeSlot[]> {
    const later = after
      ? {
          $or: [
            { 'problem.since': { $gt: after.since } },
            { 'problem.since': after.since, _id: { $gt: after.id } },
          ],
        }
      : {};
    const found = await Slots.find(
      { courseId: scope.courseId, 'problem.since': { $exists: true }, ...later },
      NEWEST_ENTRY,
    )
      .sort({ 'problem.since': 1, _id: 1 })
      .limit(limit)
      .lean<SlotDocument[]>();
    return found.map(toSlot);
  },

  /** Since when the LMS lacks the grade that has waited longest, of all courses; null when it has all. */
  async oldestUnsentAt(): Promise<Date | null> {
    const oldest = await Slots.findOne({ unsentSince: { $exists: true } }, { unsentSince: 1 })
      .sort({ unsentSince: 1 })
      .lean<SlotDocument>();
    return oldest?.unsentSince ?? null;
  },
});

/** The slot with the same newest entry as when it was read. */
const unchanged = (
  scope: CourseScope,
  slot: GradeSlot,
  also: Record<string, unknown> = {},
): Record<string, unknown> => ({
  ...also,
  _id: slot.id,
  courseId: scope.courseId,
  ...(slot.want ? { 'want.n': slot.want.n } : { want: null }),
});

function updateOf(change: SlotChange): Record<string, unknown> {
  if (change.type === 'recover') {
    const { before, now } = change;
    const unsent = before?.want && before.sent?.n !== before.want.n;
    return { $set: { problem: null, tries: 0, ...(unsent && { dueAt: now }) } };
  }
  const { $push, $set } = pushEvents(change.event);
  if (change.type === 'invalid') {
    // Nothing is sent while the newest run has no grade: a sender at work loses its lease, its attempt stays known.
    return { $set: { ...$set, ...NO_LEASE, problem: change.problem }, $push, $unset: { dueAt: 1 } };
  }
  const { entry } = change;
  return {
    // Whatever the slot waited for was about an older entry: newest wins.
    $set: { ...$set, want: { n: entry.n, timestamp: entry.at }, dueAt: entry.at, tries: 0, problem: null },
    $min: { unsentSince: entry.at },
    $push: { ...$push, entries: entry },
  };
}

function documentOf(
  scope: CourseScope,
  activityId: string,
  columnId: string,
  change: SlotChange,
): SlotDocument {
  const entry = change.type === 'enter' ? change.entry : null;
  const event = change.type === 'recover' ? null : change.event;
  return {
    _id: change.slotId,
    courseId: scope.courseId,
    platformId: scope.platformId,
    deploymentId: scope.deploymentId,
    activityId,
    columnId,
    memberId: change.memberId,
    entries: entry ? [entry] : [],
    spilled: 0,
    want: entry && { n: entry.n, timestamp: entry.at },
    sent: null,
    deliveries: [],
    ...(entry && { dueAt: entry.at, unsentSince: entry.at }),
    ...NO_LEASE,
    attempt: null,
    tries: 0,
    problem: change.type === 'invalid' ? change.problem : null,
    events: event ? [event] : [],
    ...(event && { eventsSince: event.at }),
  };
}
