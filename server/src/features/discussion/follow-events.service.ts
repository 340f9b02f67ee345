import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { WritePostsService } from './write-posts.service.ts';

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set(['post.written', 'post.deleted']);

/** Finishes what a request that was cut off has left undone; it does not matter how often and in which order events come. */
export const createEventFollower =
  (
    writing: Pick<WritePostsService, 'follow'>,
    findScope: (courseId: string) => Promise<CourseScope | null>,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, courseId, data } of events) {
      const { threadId, n } = data;
      if (!FOLLOWED.has(type) || typeof threadId !== 'string' || typeof n !== 'number') continue;
      const scope = await findScope(courseId);
      if (scope) await writing.follow(scope, threadId, n);
    }
  };
