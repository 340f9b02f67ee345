import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { isAboutPost } from './moderation.domain.ts';
import { announcementOf } from './notice-source.service.ts';
import type { PeopleService } from './people.service.ts';
import type { PostStore } from './posts.store.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'find'>;
  readonly posts: Pick<PostStore, 'find'>;
  readonly people: Pick<PeopleService, 'listReaders'>;
}

/**
 * Tells who wrote a post that staff have hidden or refused it, and why, that it is shown again or approved; not who did it. Of what was
 * taken back before it could be told, they learn only that the post is shown.
 *
 * @param beside what else discussions tell
 */
export function createHideNotices({ activities, posts, people }: Ports, beside: NoticeSource): NoticeSource {
  async function tell(
    scope: CourseScope,
    { type, data, actor, at }: DomainEvent,
  ): Promise<NoticeChange | null> {
    const { activityId, threadId, n, act, kind } = data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const [post, activity] = await Promise.all([
      posts.find(scope, threadId, n),
      activities.find(scope, activityId),
    ]);
    if (!post || post.deletedAt || !activity) return null;
    const { authorId, groupId, hide } = post;
    if (actor.kind === 'member' && actor.memberId === authorId) return null;
    const isApproval = kind === 'approve';
    if (type === 'moderation.done' && (isApproval ? hide !== null : hide?.act !== act)) return null;
    // Taken back: its author sees that it waits once more.
    if (hide?.waits) return null;
    // Who has left the group does not enter its space any more.
    const readers = await people.listReaders(scope, settingsOf(activity), [groupId], [authorId]);
    const place = readers.length > 0 ? { threadId, n } : null;
    return {
      type: 'tell',
      announcement: announcementOf(activity, `${type}/${String(act)}`, at),
      recipients: [
        {
          memberId: authorId,
          content: hide
            ? { kind: post.unapproved ? 'postRefused' : 'postHidden', place, reason: hide.reason }
            : { kind: type === 'moderation.done' && isApproval ? 'postApproved' : 'postShown', place },
        },
      ],
    };
  }

  return {
    ...beside,
    async read(scope, events) {
      const about = events.filter(
        ({ type, data }) =>
          (type === 'moderation.done' || type === 'moderation.undone') && isAboutPost(data['kind']),
      );
      const told = await Promise.all(about.map((event) => tell(scope, event)));
      return [...(await beside.read(scope, events)), ...told.filter((change) => change !== null)];
    },
  };
}
