import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Statement } from './contributions.domain.ts';

/** `_id`: activity/group/n/member. */
type StatementDocument = Statement & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<StatementDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    n: number,
    memberId: required,
    text: { type: String, default: '' },
    revision: number,
    savedAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1, n: 1 });

export type StatementStore = ReturnType<typeof createStatementStore>;

/** Queries of `contributionStatements`. */
export function createStatementStore(connection: Connection) {
  const Statements = defineCollection(connection, 'contributionStatements', schema);
  return {
    /** Of everybody who has said something of a milestone of a group; there is one of each. */
    listOf: (
      { courseId }: CourseScope,
      { activityId, groupId, n }: Pick<Statement, 'activityId' | 'groupId' | 'n'>,
    ): Promise<Statement[]> =>
      Statements.find({ courseId, activityId, groupId, n }).lean<StatementDocument[]>(),

    /** Puts a statement over the one before it. @returns false when it was saved meanwhile */
    async save({ courseId }: CourseScope, statement: Statement): Promise<boolean> {
      const { activityId, groupId, n, memberId, text, revision, savedAt } = statement;
      const _id = `${activityId}/${groupId}/${n}/${memberId}`;
      if (revision === 1) return insertOnce(Statements, { _id, courseId, ...statement });
      const { matchedCount } = await Statements.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { text, revision, savedAt } },
      );
      return matchedCount > 0;
    },
  };
}
