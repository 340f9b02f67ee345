import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { columnIdOf } from '../../core/ids.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import type { ColumnSpec, GradeColumn } from './grade-column.domain.ts';

type ColumnDocument = Omit<GradeColumn, 'id'> & {
  _id: string;
  /** Of the main column: the sequence number that was drawn last. */
  runs: number;
};

const required = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<ColumnDocument>(
  {
    _id: required,
    courseId: required,
    platformId: required,
    deploymentId: required,
    activityId: required,
    key: required,
    label: required,
    maximum: number,
    standsAlone: Boolean,
    position: number,
    wanted: required as never,
    revision: number,
    runs: number,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, position: 1 });

const toColumn = ({ _id, runs: _runs, ...rest }: ColumnDocument): GradeColumn => ({ id: _id, ...rest });

export type GradeColumnStore = ReturnType<typeof createGradeColumnStore>;

/** Queries of `gradeColumns`: the columns that activities have, and had. */
export function createGradeColumnStore(connection: Connection) {
  const Columns = defineCollection(connection, 'gradeColumns', schema);

  return {
    async find(scope: CourseScope, columnId: string): Promise<GradeColumn | null> {
      const found = await Columns.findOne({ _id: columnId, courseId: scope.courseId }).lean<ColumnDocument>();
      return found && toColumn(found);
    },

    /** All columns of some activities. */
    async listOfMany(scope: CourseScope, activityIds: readonly string[]): Promise<GradeColumn[]> {
      const found = await Columns.find({
        courseId: scope.courseId,
        activityId: { $in: activityIds },
      }).lean<ColumnDocument[]>();
      return found.map(toColumn);
    },

    async findMany(scope: CourseScope, columnIds: readonly string[]): Promise<GradeColumn[]> {
      const found = await Columns.find({ _id: { $in: columnIds }, courseId: scope.courseId }).lean<
        ColumnDocument[]
      >();
      return found.map(toColumn);
    },

    /** All columns of an activity, those that it has no more included, in their order. */
    async listOf(scope: CourseScope, activityId: string): Promise<GradeColumn[]> {
      const found = await Columns.find({ courseId: scope.courseId, activityId })
        .sort({ position: 1 })
        .lean<ColumnDocument[]>();
      return found.map(toColumn);
    },

    /**
     * Brings an activity's columns to what its settings of `revision` say: adds, changes, marks as absent; nothing is
     * deleted, and nothing that was read from newer settings is replaced.
     */
    async save(
      scope: CourseScope,
      activityId: string,
      revision: number,
      columns: readonly ColumnSpec[],
    ): Promise<void> {
      const documents = columns.map(({ key, label, maximum, standsAlone }, position): ColumnDocument => ({
        _id: columnIdOf(activityId, key),
        ...scope,
        activityId,
        key,
        label,
        maximum,
        ...(standsAlone && { standsAlone }),
        position,
        wanted: 'present',
        revision,
        runs: 0,
      }));
      const ids = documents.map(({ _id }) => _id);
      await insertMissing(Columns, documents);
      const older = { courseId: scope.courseId, activityId, revision: { $lt: revision } };
      await Columns.bulkWrite([
        ...documents.map(({ _id, label, maximum, position, wanted }) => ({
          updateOne: {
            filter: { ...older, _id },
            update: { $set: { label, maximum, position, wanted, revision } },
          },
        })),
        {
          updateMany: {
            filter: { ...older, _id: { $nin: ids } },
            update: { $set: { wanted: 'absent', revision } },
          },
        },
      ]);
    },

    /** Draws the next number in the order of an activity's runs; its columns have been saved before. */
    async nextSequence(scope: CourseScope, activityId: string): Promise<number> {
      const main = await Columns.findOneAndUpdate(
        { _id: activityId, courseId: scope.courseId },
        { $inc: { runs: 1 } },
        { returnDocument: 'after' },
      ).lean<ColumnDocument>();
      if (!main) throw new Error(`activity ${activityId} has no main column`);
      return main.runs;
    },
  };
}
