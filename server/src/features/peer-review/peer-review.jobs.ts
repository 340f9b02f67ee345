import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import type { PhasesService } from './run-phases.service.ts';

const ALLOCATE = 'peer-review.allocate';
const CLOSE = 'peer-review.close-submissions';

/**
 * An allocation waits this long, so that work which was accepted at the very moment it was asked for is written by
 * the time it reads.
 */
const SETTLE_MS = 500;

const text = (payload: Record<string, unknown>, key: string): string => {
  const value = payload[key];
  if (typeof value !== 'string') throw new Error(`the job lacks ${key}`);
  return value;
};

/** Registers what runs the jobs of peer review; `findScope` answers null for a course that is gone. */
export function definePeerReviewJobs(
  jobs: Jobs,
  phases: PhasesService,
  findScope: (courseId: string) => Promise<CourseScope | null>,
): void {
  jobs.define(ALLOCATE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await phases.allocate(scope, text(payload, 'activityId'), text(payload, 'runId'));
    return DONE;
  });
  jobs.define(CLOSE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await phases.closeSubmissions(scope, text(payload, 'activityId'));
    return DONE;
  });
}

/** Turns events into jobs. The keys make the same event twice one job. */
export const createJobsConsumer =
  (jobs: Jobs, phases: PhasesService, findScope: (courseId: string) => Promise<CourseScope | null>) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const { courseId, subject } = event;
      if (event.type === 'allocation.requested') {
        await jobs.enqueue(allocationJob(courseId, subject.id, text(event.data, 'runId'), event.at));
      } else if (event.type === 'activity.created' || event.type === 'activity.changed') {
        const scope = await findScope(courseId);
        const closeAt = scope && (await phases.submissionsCloseAt(scope, subject.id));
        if (closeAt) await jobs.enqueue(closingJob(courseId, subject.id, closeAt));
      }
    }
  };

const allocationJob = (courseId: string, activityId: string, runId: string, at: Date): Job => ({
  type: ALLOCATE,
  key: runId,
  payload: { courseId, activityId, runId },
  dueAt: new Date(at.getTime() + SETTLE_MS),
});

/** One job per date: moving the date makes another one, and the job of the old date finds nothing due. */
const closingJob = (courseId: string, activityId: string, closeAt: Date): Job => ({
  type: CLOSE,
  key: `${activityId}/${closeAt.toISOString()}`,
  payload: { courseId, activityId },
  dueAt: closeAt,
});
