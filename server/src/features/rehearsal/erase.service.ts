import { type CourseScope, isRehearsal } from '../../core/course-scope.ts';
import type { Jobs } from '../../platform/jobs/ports.ts';
import type { RehearsalStore } from './rehearsal.store.ts';

interface Ports {
  readonly store: RehearsalStore;
  readonly jobs: Pick<Jobs, 'removeOf'>;
  /** Has `eraseRest` done a little later, also after a crash. */
  readonly later: (scope: CourseScope) => Promise<void>;
  /** Has a course's uploaded files removed, with their contents. */
  readonly removeFiles: (scope: CourseScope) => Promise<void>;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
}

export type EraseService = ReturnType<typeof createEraseService>;

/** Erases rehearsals: at once, and once more what jobs and events under way have written meanwhile. */
export function createEraseService({ store, jobs, later, removeFiles, findScope }: Ports) {
  async function eraseNow(scope: CourseScope): Promise<void> {
    if (!isRehearsal(scope)) throw new Error(`${scope.courseId} is no rehearsal`);
    await removeFiles(scope);
    await jobs.removeOf(scope.courseId);
    await store.erase(scope);
  }

  return {
    async erase(scope: CourseScope): Promise<void> {
      // First, so that a crash in between leaves it to the job.
      await later(scope);
      await eraseNow(scope);
    },

    /** Nothing when somebody has begun it anew meanwhile. */
    async eraseRest(scope: CourseScope): Promise<void> {
      if (!(await findScope(scope.courseId))) await eraseNow(scope);
    },
  };
}
