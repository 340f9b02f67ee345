import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { EraseService } from './erase.service.ts';

const ERASE = 'rehearsal.erase';
/** By then what was at work when a rehearsal ended has ended too. */
const LATER_MS = 60_000;

export function defineEraseJob(jobs: Jobs, eraser: EraseService): void {
  jobs.define(ERASE, async ({ scope }) => {
    await eraser.eraseRest(scope as CourseScope);
    return DONE;
  });
}

/** Has what is left of a rehearsal erased a little later. */
export const eraseLater =
  (jobs: Jobs, clock: Clock) =>
  (scope: CourseScope): Promise<void> =>
    jobs.enqueue({
      type: ERASE,
      key: scope.courseId,
      payload: { scope: { ...scope } },
      dueAt: new Date(clock.now().getTime() + LATER_MS),
    });
