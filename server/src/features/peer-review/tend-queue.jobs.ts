import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import { lateJob } from './peer-review.jobs.ts';
import type { TendQueueService } from './tend-queue.service.ts';

const TEND = 'peer-review.tend';
/** Members change by the hundred when a roster is read: one look at the end of it is enough. */
const GATHER_MS = 5_000;
/** What is kept until a moment is kept up to that very moment. */
const AFTER_MS = 1_000;

type FindScope = (courseId: string) => Promise<CourseScope | null>;

export function defineTendJob(jobs: Jobs, tending: TendQueueService, findScope: FindScope): void {
  jobs.define(TEND, async ({ courseId, activityId }) => {
    const scope = await findScope(String(courseId));
    const next = scope && (await tending.tend(scope, String(activityId)));
    return next ? { type: 'again', at: new Date(next.getTime() + AFTER_MS) } : DONE;
  });
}

/** Of a review that staff took away, the reviewer has another already; others are looked at with the next change. */
const isNamedByStaff = ({ type, data }: DomainEvent): boolean =>
  type === 'reviewExclusion.changed' && data['source'] === 'staff';

/** After these the whole queue may be different. */
const ABOUT_ALL: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.changed',
  'activity.published',
  'activity.reopened',
  'allocation.rolling',
]);

/** After these others may be in a group that reviews together. */
const ABOUT_GROUPS: ReadonlySet<DomainEvent['type']> = new Set([
  'member.changed',
  'membership.opened',
  'membership.closed',
  'groups.imported',
  'group.chosen',
]);

/** Has the queues of works follow what happens: works and reviews at once, all else by a job for each activity. */
export function createTendConsumer(
  jobs: Jobs,
  tending: TendQueueService,
  listActivities: (scope: CourseScope) => Promise<string[]>,
  clock: Clock,
  findScope: FindScope,
) {
  const enqueue = (courseId: string, activityId: string, dueAt: Date): Promise<void> =>
    jobs.enqueue({ type: TEND, key: activityId, payload: { courseId, activityId }, dueAt });
  const text = ({ data }: DomainEvent, key: string): string => String(data[key]);

  async function follow(scope: CourseScope, event: DomainEvent): Promise<void> {
    switch (event.type) {
      case 'submission.handedIn':
        return tending.workCame(scope, text(event, 'activityId'), text(event, 'authorId'));
      case 'review.submitted':
        return tending.reviewCame(
          scope,
          text(event, 'activityId'),
          text(event, 'authorId'),
          text(event, 'reviewerId'),
        );
      case 'review.taken': {
        const heldUntil = Date.parse(text(event, 'heldUntil'));
        return enqueue(scope.courseId, text(event, 'activityId'), new Date(heldUntil + AFTER_MS));
      }
      // Staff have taken a review away that a reviewer had a problem with.
      case 'allocation.added':
        return enqueue(scope.courseId, text(event, 'activityId'), clock.now());
      default:
        if (ABOUT_ALL.has(event.type)) await enqueue(scope.courseId, event.subject.id, clock.now());
    }
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const courseId of new Set(events.map((event) => event.courseId))) {
      const scope = await findScope(courseId);
      if (!scope) continue;
      const ofCourse = events.filter((event) => event.courseId === courseId);
      for (const event of ofCourse) await follow(scope, event);
      const isApartChanged = ofCourse.some(isNamedByStaff);
      if (!isApartChanged && !ofCourse.some(({ type }) => ABOUT_GROUPS.has(type))) continue;
      const dueAt = new Date(clock.now().getTime() + (isApartChanged ? 0 : GATHER_MS));
      for (const id of await listActivities(scope)) {
        await enqueue(courseId, id, dueAt);
        // The same where all was allocated at once.
        await jobs.enqueue({ ...lateJob(courseId, id), dueAt });
      }
    }
  };
}
