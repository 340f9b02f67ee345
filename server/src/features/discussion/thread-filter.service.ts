import type { Caller } from '../../platform/http/ports.ts';
import { isUnanswered } from './modes.domain.ts';
import type { PostStore } from './posts.store.ts';
import { unreadIn } from './shown-posts.service.ts';
import type { ListedThread, ThreadQuery, ThreadStore } from './threads.store.ts';

/** Which threads are listed, and how. */
export interface ListQuery {
  readonly sort: ThreadQuery['sort'];
  /** Of this group alone. */
  readonly groupId: string | undefined;
  /** Those alone that all of these hold of: unread, mine, followed, unanswered. */
  readonly filter: ReadonlySet<string>;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Finds the threads in which one has written or that one follows, or both; null: all. */
export const createThreadFilter =
  (posts: Pick<PostStore, 'listThreadsOf'>, threads: Pick<ThreadStore, 'listFollowed'>) =>
  async ({ scope, member }: Caller, activityId: string, filter: ReadonlySet<string>) => {
    const [mine, followed] = await Promise.all([
      filter.has('mine') ? posts.listThreadsOf(scope, activityId, member.id) : null,
      filter.has('followed') ? threads.listFollowed(scope, activityId, member.id) : null,
    ]);
    return mine && followed ? mine.filter((id) => followed.includes(id)) : (mine ?? followed);
  };

/** Tells of a thread that was looked at whether it is one of those that are asked for. */
export const wantedBy =
  (filter: ReadonlySet<string>, mode: Parameters<typeof isUnanswered>[0]) =>
  (thread: ListedThread): boolean =>
    (!filter.has('unread') || unreadIn(thread) > 0) &&
    (!filter.has('unanswered') || isUnanswered(mode, thread));
