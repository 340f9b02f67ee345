import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Doer } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';

const FINISH = 'journeys.finish-application';
/** A request that lives is through by then. */
const LATER_MS = 60_000;

interface Finishing {
  readonly courseId: string;
  readonly applicationId: string;
  readonly by: Doer;
}

/** @returns what has an application finished a moment later */
export const createFinishRequest =
  (jobs: Jobs, clock: Clock) =>
  ({ courseId }: CourseScope, applicationId: string, by: Doer): Promise<void> => {
    const payload: Finishing = { courseId, applicationId, by };
    const dueAt = new Date(clock.now().getTime() + LATER_MS);
    return jobs.enqueue({ type: FINISH, key: applicationId, payload: { ...payload }, dueAt });
  };

/** Registers what finishes applications; `findScope` answers null for a course that is gone. */
export function defineFinishJob(
  jobs: Jobs,
  finish: (scope: CourseScope, applicationId: string, by: Doer) => Promise<void>,
  findScope: (courseId: string) => Promise<CourseScope | null>,
): void {
  jobs.define(FINISH, async (payload) => {
    const { courseId, applicationId, by } = payload as unknown as Finishing;
    const scope = await findScope(courseId);
    if (scope) await finish(scope, applicationId, by);
    return DONE;
  });
}
