import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import { createPump, type Pump } from '../../platform/jobs/pump.ts';
import type { FollowEventsService } from './follow-events.service.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';
import type { ScoreSenderService } from './send-score.service.ts';

const GRADE_RUN = 'gradebook.run';
/** Scores under way at once to all platforms together, from one server. */
const CONCURRENCY = 16;
/** How often due slots are looked for that nobody announced: delayed ones, and those of other servers. */
const IDLE_MS = 1_000;

/** How long a withdrawal waits for the runs before it. */
const WAIT_MS = 1_000;

export function defineGradeRunJob(jobs: Jobs, service: GradeRunService, clock: Clock): void {
  jobs.define(GRADE_RUN, async (payload) => {
    // The payload is what `runJob` made.
    const outcome = await service.run(payload as unknown as RunRequest);
    if (outcome === 'done') return DONE;
    return { type: 'again', at: new Date(clock.now().getTime() + WAIT_MS) };
  });
}

/** The job's key is the run, so the same request twice is one run. */
const runJob = (request: RunRequest): Job => ({
  type: GRADE_RUN,
  key: request.runId,
  payload: { ...request },
});

/** Asks for a run over released grades, of some members or (null) of everybody. */
export const createRecompute =
  (jobs: Jobs) =>
  async (
    scope: CourseScope,
    activityId: string,
    run: Pick<RunRequest, 'runId' | 'requestedAt' | 'by'> & { readonly memberIds: readonly string[] | null },
  ): Promise<void> => {
    const { memberIds, ...request } = run;
    const only = memberIds && { memberIds, columnId: null };
    await jobs.enqueue(runJob({ ...request, scope, activityId, kind: 'recompute', reason: null, only }));
  };

/** Turns events into grade runs, and keeps the columns as the activities' settings say. */
export const createGradebookConsumer =
  (jobs: Jobs, service: FollowEventsService) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const request = await service.follow(event);
      if (request) await jobs.enqueue(runJob(request));
    }
  };

/** The loop that empties the outbox. */
export const createScoreSender = (
  service: ScoreSenderService,
  log: { error(details: object, message: string): void },
): Pump =>
  createPump({
    claim: service.claim,
    run: service.send,
    onError: (error) => log.error({ err: error }, 'sending a score broke off; it is taken up again'),
    concurrency: CONCURRENCY,
    idleMs: IDLE_MS,
  });
