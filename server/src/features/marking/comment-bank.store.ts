import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { BankComment } from './comment-bank.domain.ts';

interface CommentDocument {
  _id: string;
  courseId: string;
  /** Whose bank it is in: a member's id, or empty for the one that is shared. */
  bank: string;
  by: string;
  text: string;
}

const required = { type: String, required: true };
const schema = new Schema<CommentDocument>(
  { _id: required, courseId: required, bank: { type: String, default: '' }, by: required, text: required },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, bank: 1, text: 1, _id: 1 });

const SHARED = '';

export type CommentBankStore = ReturnType<typeof createCommentBankStore>;

/** Queries of `bankComments`: comments that staff use again. */
export function createCommentBankStore(connection: Connection) {
  const Comments = defineCollection(connection, 'bankComments', schema);

  return {
    /** What one of the staff sees, at most `limit`. */
    async list(scope: CourseScope, memberId: string, limit: number): Promise<BankComment[]> {
      const found = await Comments.find({
        courseId: scope.courseId,
        bank: { $in: [SHARED, memberId] },
      })
        .sort({ text: 1, _id: 1 })
        .limit(limit)
        .lean<CommentDocument[]>();
      return found.map(({ _id: id, by, bank, text }) => ({ id, by, isShared: bank === SHARED, text }));
    },

    /** @returns false when there is one of this id already. */
    add(scope: CourseScope, { id, by, isShared, text }: BankComment): Promise<boolean> {
      return insertOnce(Comments, {
        _id: id,
        courseId: scope.courseId,
        bank: isShared ? SHARED : by,
        by,
        text,
      });
    },

    async remove(scope: CourseScope, id: string): Promise<void> {
      await Comments.deleteOne({ _id: id, courseId: scope.courseId });
    },
  };
}
