import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { Clock } from '../../core/clock.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { RehearsalStore } from './rehearsal.store.ts';

const ERASE = 'rehearsal.erase';
/** By then what was at work when a rehearsal ended has ended too. */
const AGAIN_MS = 60_000;

interface Ports {
  readonly jobs: Jobs;
  readonly store: RehearsalStore;
  /** Has a course's uploaded files removed, with their contents. */
  readonly removeFiles: (scope: CourseScope) => Promise<void>;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
  readonly clock: Clock;
}

/** Erases rehearsals: at once, and once more for what jobs and events under way have written meanwhile. */
export function createEraser({ jobs, store, removeFiles, findScope, clock }: Ports) {
  async function erase(scope: CourseScope): Promise<void> {
    if (!isRehearsal(scope)) throw new Error(`${scope.courseId} is no rehearsal`);
    await removeFiles(scope);
    await jobs.removeOf(scope.courseId);
    await store.erase(scope);
  }

  jobs.define(ERASE, async ({ scope }) => {
    const erased = scope as CourseScope;
    // Somebody has begun it anew meanwhile.
    if (!(await findScope(erased.courseId))) await erase(erased);
    return DONE;
  });

  return async (scope: CourseScope): Promise<void> => {
    // First, so that a crash in between leaves it to the job.
    const dueAt = new Date(clock.now().getTime() + AGAIN_MS);
    await jobs.enqueue({ type: ERASE, key: scope.courseId, payload: { scope: { ...scope } }, dueAt });
    await erase(scope);
  };
}
