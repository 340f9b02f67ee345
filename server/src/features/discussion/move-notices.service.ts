import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import type { MoveStore } from './moves.store.ts';
import { announcementOf } from './notice-source.service.ts';
import type { PeopleService } from './people.service.ts';
import type { PostStore } from './posts.store.ts';

interface Ports {
  readonly activities: Pick<ActivityService, 'find'>;
  readonly posts: Pick<PostStore, 'find'>;
  readonly people: Pick<PeopleService, 'listReaders'>;
  readonly store: Pick<MoveStore, 'listAuthors'>;
}

/**
 * Tells who wrote posts that staff have moved them, or moved them back, and where what was moved begins; not who did it.
 *
 * @param beside what else discussions tell
 */
export function createMoveNotices(
  { activities, posts, people, store }: Ports,
  beside: NoticeSource,
): NoticeSource {
  async function tell(
    scope: CourseScope,
    { type, data, actor, at }: DomainEvent,
  ): Promise<NoticeChange | null> {
    const { activityId, threadId, n, act } = data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const [root, activity, authors] = await Promise.all([
      posts.find(scope, threadId, n),
      activities.find(scope, activityId),
      store.listAuthors(scope, String(act)),
    ]);
    if (!root || !activity) return null;
    const others = authors.filter((id) => actor.kind !== 'member' || actor.memberId !== id);
    // Who has left the group does not enter its space any more.
    const readers = await people.listReaders(scope, settingsOf(activity), [root.groupId], others);
    const place = { threadId: root.threadId, n: root.n };
    return {
      type: 'tell',
      announcement: announcementOf(activity, `${type}/${String(act)}`, at),
      recipients: readers.map(({ id }) => ({ memberId: id, content: { kind: 'postsMoved', place } })),
    };
  }

  return {
    ...beside,
    async read(scope, events) {
      const about = events.filter(
        ({ type, data }) =>
          (type === 'moderation.done' || type === 'moderation.undone') && data['to'] !== undefined,
      );
      const told = await Promise.all(about.map((event) => tell(scope, event)));
      return [...(await beside.read(scope, events)), ...told.filter((change) => change !== null)];
    },
  };
}
