import { AUTHORS_MAX } from '../../contracts/discussion-people.ts';
import { DISCUSSION_ANONYMITY } from '../../contracts/limits.ts';
import { mayKnow, type Promised } from '../../core/name-promise.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import type { Participant } from './discussion.domain.ts';
import { authorsView } from './discussion.views.ts';
import { titleFor } from './moderation.domain.ts';
import { isUnanswered } from './modes.domain.ts';
import type { PostStore } from './posts.store.ts';
import { countIn } from './bitmaps.domain.ts';
import { unreadIn } from './shown-posts.service.ts';
import type { ListedThread, ThreadQuery, ThreadStore } from './threads.store.ts';

/** Which threads are listed, and how. */
export interface ListQuery {
  readonly sort: ThreadQuery['sort'];
  /** Of this group alone. */
  readonly groupId: string | undefined;
  readonly tag?: string | undefined;
  /** Who has started them under their name. */
  readonly author?: string | undefined;
  /** Those alone that all of these hold of: unread, mine, followed, unanswered. */
  readonly filter: ReadonlySet<string>;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Under which promises a reader may know that somebody has started a thread: of one's own one knows all. */
export const promisesKnownTo = (authorId: string, who: Participant): readonly Promised[] =>
  DISCUSSION_ANONYMITY.filter((promise) => authorId === who.memberId || mayKnow(promise, who));

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
    (!filter.has('unread') || countIn(unreadIn(thread)) > 0) &&
    (!filter.has('unanswered') || isUnanswered(mode, thread));

/** Threads that are looked at for who has started them. */
const STARTED_MAX = 2000;

export type ListThreadAuthors = ReturnType<typeof createListThreadAuthors>;

/** By whom threads can be filtered: nobody whom the reader may not know, nor the author of what is hidden. */
export const createListThreadAuthors =
  (
    access: Pick<AccessService, 'forReading'>,
    threads: Pick<ThreadStore, 'listStarted'>,
    course: Pick<CourseService, 'findMembers'>,
  ) =>
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
  async (caller: Caller, activityId: string) => {
    const { audience, who } = await access.forReading(caller, activityId);
    const promises = promisesKnownTo('', who);
    const started = await threads.listStarted(caller.scope, activityId, audience, promises, STARTED_MAX);
    const shown = started.filter(
      (thread) => titleFor({ ...thread, hidden: thread.hidden ?? {} }, who) !== '',
    );
    const ids = [...new Set(shown.map(({ authorId }) => authorId))].slice(0, AUTHORS_MAX);
    return authorsView(await course.findMembers(caller.scope, ids));
  };
