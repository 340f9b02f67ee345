import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import type { ComparedRow, Reconciliation, Working } from './reconcile.domain.ts';

type HeadDocument = Omit<Reconciliation, 'activityId'> & { _id: string; courseId: string };
type RowDocument = ComparedRow & {
  /** `column/member` */
  _id: string;
  courseId: string;
  activityId: string;
  differs: boolean;
  /** The reading that wrote it: rows of older ones are taken away when it is finished. */
  reading: string;
};

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const headSchema = new Schema<HeadDocument>(
  {
    _id: required,
    courseId: required,
    working: mixed,
    finished: Number,
    readAt: { type: Date, default: null },
    failure: { type: String, default: null },
    states: { type: Schema.Types.Mixed, required: true } as never,
    strangers: { type: Number, required: true },
  },
  options,
);
const rowSchema = new Schema<RowDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    columnId: required,
    memberId: required,
    name: { type: String, default: null },
    sortName: required,
    theirs: mixed,
    state: required as never,
    differs: { type: Boolean, required: true },
    readAt: { type: Date, required: true },
    reading: required,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, sortName: 1, _id: 1 })
  .index({ courseId: 1, activityId: 1, differs: 1, sortName: 1, _id: 1 });

const rowId = (columnId: string, memberId: string): string => `${columnId}/${memberId}`;
const toRow = ({ columnId, memberId, name, sortName, theirs, state, readAt }: RowDocument): ComparedRow => ({
  columnId,
  memberId,
  name,
  sortName,
  theirs,
  state,
  readAt,
});

type Change = Partial<Omit<Reconciliation, 'activityId' | 'finished'>>;

/** What a comparison that is not there yet is beside what is said of it. */
function freshBut(change: Change): Change {
  const fresh: Required<Change> = { working: null, readAt: null, failure: null, states: {}, strangers: 0 };
  return Object.fromEntries(Object.entries(fresh).filter(([field]) => !(field in change)));
}

export type ReconciliationStore = ReturnType<typeof createReconciliationStore>;

/** Queries of `reconciliations` and their rows: what the LMS showed when it was read last. */
export function createReconciliationStore(connection: Connection) {
  const Heads = defineCollection(connection, 'reconciliations', headSchema);
  const Rows = defineCollection(connection, 'reconciliationRows', rowSchema);

  return {
    async find(scope: CourseScope, activityId: string): Promise<Reconciliation | null> {
      const found = await Heads.findOne({ _id: activityId, courseId: scope.courseId }).lean<HeadDocument>();
      if (!found) return null;
      const { _id, courseId: _courseId, finished, ...rest } = found;
      return { activityId: _id, finished: finished ?? 0, ...rest };
    },

    /** Says what is going on, or that it has come to its end. */
    async update(scope: CourseScope, activityId: string, change: Change): Promise<void> {
      const isOver = change.working === null;
      await Heads.updateOne(
        { _id: activityId, courseId: scope.courseId },
        { $set: change, $setOnInsert: freshBut(change), ...(isOver && { $inc: { finished: 1 } }) },
        { upsert: true },
      );
    },

    /**
     * Says that work is to begin, unless it has begun already, or is over.
     *
     * @param finished as it was before the work was asked for
     */
    async noteAsked(
      scope: CourseScope,
      activityId: string,
      kind: Working['kind'],
      finished: number,
    ): Promise<void> {
      const change = { working: { kind, done: 0, of: null } };
      const since = finished === 0 ? { $in: [0, null] } : finished;
      try {
        await Heads.updateOne(
          { _id: activityId, courseId: scope.courseId, working: null, finished: since },
          { $set: change, $setOnInsert: freshBut(change) },
          { upsert: true },
        );
      } catch (error) {
        // There is a comparison, and it is not as it was.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async saveRows(
      scope: CourseScope,
      activityId: string,
      reading: string,
      rows: readonly ComparedRow[],
    ): Promise<void> {
      if (rows.length === 0) return;
      await Rows.bulkWrite(
        rows.map((row) => {
          const differs = row.state !== 'same';
          const document = { ...row, activityId, differs, reading };
          return {
            updateOne: {
              filter: { _id: rowId(row.columnId, row.memberId), courseId: scope.courseId },
              update: { $set: document },
              upsert: true,
            },
          };
        }),
        { ordered: false },
      );
    },

    /** Takes away what a finished reading has not seen. */
    async dropOthers(scope: CourseScope, activityId: string, reading: string): Promise<void> {
      await Rows.deleteMany({ courseId: scope.courseId, activityId, reading: { $ne: reading } });
    },

    async findRow(scope: CourseScope, columnId: string, memberId: string): Promise<ComparedRow | null> {
      const _id = rowId(columnId, memberId);
      const found = await Rows.findOne({ _id, courseId: scope.courseId }).lean<RowDocument>();
      return found && toRow(found);
    },

    /** Rows by name: the page after `after`; all, or those that differed. */
    async listRows(
      scope: CourseScope,
      activityId: string,
      differing: boolean,
      after: { readonly sortName: string; readonly id: string } | null,
      limit: number,
    ): Promise<ComparedRow[]> {
      const later = after && {
        $or: [{ sortName: { $gt: after.sortName } }, { sortName: after.sortName, _id: { $gt: after.id } }],
      };
      const found = await Rows.find({
        courseId: scope.courseId,
        activityId,
        ...(differing && { differs: true }),
        ...later,
      })
        .sort({ sortName: 1, _id: 1 })
        .limit(limit)
        .lean<RowDocument[]>();
      return found.map(toRow);
    },

    countDiffering: (scope: CourseScope, activityId: string): Promise<number> =>
      Rows.countDocuments({ courseId: scope.courseId, activityId, differs: true }),
  };
}
