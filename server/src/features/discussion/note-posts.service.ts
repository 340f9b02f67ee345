import type { CourseScope } from '../../core/course-scope.ts';
import { opennessOf } from '../../core/name-promise.ts';
import { countOf, maskWithout, wordsOf } from './bitmaps.domain.ts';
import { EVERYTHING, type Post, type Thread } from './discussion.domain.ts';
import { answersWithout } from './modes.domain.ts';
import type { ThreadStore } from './threads.store.ts';

export type PostNotes = ReturnType<typeof createPostNotes>;

/** What threads note of their posts, and people of what they have read. */
export function createPostNotes(threads: ThreadStore) {
  /** What is deleted answers nothing. */
  async function forget(scope: CourseScope, thread: Thread, n: number): Promise<void> {
    let current: Thread | null = thread;
    while (current) {
      const left = answersWithout(current, n);
      if (!left || (await threads.change(scope, current, left))) return;
      const { id, activityId, authorId } = current;
      current = await threads.find(scope, activityId, id, EVERYTHING, authorId);
    }
  }

  return {
    /** Brings what a thread notes of a post up to what that is now; it does not matter how often. */
    async note(scope: CourseScope, post: Post): Promise<void> {
      const noted = await threads.note(scope, post, opennessOf(post.promise), maskWithout(post.n));
      if (noted && post.deletedAt) await forget(scope, noted, post.n);
      // A thread of which nothing is left is there no more, unless somebody writes in it just now.
      if (noted && countOf(noted.live) + countOf(noted.hidden) + countOf(noted.held) === 0)
        await threads.leave(scope, post.threadId, noted.lastNumber);
    },

    /** One has read what one has written, and follows what is written to it. */
    async noteOwn(scope: CourseScope, { activityId, threadId, authorId, n, at }: Post): Promise<void> {
      await Promise.all([
        threads.beginRead(scope, threadId, authorId, wordsOf([n])),
        threads.beginFollowing(scope, { activityId, threadId, memberId: authorId }, at),
      ]);
    },
  };
}
