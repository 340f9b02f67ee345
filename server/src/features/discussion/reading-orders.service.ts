import type { CourseScope } from '../../core/course-scope.ts';
import type { Thread } from './discussion.domain.ts';
import type { PostStore } from './posts.store.ts';
import { NO_ORDER, orderWith, type ReadingOrder } from './reading-order.domain.ts';

/** Posts of all threads whose order is kept: about 60 bytes each. */
const KEPT_POSTS = 300_000;

/**
 * In which order the posts of long threads are read, kept as long as it is asked for: which of thousands of unread posts
 * comes next no index of the database can tell, since that is another for each person.
 */
export function createReadingOrders(posts: Pick<PostStore, 'listPlaces'>) {
  /** The one asked for last comes last. */
  const kept = new Map<string, { readonly order: Promise<ReadingOrder>; readonly size: number }>();

  function keep(key: string, order: Promise<ReadingOrder>, size: number): void {
    kept.delete(key);
    kept.set(key, { order, size });
    let total = [...kept.values()].reduce((sum, one) => sum + one.size, 0);
    for (const [oldest, one] of kept) {
      if (total <= KEPT_POSTS || oldest === key) break;
      total -= one.size;
      kept.delete(oldest);
    }
  }

  async function grow(scope: CourseScope, threadId: string, before: ReadingOrder): Promise<ReadingOrder> {
    return orderWith(before, await posts.listPlaces(scope, threadId, before.last));
  }

  /** With all posts up to a number: one round trip at most. */
  return async (
    scope: CourseScope,
    { id: threadId, lastNumber: last, arranged }: Pick<Thread, 'id' | 'lastNumber' | 'arranged'>,
  ): Promise<ReadingOrder> => {
    // Once staff have moved posts it is another order.
    const key = `${scope.courseId}/${threadId}/${arranged}`;
    const before = await kept.get(key)?.order;
    if (before && before.last >= last) return before;
    const grown = grow(scope, threadId, before ?? NO_ORDER);
    keep(key, grown, last);
    try {
      return await grown;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}
