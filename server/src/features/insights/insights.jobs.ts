import type { Clock } from '../../core/clock.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import type { WaitingJob, WaitingService } from './waiting.service.ts';

const REFRESH = 'insights.refresh-waiting';
const REBUILD = 'insights.rebuild-waiting';
/** What waits for staff is counted over all learners: of all that happens within this time, one count is enough. */
const GATHER_MS = 1000;
/** Courses built anew before the job is put back, so that no run lasts long. */
const COURSES = 20;

type ListCourses = (after: string, limit: number) => Promise<string[]>;

/** The job that builds everything anew, course by course; what `npm run rebuild:waiting` asks for. */
export const REBUILD_JOB: Job = { type: REBUILD, key: 'all', payload: { after: '' } };

/** Payloads are what the consumer below enqueued, and `REBUILD_JOB`. */
export function defineWaitingJobs(jobs: Jobs, waiting: WaitingService, listCourses: ListCourses): void {
  jobs.define(REFRESH, async (payload) => {
    await waiting.carryOut(payload as unknown as WaitingJob);
    return DONE;
  });
  jobs.define(REBUILD, async ({ after }) => {
    const courseIds = await listCourses(String(after), COURSES);
    for (const courseId of courseIds) await waiting.rebuild(courseId);
    const last = courseIds.at(-1);
    if (courseIds.length === COURSES && last !== undefined)
      await jobs.enqueue({ type: REBUILD, key: `after ${last}`, payload: { after: last } });
    return DONE;
  });
}

/** Follows events, and leaves what takes longer to jobs. The keys make the same event twice one job. */
export const createWaitingConsumer =
  (jobs: Jobs, waiting: WaitingService, clock: Clock) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const job of await waiting.followEvents(events)) {
      const gather = job.whom === 'staff' && { dueAt: new Date(clock.now().getTime() + GATHER_MS) };
      const key = `${job.source}/${job.topic}/${job.whom}`;
      await jobs.enqueue({ type: REFRESH, key, payload: { ...job }, ...gather });
    }
  };
