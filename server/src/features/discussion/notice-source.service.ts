import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { NoticeChange, NoticeSource } from '../notices/index.ts';
import type { Post } from './discussion.domain.ts';
import type { PostStore } from './posts.store.ts';

const HOUR_MS = 3_600_000;

/** A post that was written or changed, and can still be read. */
export interface ToldPost {
  readonly event: DomainEvent;
  /** Whether others can read it for the first time. */
  readonly isNew: boolean;
  readonly activity: Activity;
  readonly post: Post;
  /** The one that it answers. */
  readonly answered: Post | null;
}

/** Whom a post concerns, and how; null: nobody. */
type Tell = (scope: CourseScope, told: ToldPost) => Promise<NoticeChange | null> | NoticeChange | null;

/** To the hour: people who sit side by side would know each other by the minute. */
export const hourOf = ({ at }: DomainEvent): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

/** Nothing is to be done, and nothing of what a post says is told, which is read in its place. */
export const announcementOf = ({ id, title }: Activity, key: string, at: Date) =>
  ({ key, activityId: id, title, task: null, at, until: null }) as const;

/**
 * Tells who wrote a post that it has a reply, not by whom, since names may be hidden. Once per post and hour: a lively
 * thread is no reason for a heap of mail.
 */
function tellAnswered(
  _scope: CourseScope,
  { event, isNew, activity, post, answered }: ToldPost,
): NoticeChange | null {
  if (!isNew || !answered || answered.deletedAt || answered.hide) return null;
  if (answered.authorId === post.authorId) return null;
  const hour = hourOf(event);
  const key = `postReply/${post.threadId}/${answered.n}/${hour.toISOString()}`;
  return {
    type: 'tell',
    announcement: announcementOf(activity, key, hour),
    recipients: [{ memberId: answered.authorId, content: { kind: 'postReply' } }],
  };
}

/** Whether an event brings something to read: what waits until staff approve it is told of once they have. */
const isTelling = ({ type, data }: DomainEvent): boolean =>
  type === 'moderation.done'
    ? data['kind'] === 'approve'
    : (type === 'post.written' || type === 'post.edited') && data['waits'] !== true;

/** What posts mean for people: each post is read once for all who tell of it. */
export function createPostNotices(
  activities: Pick<ActivityService, 'find'>,
  posts: Pick<PostStore, 'find'>,
  others: readonly Tell[],
): NoticeSource {
  async function findTold(scope: CourseScope, event: DomainEvent): Promise<ToldPost | null> {
    const { activityId, threadId, n } = event.data;
    if (typeof activityId !== 'string' || typeof threadId !== 'string' || typeof n !== 'number') return null;
    const [post, activity] = await Promise.all([
      posts.find(scope, threadId, n),
      activities.find(scope, activityId),
    ]);
    if (!post || post.deletedAt || post.hide || !activity) return null;
    const answered = post.replyTo === null ? null : await posts.find(scope, threadId, post.replyTo);
    const isNew = event.type === 'post.written' || event.data['unapproved'] === true;
    return { event, isNew, activity, post, answered };
  }

  return {
    name: 'discussion',
    async read(scope, events) {
      const about = events.filter(isTelling);
      const told = await Promise.all(about.map((event) => findTold(scope, event)));
      const there = told.filter((one) => one !== null);
      const changes = await Promise.all(
        [tellAnswered, ...others].flatMap((tell) => there.map(async (one) => tell(scope, one))),
      );
      return changes.filter((change) => change !== null);
    },
  };
}
