import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Pace } from './pace.domain.ts';

/** `_id`: thread/member. */
type PaceDocument = Pace & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<PaceDocument>(
  { _id: required, courseId: required, requestId: required, at: { type: Date, required: true } },
  { versionKey: false, strict: 'throw' },
);

export type PaceStore = ReturnType<typeof createPaceStore>;

/** Queries of `postPaces`: when somebody has last written in a thread of a discussion in slow mode. */
export function createPaceStore(connection: Connection) {
  const Paces = defineCollection(connection, 'postPaces', schema);
  return {
    async find({ courseId }: CourseScope, threadId: string, memberId: string): Promise<Pace | null> {
      const _id = `${threadId}/${memberId}`;
      const found = await Paces.findOne({ _id, courseId }).lean<PaceDocument>();
      return found && { requestId: found.requestId, at: found.at };
    },

    /** Puts another in the place of what somebody saw. @returns false when that was done already */
    async advance(
      { courseId }: CourseScope,
      threadId: string,
      memberId: string,
      from: Pace | null,
      to: Pace,
    ): Promise<boolean> {
      const _id = `${threadId}/${memberId}`;
      if (!from) return insertOnce(Paces, { _id, courseId, ...to });
      const { matchedCount } = await Paces.updateOne(
        { _id, courseId, requestId: from.requestId },
        { $set: { ...to } },
      );
      return matchedCount === 1;
    },
  };
}
