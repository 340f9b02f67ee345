import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import type { AllocateLateService } from './allocate-late.service.ts';
import type { AnswerProblemsService } from './answer-problems.service.ts';
import type { CopyContentService } from './copy-content.service.ts';
import type { KeepGradesService } from './keep-grades.service.ts';
import type { PhasesService } from './run-phases.service.ts';

const ALLOCATE = 'peer-review.allocate';
const ALLOCATE_LATE = 'peer-review.allocate-late';
const CLOSE = 'peer-review.close-submissions';
const RELEASE = 'peer-review.release';
const REVIEWS_CLOSED = 'peer-review.reviews-closed';
const COPY_CONTENT = 'peer-review.copy-files';

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
  keeper: KeepGradesService,
  copyContent: CopyContentService,
  late: AllocateLateService,
  findScope: (courseId: string) => Promise<CourseScope | null>,
): void {
  jobs.define(ALLOCATE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await phases.allocate(scope, text(payload, 'activityId'), text(payload, 'runId'));
    return DONE;
  });
  jobs.define(ALLOCATE_LATE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    const at = scope && (await late.allocateLate(scope, text(payload, 'activityId')));
    return at ? { type: 'again', at } : DONE;
  });
  jobs.define(COPY_CONTENT, async (payload) => {
    const at = await copyContent.copy(payload);
    return at ? { type: 'again', at } : DONE;
  });
  jobs.define(CLOSE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await phases.closeSubmissions(scope, text(payload, 'activityId'));
    return DONE;
  });
  jobs.define(RELEASE, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await keeper.afterChange(scope, text(payload, 'activityId'), null);
    return DONE;
  });
  jobs.define(REVIEWS_CLOSED, async (payload) => {
    const scope = await findScope(text(payload, 'courseId'));
    if (scope) await keeper.afterReviewsClosed(scope, text(payload, 'activityId'));
    return DONE;
  });
}

/** Turns events into jobs, and into the runs they ask for. The keys make the same event twice one job. */
export function createJobsConsumer(
  jobs: Jobs,
  phases: PhasesService,
  keeper: KeepGradesService,
  copyContent: CopyContentService,
  answering: Pick<AnswerProblemsService, 'carryOut'>,
  findScope: (courseId: string) => Promise<CourseScope | null>,
) {
  async function enqueueDates(scope: CourseScope, activityId: string): Promise<void> {
    const [closeAt, releaseAt, reviewsCloseAt] = await Promise.all([
      phases.submissionsCloseAt(scope, activityId),
      phases.releaseAt(scope, activityId),
      phases.reviewsCloseAt(scope, activityId),
    ]);
    if (closeAt) await jobs.enqueue(dateJob(CLOSE, scope, activityId, closeAt));
    if (releaseAt) await jobs.enqueue(dateJob(RELEASE, scope, activityId, releaseAt));
    if (reviewsCloseAt)
      await jobs.enqueue(dateJob(REVIEWS_CLOSED, scope, activityId, justAfter(reviewsCloseAt)));
  }

  async function enqueueCopying(event: DomainEvent): Promise<void> {
    const payload = copyContent.toCopy(event);
    if (payload) await jobs.enqueue({ type: COPY_CONTENT, key: event.subject.id, payload });
  }

  async function follow(scope: CourseScope, event: DomainEvent): Promise<void> {
    switch (event.type) {
      case 'activity.created':
      case 'activity.changed':
        await enqueueCopying(event);
        await enqueueDates(scope, event.subject.id);
        return keeper.afterChange(scope, event.subject.id, event);
      case 'activity.published':
      case 'activity.reopened':
        return enqueueDates(scope, event.subject.id);
      case 'review.submitted':
      case 'comparison.submitted':
        return keeper.afterReview(scope, event);
      case 'review.weighed':
      case 'criterion.set':
        return keeper.afterWeighing(scope, event);
      case 'review.rated':
        return keeper.afterRating(scope, event, 'helpfulness');
      case 'review.judged':
        return keeper.afterRating(scope, event, 'quality');
      case 'reviewProblem.answered': {
        await answering.carryOut(scope, event);
        // The work that lost its reviewer gets another one at once.
        if (event.data['action'] !== 'replace') return;
        return jobs.enqueue(lateJob(scope.courseId, text(event.data, 'activityId')));
      }
      case 'extension.changed':
        return keeper.afterOwnDates(scope, text(event.data, 'activityId'), event.subject.id, event);
      case 'accommodation.changed':
        for (const id of await phases.listActivities(scope))
          await keeper.afterOwnDates(scope, id, event.subject.id, event);
        return;
      default:
    }
  }

  return async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const { courseId, subject } = event;
      if (event.type === 'allocation.requested') {
        await jobs.enqueue(allocationJob(courseId, subject.id, text(event.data, 'runId'), event.at));
        continue;
      }
      // Also what was accepted before the allocation was asked for, and written after it.
      if (event.type === 'allocation.done') await jobs.enqueue(lateJob(courseId, subject.id));
      if (event.type === 'submission.handedIn' && event.data['afterAllocation'] === true)
        await jobs.enqueue(lateJob(courseId, text(event.data, 'activityId')));
      if (!FOLLOWED.has(event.type)) continue;
      const scope = await findScope(courseId);
      if (scope) await follow(scope, event);
    }
  };
}

const FOLLOWED: ReadonlySet<DomainEvent['type']> = new Set([
  'activity.created',
  'activity.changed',
  'activity.published',
  'activity.reopened',
  'review.submitted',
  'comparison.submitted',
  'reviewProblem.answered',
  'review.weighed',
  'criterion.set',
  'review.rated',
  'review.judged',
  'extension.changed',
  'accommodation.changed',
]);

const allocationJob = (courseId: string, activityId: string, runId: string, at: Date): Job => ({
  type: ALLOCATE,
  key: runId,
  payload: { courseId, activityId, runId },
  dueAt: new Date(at.getTime() + SETTLE_MS),
});

/** One job per activity: late works are allocated one after the other, so that each sees what the one before made. */
export const lateJob = (courseId: string, activityId: string): Job => ({
  type: ALLOCATE_LATE,
  key: activityId,
  payload: { courseId, activityId },
});

/** One job per date: moving the date makes another one, and the job of the old date finds nothing due. */
const dateJob = (type: string, { courseId }: CourseScope, activityId: string, date: Date): Job => ({
  type,
  key: `${activityId}/${date.toISOString()}`,
  payload: { courseId, activityId },
  dueAt: date,
});

/** Reviews are taken up to the very moment they close. */
const justAfter = (date: Date): Date => new Date(date.getTime() + SETTLE_MS);
