import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CarryMoves } from './carry-moves.service.ts';
import type { ModerationService } from './moderation.service.ts';
import type { PostReportsService } from './post-reports.service.ts';
import type { WritePostsService } from './write-posts.service.ts';

const OF_POSTS: ReadonlySet<DomainEvent['type']> = new Set(['post.written', 'post.edited', 'post.deleted']);
const OF_MODERATION: ReadonlySet<DomainEvent['type']> = new Set(['moderation.done', 'moderation.undone']);

interface Followers {
  readonly writing: Pick<WritePostsService, 'follow'>;
  readonly moderation: Pick<ModerationService, 'follow'>;
  readonly reports: Pick<PostReportsService, 'follow' | 'flag'>;
  readonly moves: Pick<CarryMoves, 'mend'>;
}

/** Finishes what a request that was cut off has left undone; it does not matter how often and in which order events come. */
export const createEventFollower =
  (
    { writing, moderation, reports, moves }: Followers,
    depthOf: (scope: CourseScope, activityId: string) => Promise<number>,
    findScope: (courseId: string) => Promise<CourseScope | null>,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const { threadId, n } = event.data;
      const isModeration = OF_MODERATION.has(event.type);
      if (!isModeration && !OF_POSTS.has(event.type)) continue;
      const scope = await findScope(event.courseId);
      if (!scope) continue;
      if (isModeration) {
        await moderation.follow(scope, event);
        await reports.follow(scope, event);
      }
      if (typeof threadId !== 'string' || typeof n !== 'number' || event.data['to'] !== undefined) continue;
      const post = await writing.follow(scope, threadId, n);
      if (!post) continue;
      await reports.flag(scope, post, event);
      await moves.mend(scope, post, { threadId, n }, () => depthOf(scope, post.activityId));
    }
  };
