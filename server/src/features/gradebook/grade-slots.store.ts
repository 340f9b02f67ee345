import { type CourseScope, REHEARSED_COURSES } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { GradeSlot, ProblemCode, SlotChange } from './grade-slot.domain.ts';
import { type SlotDocument, type SlotModel, toSlot } from './grade-slot-model.store.ts';
import { documentOf, updateOf } from './grade-slot-writes.store.ts';

/** A slot that is to be sent once more. */
export interface SlotRetry {
  readonly slot: GradeSlot;
  /** The time of a grade that replaces whatever the LMS holds; null when it replaces no person's edit. */
  readonly overwritesAt: Date | null;
  readonly event: DomainEvent;
}

/** What hand-ins wait for without anybody having to do something. */
const QUIET_FOR_HAND_INS: ProblemCode[] = ['NO_GRADEBOOK_COLUMN', 'MEMBER_NOT_IN_COURSE'];

/** Slots whose problem is for staff to know. */
const WITH_PROBLEM = {
  'problem.since': { $exists: true },
  $and: [
    { $or: [{ 'want.n': { $exists: true } }, { 'problem.code': { $nin: QUIET_FOR_HAND_INS } }] },
  ] as Record<string, unknown>[],
};

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
        ? { updateOne: { filter: unchanged(scope, change.before), update: updateOf(scope, change) } }
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

  /** How many members have a grade in the column, or had one. */
  countWanted: (scope: CourseScope, columnId: string): Promise<number> =>
    Slots.countDocuments({ courseId: scope.courseId, columnId, 'want.n': { $exists: true } }),

  /** How many grades of an activity (null: of the course) the LMS lacks: on their way, and waiting for staff. */
  async countUnsent(
    scope: CourseScope,
    activityId: string | null,
  ): Promise<{ waiting: number; failed: number }> {
    const [counted] = await Slots.aggregate<{ waiting: number; failed: number }>([
      {
        $match: {
          courseId: scope.courseId,
          ...(activityId !== null && { activityId }),
          unsentSince: { $exists: true },
        },
      },
      { $project: { fails: { $cond: [{ $gt: ['$problem.since', null] }, 1, 0] } } },
      { $group: { _id: null, all: { $sum: 1 }, failed: { $sum: '$fails' } } },
      { $project: { failed: 1, waiting: { $subtract: ['$all', '$failed'] } } },
    ]);
    return { waiting: counted?.waiting ?? 0, failed: counted?.failed ?? 0 };
  },

  /** Has grades sent once more, over whatever the LMS shows, each unless a newer one has come. */
  async sendAgain(scope: CourseScope, sendings: readonly SlotRetry[], now: Date): Promise<void> {
    const operations = sendings.map(({ slot, overwritesAt, event }) => {
      const { $push, $set } = pushEvents(event);
      const anew = {
        sent: null,
        attempt: null,
        problem: null,
        tries: 0,
        dueAt: now,
        'want.overwrites': true,
      };
      return {
        updateOne: {
          filter: unchanged(scope, slot),
          update: {
            $set: { ...$set, ...anew, 'want.timestamp': overwritesAt },
            $min: { unsentSince: now },
            $push,
          },
        },
      };
    });
    await Slots.bulkWrite(operations, { ordered: false });
  },

  /** Lets the sender look at slots with a problem now, each unless its problem is another by now. */
  async retry(scope: CourseScope, retries: readonly SlotRetry[], now: Date): Promise<void> {
    if (retries.length === 0) return;
    const operations = retries.map(({ slot, overwritesAt, event }) => {
      const { $push, $set } = pushEvents(event);
      const overwrites = overwritesAt && {
        'want.timestamp': overwritesAt,
        'want.overwrites': true,
        attempt: null,
      };
      return {
        updateOne: {
          filter: unchanged(scope, slot, { 'problem.code': slot.problem?.code }),
          update: { $set: { ...$set, problem: null, tries: 0, dueAt: now, ...overwrites }, $push },
        },
      };
    });
    await Slots.bulkWrite(operations, { ordered: false });
  },

  /** Slots with a problem, those first that wait longest; each with its newest entry only. */
  async listProblems(
    scope: CourseScope,
    after: ProblemKey | null,
    limit: number,
    activityId?: string,
  ): Promise<GradeSlot[]> {
    const later = after && {
      $or: [
        { 'problem.since': { $gt: after.since } },
        { 'problem.since': after.since, _id: { $gt: after.id } },
      ],
    };
    const found = await Slots.find(
      {
        courseId: scope.courseId,
        ...WITH_PROBLEM,
        ...(activityId !== undefined && { activityId }),
        ...later,
      },
      NEWEST_ENTRY,
    )
      .sort({ 'problem.since': 1, _id: 1 })
      .limit(limit)
      .lean<SlotDocument[]>();
    return found.map(toSlot);
  },

  /** Those of some slots that have a problem for staff, each with its newest entry only. */
  async findProblems(scope: CourseScope, ids: readonly string[]): Promise<GradeSlot[]> {
    const found = await Slots.find(
      { _id: { $in: ids }, courseId: scope.courseId, ...WITH_PROBLEM },
      NEWEST_ENTRY,
    ).lean<SlotDocument[]>();
    return found.map(toSlot);
  },

  /** The courses from which a platform is still to be sent something; across courses, as the sender goes. */
  async listUnsentCourses(platformId: string): Promise<string[]> {
    const found = await Slots.aggregate<{ _id: string }>([
      { $match: { platformId, dueAt: { $exists: true } } },
      { $group: { _id: '$courseId' } },
    ]);
    return found.map(({ _id }) => _id);
  },

  /** How many grades the LMS lacks, how many of those wait for staff, how much is due, and how many slots there are. */
  async totals(): Promise<{ unsent: number; failed: number; pending: number; all: number }> {
    const unsentSince = { $exists: true };
    const [unsent, failed, pending, stored, rehearsed] = await Promise.all([
      Slots.countDocuments({ unsentSince }),
      Slots.countDocuments({ unsentSince, 'problem.since': { $exists: true } }),
      Slots.countDocuments({ dueAt: { $exists: true } }),
      Slots.estimatedDocumentCount(),
      Slots.countDocuments({ courseId: REHEARSED_COURSES }),
    ]);
    return { unsent, failed, pending, all: stored - rehearsed };
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
