import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { KeptCounts } from './counts.domain.ts';

/** `_id`: course/part. */
interface CountsDocument extends KeptCounts {
  _id: string;
  courseId: string;
}

const schema = new Schema<CountsDocument>(
  {
    _id: { type: String, required: true },
    courseId: { type: String, required: true },
    part: { type: Number, required: true },
    groups: { type: [Schema.Types.Mixed] as never, required: true },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, part: 1 });

export type CountsStore = ReturnType<typeof createCountsStore>;

/** Queries of `waitingCounts`: how many matters of each kind wait for staff, in at most `PARTS` documents a course. */
export function createCountsStore(connection: Connection) {
  const Counts = defineCollection(connection, 'waitingCounts', schema);

  return {
    /** Of some parts, or of all. */
    async list({ courseId }: CourseScope, parts?: readonly number[]): Promise<KeptCounts[]> {
      const found = await Counts.find({ courseId, ...(parts && { part: { $in: [...parts] } }) }).lean<
        CountsDocument[]
      >();
      return found.map(({ part, groups, revision }) => ({ part, groups, revision }));
    },

    /** Stores what follows on the revision before. @returns false when somebody else was faster. */
    async save({ courseId }: CourseScope, { part, groups, revision }: KeptCounts): Promise<boolean> {
      const _id = `${courseId}/${part}`;
      if (revision === 1) return insertOnce(Counts, { _id, courseId, part, groups, revision });
      const saved = await Counts.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { groups, revision } },
      );
      return saved.matchedCount === 1;
    },
  };
}
