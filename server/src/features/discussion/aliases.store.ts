import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';

interface AliasDocument {
  /** activity/member */
  _id: string;
  courseId: string;
  activityId: string;
  alias: number;
}

const required = { type: String, required: true };
const schema = new Schema<AliasDocument>(
  { _id: required, courseId: required, activityId: required, alias: { type: Number, required: true } },
  { versionKey: false, strict: 'throw' },
)
  // No two people are called the same.
  .index({ courseId: 1, activityId: 1, alias: 1 }, { unique: true });

export type AliasStore = ReturnType<typeof createAliasStore>;

/** Queries of `discussionAliases`: what people are called in a discussion where their names are not to be known. */
export function createAliasStore(connection: Connection) {
  const Aliases = defineCollection(connection, 'discussionAliases', schema);
  return {
    async find({ courseId }: CourseScope, activityId: string, memberId: string): Promise<number | null> {
      const found = await Aliases.findOne({
        _id: `${activityId}/${memberId}`,
        courseId,
      }).lean<AliasDocument>();
      return found?.alias ?? null;
    },

    /** @returns false when they have one already, or when somebody else is called that. */
    take({ courseId }: CourseScope, activityId: string, memberId: string, alias: number): Promise<boolean> {
      return insertOnce(Aliases, { _id: `${activityId}/${memberId}`, courseId, activityId, alias });
    },
  };
}
