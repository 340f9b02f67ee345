import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Access } from './access.service.ts';
import { EVERYTHING, type PostPlace } from './discussion.domain.ts';
import type { PostStore } from './posts.store.ts';
import type { OwnThread, ThreadStore } from './threads.store.ts';

/** Finds threads for readers; who comes by a link to what staff have moved learns where it is, if they may read there. */
export function createFindThread(threads: Pick<ThreadStore, 'find'>, posts: Pick<PostStore, 'find'>) {
  /** Where a post of a thread, or what the thread began with, is now; null: there, or nowhere that the caller reads. */
  async function findMoved(
    { scope, member }: Caller,
    { discussion, audience }: Access,
    thread: OwnThread,
  ): Promise<PostPlace | null> {
    const place = thread.moved ?? (await posts.find(scope, thread.id, 1));
    if (!place || place.threadId === thread.id) return null;
    const target = await threads.find(scope, discussion.id, place.threadId, audience, member.id);
    return target?.gone === false ? { threadId: place.threadId, n: place.n } : null;
  }

  /**
   * @param n brings this post along
   * @throws AppError NOT_FOUND, also for one that the caller does not see; POST_MOVED with the place where it is now
   */
  return async (
    caller: Caller,
    opened: Access,
    threadId: string,
    n: number | null = null,
  ): Promise<OwnThread> => {
    const { discussion, audience } = opened;
    const thread = await threads.find(caller.scope, discussion.id, threadId, audience, caller.member.id, n);
    if (!thread) throw new AppError('NOT_FOUND', { kind: 'thread' });
    const place = thread.gone || thread.moved ? await findMoved(caller, opened, thread) : null;
    if (place) throw new AppError('POST_MOVED', { threadId: place.threadId, n: place.n });
    if (thread.gone) throw new AppError('NOT_FOUND', { kind: 'thread' });
    return thread;
  };
}

/** Finds a thread with one of its posts, for who writes; where staff have moved the post, the thread in which it is now. */
export const createFindPost =
  (threads: Pick<ThreadStore, 'find'>) =>
  async ({ scope, member }: Caller, activityId: string, threadId: string, n: number) => {
    const thread = await threads.find(scope, activityId, threadId, EVERYTHING, member.id, n);
    if (!thread?.moved) return thread;
    return threads.find(scope, activityId, thread.moved.threadId, EVERYTHING, member.id, thread.moved.n);
  };
