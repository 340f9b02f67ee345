import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { hasMentions } from './mentions.domain.ts';
import type { PeopleService } from './people.service.ts';
import type { PostStore } from './posts.store.ts';

/**
 * Tells people that a post mentions them, each once per post, also where it was changed later: neither what it says nor
 * by whom. Where one posts first, not even in which thread.
 */
export function createMentionNotices(
  activities: Pick<ActivityService, 'find'>,
  posts: Pick<PostStore, 'find'>,
  people: Pick<PeopleService, 'listReaders'>,
) {
  return async (scope: CourseScope, { type, data, at }: DomainEvent): Promise<NoticeChange | null> => {
    if (type !== 'post.written' && type !== 'post.edited') return null;
    const { activityId, threadId, n } = data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const post = await posts.find(scope, threadId, n);
    const ids =
      post && !post.deletedAt && post.hide === null ? post.mentions.filter((id) => id !== post.authorId) : [];
    const activity = ids.length > 0 ? await activities.find(scope, activityId) : null;
    if (!post || !activity) return null;
    const settings = settingsOf(activity);
    if (!hasMentions(settings)) return null;
    // A post goes into the space of one group, also where it is written for several at once.
    const readers = await people.listReaders(scope, settings, [post.groupId], ids);
    const place = settings.mode === 'postFirst' ? null : { threadId, n };
    return {
      type: 'tell',
      announcement: {
        key: `mentioned/${threadId}/${n}`,
        activityId,
        title: activity.title,
        task: null,
        at,
        until: null,
      },
      recipients: readers.map(({ id }) => ({ memberId: id, content: { kind: 'mentioned', place } })),
    };
  };
}
