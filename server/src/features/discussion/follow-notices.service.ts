import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import type { PeopleService } from './people.service.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

const HOUR_MS = 3_600_000;
/** Followers of one thread who are told by one step. */
const PAGE = 500;

/**
 * The digest of followed threads: each who follows one is told that there is something new in threads of a discussion that
 * they follow, once an hour at most, and reads in the list of threads in which. Neither what was written nor by whom.
 */
export function createFollowNotices(
  activities: Pick<ActivityService, 'find'>,
  posts: Pick<PostStore, 'find'>,
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

  return async (scope: CourseScope, { type, data, at }: DomainEvent): Promise<NoticeChange | null> => {
    if (type !== 'post.written') return null;
    const { activityId, threadId, n } = data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const [post, following] = await Promise.all([
      posts.find(scope, threadId, n),
      followersOf(scope, threadId, at),
    ]);
    if (!post || post.deletedAt || post.hide || following.length === 0) return null;
    const [answered, activity] = await Promise.all([
      post.replyTo === null ? null : posts.find(scope, threadId, post.replyTo),
      activities.find(scope, activityId),
    ]);
    if (!activity) return null;
    // Who is told of it in another way is not told twice.
    const told = new Set([post.authorId, answered?.authorId, ...post.mentions]);
    const others = following.filter((id) => !told.has(id));
    const readers = await people.listReaders(scope, settingsOf(activity), [post.groupId], others);
    // To the hour: people who sit side by side would know each other by the minute.
    const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
    return {
      type: 'tell',
      announcement: {
        key: `followed/${activityId}/${hour.toISOString()}`,
        activityId,
        title: activity.title,
        task: null,
        at: hour,
        until: null,
      },
      recipients: readers.map(({ id }) => ({ memberId: id, content: { kind: 'followed' } })),
    };
  };
}
