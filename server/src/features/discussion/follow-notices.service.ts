import type { CourseScope } from '../../core/course-scope.ts';
import { isStaff } from '../../core/roles.ts';
import type { Activity } from '../activity/index.ts';
import type { Member } from '../course/index.ts';
import type { NoticeChange } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { announcementOf, hourOf, type ToldPost } from './notice-source.service.ts';
import type { PeopleService } from './people.service.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

type Reader = Pick<Member, 'id' | 'role'>;

/** Followers of one thread who are told by one step. */
const PAGE = 500;

/**
 * The digest of followed threads: each who follows one is told that there is something new in threads of a discussion that
 * they follow, once an hour at most, and reads in the list of threads in which. Neither what was written nor by whom.
 */
export function createFollowNotices(
  threads: Pick<ThreadStore, 'listFollowers'>,
  people: Pick<PeopleService, 'listReaders'>,
  posts: Pick<PostStore, 'countByAuthor'>,
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

  /** Where one writes first, whoever has not is told nothing of others: also who followed before that was so. */
  async function mayHear(scope: CourseScope, activity: Activity) {
    if (settingsOf(activity).mode !== 'postFirst') return () => true;
    const written = await posts.countByAuthor(scope, activity.id);
    return ({ id, role }: Reader) => isStaff(role) || written.has(id);
  }

  return async (
    scope: CourseScope,
    { event, isNew, activity, post, answered }: ToldPost,
  ): Promise<NoticeChange | null> => {
    if (!isNew) return null;
    const following = await followersOf(scope, post.threadId, event.at);
    if (following.length === 0) return null;
    // Who is told of it in another way is not told twice.
    const told = new Set([post.authorId, answered?.authorId, ...post.mentions]);
    const others = following.filter((id) => !told.has(id));
    const readers = await people.listReaders(scope, settingsOf(activity), [post.groupId], others);
    const hears = await mayHear(scope, activity);
    const hour = hourOf(event);
    return {
      type: 'tell',
      announcement: announcementOf(activity, `followed/${activity.id}/${hour.toISOString()}`, hour),
      recipients: readers.filter(hears).map(({ id }) => ({ memberId: id, content: { kind: 'followed' } })),
    };
  };
}
