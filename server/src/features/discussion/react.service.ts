import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { mayWrite, mayWriteIn, type Post } from './discussion.domain.ts';
import type { PostStore } from './posts.store.ts';
import type { Reaction } from './reactions.domain.ts';
import type { ReactionStore } from './reactions.store.ts';
import type { ThreadStore } from './threads.store.ts';

interface Place {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
}

/** More rounds than people react to one post at the same moment. */
const ROUNDS = 50;

export type ReactService = ReturnType<typeof createReactService>;

/** Reactions to posts (spec/discussion.md, 4). */
export function createReactService(
  access: AccessService,
  threads: Pick<ThreadStore, 'find' | 'setVotes'>,
  posts: Pick<PostStore, 'setReactions'>,
  reactions: ReactionStore,
  clock: Clock,
) {
  /**
   * Brings the counts up to what is given. Whoever writes a count looks again afterwards: so the last one to write it has
   * seen that it is right.
   */
  async function recount(
    { scope }: Caller,
    { id: postId, threadId, n }: Post,
    kind: Reaction,
  ): Promise<number> {
    let count = await reactions.count(scope, postId, kind);
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all([
        posts.setReactions(scope, postId, kind, count),
        n === 1 && kind === 'upvote' && threads.setVotes(scope, threadId, count),
      ]);
      const now = await reactions.count(scope, postId, kind);
      if (now === count) break;
      count = now;
    }
    return count;
  }

  return {
    /** @throws AppError FORBIDDEN for one's own post, DISCUSSION_CLOSED, THREAD_LOCKED, POST_HIDDEN, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async react(caller: Caller, place: Place, kind: Reaction, on: boolean) {
      const { scope, member } = caller;
      const { activityId, threadId, n } = place;
      const { discussion, who, audience } = await access.forReading(caller, activityId);
      const thread = await threads.find(scope, activityId, threadId, audience, member.id, n);
      const post = thread?.post;
      if (!thread || thread.gone || !post || post.deletedAt)
        throw new AppError('NOT_FOUND', { kind: 'post' });
      if (post.hide) throw new AppError('POST_HIDDEN');
      if (post.authorId === member.id) throw new AppError('FORBIDDEN');
      const now = clock.now();
      if (!mayWrite(discussion, who, now)) throw new AppError('DISCUSSION_CLOSED');
      if (!mayWriteIn(discussion, who, thread, now)) throw new AppError('THREAD_LOCKED');
      await reactions.set(scope, post.id, member.id, kind, on);
      return { count: await recount(caller, post, kind), isOwn: on };
    },
  };
}
