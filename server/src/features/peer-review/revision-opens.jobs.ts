import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { RevisionOpensService } from './revision-opens.service.ts';

const REVISION_OPENS = 'peer-review.revision-opens';

type FindScope = (courseId: string) => Promise<CourseScope | null>;

/** One job per activity, which waits for the next moment at which somebody can revise. */
export function defineRevisionOpensJob(
  jobs: Jobs,
  opening: RevisionOpensService,
  findScope: FindScope,
): void {
  jobs.define(REVISION_OPENS, async ({ courseId, activityId }) => {
    const scope = await findScope(String(courseId));
    const next = scope && (await opening.open(scope, String(activityId)));
    return next ? { type: 'again', at: next } : DONE;
  });
}

/** After these the dates of an activity may be others. */
const ABOUT_DATES: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.created',
  'activity.changed',
  'activity.published',
  'activity.reopened',
  'allocation.done',
  'allocation.rolling',
]);

/** Has the moments follow the dates: everybody's, and those of single members. */
export function createRevisionOpensConsumer(
  jobs: Jobs,
  listActivities: (scope: CourseScope) => Promise<string[]>,
  findScope: FindScope,
) {
  const enqueue = (courseId: string, activityId: string): Promise<void> =>
    jobs.enqueue({ type: REVISION_OPENS, key: activityId, payload: { courseId, activityId } });

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const { type, courseId, subject, data } of events) {
      if (ABOUT_DATES.has(type)) await enqueue(courseId, subject.id);
      if (type === 'extension.changed') await enqueue(courseId, String(data['activityId']));
      if (type !== 'accommodation.changed') continue;
      const scope = await findScope(courseId);
      for (const id of scope ? await listActivities(scope) : []) await enqueue(courseId, id);
    }
  };
}
