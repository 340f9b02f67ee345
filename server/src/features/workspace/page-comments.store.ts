import { type Connection, Schema } from 'mongoose';
import { PAGE_REPLIES_MAX } from '../../contracts/page-limits.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';

interface Said {
  readonly by: string;
  readonly at: Date;
}

interface Words extends Said {
  /** Null: whoever said it took it back. */
  readonly text: string | null;
  /** Absent or null: it reads as it was first said. */
  readonly changedAt?: Date | null;
}

interface Reply extends Words {
  readonly replyId: string;
}

/** A comment on a passage of a page, with what was replied. */
export interface PageComment extends Words {
  readonly commentId: string;
  readonly pageId: string;
  readonly passage: { readonly from: string; readonly to: string; readonly quote: string };
  readonly replies: readonly Reply[];
  /** Null: it is open. */
  readonly resolved: Said | null;
}

type CommentDocument = Omit<PageComment, 'commentId'> & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<CommentDocument>(
  {
    _id: required,
    courseId: required,
    pageId: required,
    passage: { type: Schema.Types.Mixed, required: true } as never,
    by: required,
    at: { type: Date, required: true },
    text: { type: String, default: null },
    changedAt: { type: Date, default: null },
    replies: { type: [Schema.Types.Mixed], required: true } as never,
    resolved: { type: Schema.Types.Mixed, default: null } as never,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, pageId: 1, at: 1 });

const toComment = ({ _id, courseId, ...rest }: CommentDocument): PageComment => ({ commentId: _id, ...rest });

export type PageCommentStore = ReturnType<typeof createPageCommentStore>;

/** Queries of `pageComments`. */
export function createPageCommentStore(connection: Connection) {
  const Comments = defineCollection(connection, 'pageComments', schema);
  return {
    /** The oldest first; there are never many. */
    async listOf({ courseId }: CourseScope, pageId: string): Promise<PageComment[]> {
      const found = await Comments.find({ courseId, pageId }).sort({ at: 1 }).lean<CommentDocument[]>();
      return found.map(toComment);
    },

    /** Who has said something on some pages, and when; without what. */
    async listTraces({ courseId }: CourseScope, pageIds: readonly string[]) {
      const found = await Comments.find(
        { courseId, pageId: { $in: pageIds } },
        { pageId: 1, by: 1, at: 1, 'replies.by': 1, 'replies.at': 1 },
      ).lean<(Pick<PageComment, 'pageId' | 'by' | 'at'> & { readonly replies: readonly Said[] })[]>();
      return found.flatMap(({ pageId, by, at, replies }) => [
        { pageId, by, at },
        ...replies.map((reply) => ({ pageId, by: reply.by, at: reply.at })),
      ]);
    },

    async find({ courseId }: CourseScope, pageId: string, commentId: string): Promise<PageComment | null> {
      const found = await Comments.findOne({ _id: commentId, courseId, pageId }).lean<CommentDocument>();
      return found && toComment(found);
    },

    /** @returns false when there is one of this id */
    add: ({ courseId }: CourseScope, { commentId, ...comment }: PageComment): Promise<boolean> =>
      insertOnce(Comments, { _id: commentId, courseId, ...comment }),

    /** @returns false when it is there, or there are too many */
    async reply({ courseId }: CourseScope, commentId: string, reply: Reply): Promise<boolean> {
      const { modifiedCount } = await Comments.updateOne(
        {
          _id: commentId,
          courseId,
          'replies.replyId': { $ne: reply.replyId },
          [`replies.${PAGE_REPLIES_MAX - 1}`]: { $exists: false },
        },
        { $push: { replies: reply } },
      );
      return modifiedCount > 0;
    },

    /** @param index of the reply, or null for the comment itself; replies keep their places */
    async setText(
      { courseId }: CourseScope,
      commentId: string,
      index: number | null,
      { text, changedAt }: { readonly text: string | null; readonly changedAt: Date },
    ): Promise<void> {
      const at = index === null ? '' : `replies.${index}.`;
      await Comments.updateOne(
        { _id: commentId, courseId },
        { $set: { [`${at}text`]: text, [`${at}changedAt`]: changedAt } },
      );
    },

    /** Whoever says so first is named. */
    async setResolved({ courseId }: CourseScope, commentId: string, resolved: Said | null): Promise<void> {
      const isOther = resolved === null ? {} : { resolved: null };
      await Comments.updateOne({ _id: commentId, courseId, ...isOther }, { $set: { resolved } });
    },
  };
}
