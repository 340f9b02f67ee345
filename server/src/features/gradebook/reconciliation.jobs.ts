import type { CourseScope } from '../../core/course-scope.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import type { ReconcileService } from './reconcile.service.ts';
import type { Decider, SettleService } from './settle-differences.service.ts';

const READ = 'gradebook.reconcile';
const SEND_ALL = 'gradebook.send-all';
const ACCEPT_ALL = 'gradebook.accept-all';

interface Payload {
  readonly scope: CourseScope;
  readonly activityId: string;
  readonly by: Decider;
}

/** Asks for work on a comparison; by its key an activity has one of each kind at a time. */
export function createReconciliationRequests(jobs: Jobs) {
  const request =
    (type: string) =>
    (scope: CourseScope, activityId: string, by: Decider): Promise<void> => {
      const payload: Payload = { scope, activityId, by };
      return jobs.enqueue({ type, key: activityId, payload: { ...payload } });
    };
  return { read: request(READ), sendAll: request(SEND_ALL), acceptAll: request(ACCEPT_ALL) };
}

export function defineReconciliationJobs(
  jobs: Jobs,
  reading: ReconcileService,
  settling: SettleService,
): void {
  const define = (type: string, work: (payload: Payload) => Promise<void>): void =>
    jobs.define(type, async (payload) => {
      // The payload is what the request above made.
      await work(payload as unknown as Payload);
      return DONE;
    });
  define(READ, ({ scope, activityId }) => reading.read(scope, activityId));
  define(SEND_ALL, ({ scope, activityId, by }) => settling.sendAllOurs(scope, activityId, by));
  define(ACCEPT_ALL, ({ scope, activityId, by }) => settling.acceptAllTheirs(scope, activityId, by));
}
