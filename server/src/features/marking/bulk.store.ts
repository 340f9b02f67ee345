import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Bulk, BulkResult } from './bulk.domain.ts';

type BulkDocument = Omit<Bulk, 'id'> & { _id: string };

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const list = { type: [Schema.Types.Mixed], required: true } as never;
const schema = new Schema<BulkDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    by: required,
    isLead: { type: Boolean, required: true },
    actor: mixed,
    requestId: { type: String, default: null },
    act: mixed,
    hidden: { type: Boolean, required: true },
    works: list,
    reason: required,
    undoReason: { type: String, default: null },
    state: required as never,
    results: list,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, _id: 1 });

export type BulkStore = ReturnType<typeof createBulkStore>;

/** Queries of `markingBulks`: what is done to many works at once; the marks themselves make the events. */
export function createBulkStore(connection: Connection) {
  const Bulks = defineCollection(connection, 'markingBulks', schema);
  return {
    /** @returns false when there is one of this id already. */
    insert({ id, ...bulk }: Bulk): Promise<boolean> {
      return insertOnce(Bulks, { _id: id, ...bulk });
    },

    async find({ courseId }: CourseScope, activityId: string, id: string): Promise<Bulk | null> {
      const found = await Bulks.findOne({ _id: id, courseId, activityId }).lean<BulkDocument>();
      if (!found) return null;
      const { _id, ...rest } = found;
      return { id: _id, ...rest };
    },

    /** Begins to take it back. @returns false when it is not done, or is being taken back already */
    async beginUndo({ courseId, id }: Pick<Bulk, 'courseId' | 'id'>, undoReason: string): Promise<boolean> {
      const result = await Bulks.updateOne(
        { _id: id, courseId, state: 'done' },
        { $set: { state: 'undoing', undoReason, results: [] } },
      );
      return result.modifiedCount === 1;
    },

    /** Keeps how far it is. */
    async note(
      { courseId, id }: Pick<Bulk, 'courseId' | 'id'>,
      state: Bulk['state'],
      results: readonly BulkResult[],
    ): Promise<void> {
      await Bulks.updateOne({ _id: id, courseId }, { $set: { state, results: [...results] } });
    },
  };
}
