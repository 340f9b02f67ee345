import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { ProgressService } from './progress.service.ts';

const RECOUNT = 'peer-review.recount';
/** Of all that is asked for within this time, one count is enough. */
const GATHER_MS = 5000;

/** Counting all rows of a table anew, put off while many of them change: a roster of thousands comes in small batches. */
export const createRecountRequest =
  (jobs: Jobs, clock: Clock) =>
  ({ courseId }: CourseScope, activityId: string): Promise<void> =>
    jobs.enqueue({
      type: RECOUNT,
      key: activityId,
      payload: { courseId, activityId },
      dueAt: new Date(clock.now().getTime() + GATHER_MS),
    });

export function defineRecountJob(
  jobs: Jobs,
  progress: Pick<ProgressService, 'recount'>,
  findScope: (courseId: string) => Promise<CourseScope | null>,
): void {
  jobs.define(RECOUNT, async ({ courseId, activityId }) => {
    const scope = await findScope(String(courseId));
    if (scope) await progress.recount(scope, String(activityId));
    return DONE;
  });
}
