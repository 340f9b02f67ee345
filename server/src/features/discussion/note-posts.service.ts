import type { CourseScope } from '../../core/course-scope.ts';
import { countOf, maskWithout, wordsOf } from './bitmaps.domain.ts';
import type { Post } from './discussion.domain.ts';
import type { ThreadStore } from './threads.store.ts';

export type PostNotes = ReturnType<typeof createPostNotes>;

/** What threads note of their posts, and people of what they have read. */
export const createPostNotes = (threads: ThreadStore) => ({
  /** Brings what a thread notes of a post up to what that is now; it does not matter how often. */
  async note(scope: CourseScope, post: Post): Promise<void> {
    const noted = await threads.note(scope, post, maskWithout(post.n));
    // A thread of which nothing is left is there no more, unless somebody writes in it just now.
    if (noted && countOf(noted.live) === 0) await threads.leave(scope, post.threadId, noted.lastNumber);
  },

  /** One has read what one has written. */
  noteOwn: (scope: CourseScope, { threadId, authorId, n }: Post): Promise<void> =>
    threads.beginRead(scope, threadId, authorId, wordsOf([n])),
});
