import type { CourseScope } from '../../core/course-scope.ts';
import type { NoticeChange } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { announcementOf, hourOf, type ToldPost } from './notice-source.service.ts';
import type { PeopleService } from './people.service.ts';
import type { ThreadStore } from './threads.store.ts';

/** Followers of one thread who are told by one step. */
const PAGE = 500;

/**
 * The digest of followed threads: each who follows one is told that there is something new in threads of a discussion that
 * they follow, once an hour at most, and reads in the list of threads in which. Neither what was written nor by whom.
 */
export function createFollowNotices(
  threads: Pick<ThreadStore, 'listFollowers'>,
  people: Pick<PeopleService, 'listReaders'>,
) {
  async function followersOf(scope: CourseScope, threadId: string, at: Date): Promise<string[]> {
    const all: string[] = [];
    let page: string[];
    do {
      page = await threads.listFollowers(scope, threadId, at, all.at(-1) ?? null, PAGE);
      all.push(...page);
    } while (page.length === PAGE);
    return all;
  }

  return async (
    scope: CourseScope,
    { event, activity, post, answered }: ToldPost,
  ): Promise<NoticeChange | null> => {
    if (event.type !== 'post.written') return null;
    const following = await followersOf(scope, post.threadId, event.at);
    if (following.length === 0) return null;
    // Who is told of it in another way is not told twice.
    const told = new Set([post.authorId, answered?.authorId, ...post.mentions]);
    const others = following.filter((id) => !told.has(id));
    const readers = await people.listReaders(scope, settingsOf(activity), [post.groupId], others);
    const hour = hourOf(event);
    return {
      type: 'tell',
      announcement: announcementOf(activity, `followed/${activity.id}/${hour.toISOString()}`, hour),
      recipients: readers.map(({ id }) => ({ memberId: id, content: { kind: 'followed' } })),
    };
  };
}
