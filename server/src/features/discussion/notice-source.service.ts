import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import type { PostStore } from './posts.store.ts';

const HOUR_MS = 3_600_000;

/**
 * Tells who wrote a post that it has a reply: nothing of what it says, which is read in its place, nor by whom, since
 * names may be hidden. Once per post and hour: a lively thread is no reason for a heap of mail.
 */
export function createReplyNotices(
  activities: Pick<ActivityService, 'find'>,
  posts: Pick<PostStore, 'find'>,
  /** What else posts mean for people. */
  others: readonly ((scope: CourseScope, event: DomainEvent) => Promise<NoticeChange | null>)[],
): NoticeSource {
  /** The post that another one answers, if somebody else wrote it; null when there is nothing to tell. */
  async function findAnswered(scope: CourseScope, threadId: string, n: number) {
    const reply = await posts.find(scope, threadId, n);
    if (!reply || reply.replyTo === null || reply.deletedAt || reply.hide) return null;
    const answered = await posts.find(scope, threadId, reply.replyTo);
    if (!answered || answered.deletedAt || answered.hide) return null;
    return answered.authorId !== reply.authorId ? answered : null;
  }

  async function changeOf(scope: CourseScope, { data, at }: DomainEvent): Promise<NoticeChange | null> {
    const { activityId, threadId, n } = data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const answered = await findAnswered(scope, threadId, n);
    const activity = answered && (await activities.find(scope, activityId));
    if (!answered || !activity) return null;
    // To the hour: people who sit side by side would know each other by the minute.
    const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
    const key = `postReply/${threadId}/${answered.n}/${hour.toISOString()}`;
    return {
      type: 'tell',
      announcement: { key, activityId, title: activity.title, task: null, at: hour, until: null },
      recipients: [{ memberId: answered.authorId, content: { kind: 'postReply' } }],
    };
  }

  return {
    name: 'discussion',
    async read(scope, events) {
      const written = events.filter(({ type }) => type === 'post.written');
      const changes = await Promise.all([
        ...written.map((event) => changeOf(scope, event)),
        ...others.flatMap((tell) => events.map((event) => tell(scope, event))),
      ]);
      return changes.filter((change) => change !== null);
    },
  };
}
