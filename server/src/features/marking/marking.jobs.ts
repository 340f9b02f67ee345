import type { CourseScope } from '../../core/course-scope.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { RunBulkService } from './run-bulk.service.ts';

const BULK = 'marking.bulk';

interface Payload {
  readonly scope: CourseScope;
  readonly activityId: string;
  readonly bulkId: string;
}

/** Asks for a bulk act to be carried out or taken back; by its key there is one job of it at a time. */
export const createBulkRequest =
  (jobs: Pick<Jobs, 'enqueue'>) =>
  (scope: CourseScope, activityId: string, bulkId: string): Promise<void> => {
    const payload: Payload = { scope, activityId, bulkId };
    return jobs.enqueue({ type: BULK, key: bulkId, payload: { ...payload } });
  };

export function defineBulkJob(jobs: Pick<Jobs, 'define'>, run: RunBulkService): void {
  jobs.define(BULK, async (payload) => {
    // The payload is what the request above made.
    const { scope, activityId, bulkId } = payload as unknown as Payload;
    await run(scope, activityId, bulkId);
    return DONE;
  });
}
