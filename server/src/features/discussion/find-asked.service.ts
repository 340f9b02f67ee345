import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { EVERYTHING, type Post, type PostPlace } from './discussion.domain.ts';
import type { ThreadStore } from './threads.store.ts';

/**
 * Finds the post that staff ask everybody about in a thread of its own, which goes where the post is: what a group has
 * written in its space is shown to no other one.
 */
export const createFindAsked =
  (threads: Pick<ThreadStore, 'find'>) =>
  /** @throws AppError FORBIDDEN for learners, NOT_FOUND, POST_DELETED, POST_HIDDEN */
  async (caller: Caller, activityId: string, { threadId, n }: PostPlace): Promise<Post> => {
    if (!caller.can('discussion.facilitate')) throw new AppError('FORBIDDEN');
    const { scope, member } = caller;
    const thread = await threads.find(scope, activityId, threadId, EVERYTHING, member.id, n);
    const post = thread?.post;
    if (!post) throw new AppError('NOT_FOUND', { kind: 'post' });
    if (post.deletedAt) throw new AppError('POST_DELETED');
    if (post.hide) throw new AppError('POST_HIDDEN');
    return post;
  };
