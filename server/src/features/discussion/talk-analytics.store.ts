import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Post } from './discussion.domain.ts';
import { answeredIdOf, type PostDocument } from './post-documents.store.ts';

/** A post without what it says; older ones have not had their words counted. */
export type CountedPost = Pick<Post, 'id' | 'groupId' | 'authorId' | 'promise' | 'at'> & {
  /** The id of what it was written in answer to. */
  readonly answers: string | null;
  readonly words: number | null;
};

type Row = Omit<CountedPost, 'id' | 'answers' | 'words'> &
  Pick<Post, 'threadId' | 'replyTo'> & { _id: string; answeredId?: string; words?: number };

/** More than a discussion has. */
const POSTS_MAX = 2_000_000;

export type TalkAnalyticsStore = ReturnType<typeof createTalkAnalyticsStore>;

/** Queries of `posts` for figures of a whole discussion. */
export function createTalkAnalyticsStore(connection: Connection) {
  const posts = () => connection.model<PostDocument>('posts');
  return {
    /** The posts that are there for everybody, in the space of one group or in all. */
    async listCounted({ courseId }: CourseScope, activityId: string, groupId: string | null) {
      const rows = await posts()
        .find(
          { courseId, activityId, deletedAt: null, hide: null, ...(groupId !== null && { groupId }) },
          { threadId: 1, groupId: 1, authorId: 1, promise: 1, replyTo: 1, answeredId: 1, at: 1, words: 1 },
        )
        .batchSize(POSTS_MAX)
        .lean<Row[]>();
      return rows.map(
        ({ _id, threadId, replyTo, answeredId = null, words = null, ...post }): CountedPost => ({
          id: _id,
          ...post,
          answers: answeredIdOf({ threadId, replyTo, answeredId }),
          words,
        }),
      );
    },

    /** What some posts say. */
    listTexts({ courseId }: CourseScope, ids: readonly string[]) {
      return posts()
        .find({ _id: { $in: ids }, courseId }, { text: 1 })
        .lean<{ _id: string; text: Post['text'] }[]>();
    },
  };
}
