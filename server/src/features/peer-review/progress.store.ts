import { type Connection, type Model, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertMissing, insertOnce } from '../../platform/database/insert-once.ts';
import type { ChangesLookup, TimelineChanges } from '../../core/timeline.ts';
import { COUNTS, type CountsDocument, countsSchema, NO_COUNTS } from './progress-counts.store.ts';
import type { ProgressCounts, ProgressRow, TaskName } from './peer-review.domain.ts';

/** `revision` counts the writes: a row computed from older facts never replaces a newer one. */
interface RowDocument extends ProgressRow {
  /** activity/member */
  _id: string;
  courseId: string;
  activityId: string;
  revision: number;
}

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const revision = { type: Number, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const rowSchema = new Schema<RowDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    memberId: required,
    name: { type: String, default: null },
    sortName: required,
    group: { type: Schema.Types.Mixed, default: null },
    submittedAt: { type: Date, default: null },
    given: mixed,
    received: mixed,
    spread: { type: Number, default: null },
    grade: { type: Schema.Types.Mixed, default: null },
    sync: mixed,
    others: { type: [Schema.Types.Mixed] as never, required: true },
    revision,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, sortName: 1, _id: 1 })
  .index({ courseId: 1, memberId: 1 });

/** More rows than an activity has: what is small comes in one answer. */
const AT_ONCE = 1_000_000;

/** Of those who have not done a task. */
const LACKING: Record<TaskName, object> = {
  handIn: { submittedAt: null },
  review: { $expr: { $lt: ['$given.done', '$given.of'] } },
  // Whether they have rated what they got is asked of the ratings.
  rate: { 'received.done': { $gt: 0 } },
};

/** Only rows of these members; null: of all. */
type Among = readonly string[] | null;

const toRow = ({ _id, courseId, activityId, revision: _revision, ...row }: RowDocument): ProgressRow => row;

export type ProgressStore = ReturnType<typeof createProgressStore>;

/** Queries of `progress` and `progressCounts`: what the staff table shows, derived from the other collections. */
export function createProgressStore(connection: Connection, lookup: ChangesLookup) {
  const Rows = defineCollection(connection, 'progress', rowSchema);
  const Counts = defineCollection(connection, COUNTS.from, countsSchema);
  const findKept = ({ courseId }: CourseScope, activityId: string) =>
    Counts.findOne({ _id: activityId, courseId }).lean<CountsDocument>();
  const rowId = (activityId: string, memberId: string): string => `${activityId}/${memberId}`;
  const later = (activityId: string, after: { sortName: string; memberId: string } | null) =>
    after && {
      $or: [
        { sortName: { $gt: after.sortName } },
        { sortName: after.sortName, _id: { $gt: rowId(activityId, after.memberId) } },
      ],
    };
  const lacking = (activityId: string, task: TaskName, among: Among) => ({
    activityId,
    ...LACKING[task],
    ...(among && { _id: { $in: among.map((id) => rowId(activityId, id)) } }),
  });

  return {
    /** Rows by name, of some members or all, each with what changes the member's dates: the page after `after`. */
    async listRows(
      scope: CourseScope,
      activityId: string,
      after: { sortName: string; memberId: string } | null,
      limit: number,
      memberIds: readonly string[] | null = null,
    ): Promise<{ readonly row: ProgressRow; readonly changes: TimelineChanges }[]> {
      const found = await Rows.aggregate<RowDocument>([
        {
          $match: {
            courseId: scope.courseId,
            activityId,
            ...later(activityId, after),
            ...(memberIds && { memberId: { $in: [...memberIds] } }),
          },
        },
        { $sort: { sortName: 1, _id: 1 } },
        { $limit: limit },
        ...lookup.stages('_id', 'memberId'),
      ]);
      return found.map((one) => {
        const { row, changes } = lookup.take(one);
        return { row: toRow(row), changes };
      });
    },

    /** Rows of those who have not done a task, all or among some, by name: the page after `after`. */
    async listLacking(
      scope: CourseScope,
      activityId: string,
      task: TaskName,
      after: { sortName: string; memberId: string } | null,
      limit: number,
      among: Among = null,
    ): Promise<ProgressRow[]> {
      const found = await Rows.find({
        ...lacking(activityId, task, among),
        ...later(activityId, after),
        courseId: scope.courseId,
      })
        .sort({ sortName: 1, _id: 1 })
        .limit(limit)
        .lean<RowDocument[]>();
      return found.map(toRow);
    },

    /** Rows of some members; a member without a row is left out. */
    async findRows(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<ProgressRow[]> {
      const found = await Rows.find({
        _id: { $in: memberIds.map((id) => rowId(activityId, id)) },
        courseId: scope.courseId,
      }).lean<RowDocument[]>();
      return found.map(toRow);
    },

    /** Works whose reviews are further apart than a limit, in percent; a group's is on the rows of all, and told once. */
    async listSpreadAbove(scope: CourseScope, activityId: string, limit: number) {
      const found = await Rows.find(
        { courseId: scope.courseId, activityId, spread: { $gt: limit } },
        { memberId: 1, name: 1, group: 1, received: 1, grade: 1, spread: 1 },
      ).lean<RowDocument[]>();
      const first = found.filter(({ group }) => !group || group.isFirst);
      return first.map(({ memberId, name, group, received, grade, spread }) => ({
        memberId,
        name: group ? group.name : name,
        received,
        grade,
        spread: spread ?? 0,
      }));
    },

    /** Who is on the table, since when their work is there, and what they have to review. */
    async listPeople(
      scope: CourseScope,
      activityId: string,
    ): Promise<Pick<ProgressRow, 'memberId' | 'name' | 'group' | 'submittedAt' | 'given'>[]> {
      const fields = { memberId: 1, name: 1, group: 1, submittedAt: 1, given: 1 };
      return Rows.find({ courseId: scope.courseId, activityId }, fields)
        .batchSize(AT_ONCE)
        .lean<RowDocument[]>();
    },

    /** One member's rows, by activity. */
    async listOf(scope: CourseScope, memberId: string, limit: number): Promise<Map<string, ProgressRow>> {
      const found = await Rows.find({ courseId: scope.courseId, memberId })
        .limit(limit)
        .lean<RowDocument[]>();
      return new Map(found.map((row) => [row.activityId, toRow(row)]));
    },

    countLacking: (scope: CourseScope, activityId: string, task: TaskName, among: Among = null) =>
      Rows.countDocuments({ courseId: scope.courseId, ...lacking(activityId, task, among) }),

    countOthers: (scope: CourseScope, activityId: string, memberIds: readonly string[]): Promise<number> =>
      Rows.countDocuments({ courseId: scope.courseId, activityId, memberId: { $nin: memberIds } }),

    /** Works with fewer finished reviews than `least`. */
    countShort(scope: CourseScope, activityId: string, least: number): Promise<number> {
      return Rows.countDocuments({
        courseId: scope.courseId,
        activityId,
        submittedAt: { $ne: null },
        $expr: { $lt: ['$received.done', least] },
      });
    },

    /** Revisions of the rows of some members; a member without a row is left out. */
    async revisions(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Map<string, number>> {
      const found = await Rows.find(
        { _id: { $in: memberIds.map((id) => rowId(activityId, id)) }, courseId: scope.courseId },
        { memberId: 1, revision: 1 },
      ).lean<RowDocument[]>();
      return new Map(found.map((row) => [row.memberId, row.revision]));
    },

    /**
     * Writes rows over the revisions they were computed after. @returns false when some row was written by somebody
     * else meanwhile: then the facts are to be read again.
     */
    async replaceRows(
      scope: CourseScope,
      activityId: string,
      rows: readonly ProgressRow[],
      revisions: ReadonlyMap<string, number>,
    ): Promise<boolean> {
      const added: RowDocument[] = [];
      const changed: { before: number; row: RowDocument }[] = [];
      for (const row of rows) {
        const before = revisions.get(row.memberId);
        const _id = rowId(activityId, row.memberId);
        const document = { ...row, _id, courseId: scope.courseId, activityId, revision: (before ?? 0) + 1 };
        if (before === undefined) added.push(document);
        else changed.push({ before, row: document });
      }
      const [inserted, replaced] = await Promise.all([insertMissing(Rows, added), replaceAll(Rows, changed)]);
      return inserted && replaced;
    },

    async removeRows(scope: CourseScope, activityId: string, memberIds: readonly string[]): Promise<void> {
      if (memberIds.length === 0) return;
      await Rows.deleteMany({
        _id: { $in: memberIds.map((id) => rowId(activityId, id)) },
        courseId: scope.courseId,
      });
    },

    async findCounts(scope: CourseScope, activityId: string): Promise<ProgressCounts> {
      return COUNTS.read(await findKept(scope, activityId));
    },

    /** Counts the rows anew. @returns false when somebody else counted meanwhile: then count again. */
    async recount(scope: CourseScope, activityId: string): Promise<boolean> {
      const before = await findKept(scope, activityId);
      const [counted] = await Rows.aggregate<ProgressCounts & { _id: null }>([
        { $match: { courseId: scope.courseId, activityId } },
        {
          $group: {
            _id: null,
            learners: { $sum: 1 },
            submissions: { $sum: { $cond: [{ $eq: ['$submittedAt', null] }, 0, 1] } },
            reviewsDone: { $sum: '$given.done' },
            reviewsAllocated: { $sum: '$given.of' },
            gradable: { $sum: { $cond: [{ $gt: ['$received.done', 0] }, 1, 0] } },
          },
        },
      ]);
      const { _id, ...counts } = counted ?? { _id: null, ...NO_COUNTS };
      if (before) {
        const result = await Counts.updateOne(
          { _id: activityId, courseId: scope.courseId, revision: before.revision },
          { $set: { counts, revision: before.revision + 1 } },
        );
        return result.matchedCount === 1;
      }
      return insertOnce(Counts, { _id: activityId, courseId: scope.courseId, counts, revision: 1 });
    },
  };
}

/** @returns false when a row was not at the revision before. */
async function replaceAll(
  rows: Model<RowDocument>,
  changes: readonly { before: number; row: RowDocument }[],
): Promise<boolean> {
  if (changes.length === 0) return true;
  const result = await rows.bulkWrite(
    changes.map(({ before, row: { _id, courseId, ...fields } }) => ({
      updateOne: { filter: { _id, courseId, revision: before }, update: { $set: fields } },
    })),
    { ordered: false },
  );
  return result.matchedCount === changes.length;
}
