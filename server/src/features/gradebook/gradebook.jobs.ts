import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import { createPump, type Pump } from '../../platform/jobs/pump.ts';
import type { FollowEventsService } from './follow-events.service.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';
import type { HandInService } from './hand-ins.service.ts';
import type { LineItemsService } from './line-items.service.ts';
import type { GradebookMatters } from './matter-sources.service.ts';
import type { AskedBy, RetryService } from './retry.service.ts';
import type { LaneWork, SenderLanes } from './sender-lanes.service.ts';

const GRADE_RUN = 'gradebook.run';
const COLUMNS = 'gradebook.columns';
const RETRY = 'gradebook.retry';
const SILENCE = 'gradebook.silence';
/** Scores under way at once to all platforms together, from one server: each platform has its own limit below. */
const CONCURRENCY = 512;
/** How often due slots are looked for that nobody announced: delayed ones, and those of other servers. */
const IDLE_MS = 1_000;
/** How long a withdrawal waits for the runs before it. */
const WAIT_MS = 1_000;

export function defineGradeRunJob(
  jobs: Jobs,
  service: GradeRunService,
  requestColumns: (scope: CourseScope, activityId: string) => Promise<void>,
  clock: Clock,
): void {
  jobs.define(GRADE_RUN, async (payload) => {
    // The payload is what `runJob` made.
    const request = payload as unknown as RunRequest;
    const outcome = await service.run(request);
    if (outcome === 'wait') return { type: 'again', at: new Date(clock.now().getTime() + WAIT_MS) };
    // A main column of the tool's own is made when the first grades wait for it.
    await requestColumns(request.scope, request.activityId);
    return DONE;
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

interface ColumnsPayload {
  readonly scope: CourseScope;
  readonly activityId: string;
}

/** Has an activity's columns brought to what it wants; by its key one server at a time does so. */
export const createColumnsRequest =
  (jobs: Jobs) =>
  (scope: CourseScope, activityId: string): Promise<void> => {
    const payload: ColumnsPayload = { scope, activityId };
    return jobs.enqueue({ type: COLUMNS, key: activityId, payload: { ...payload } });
  };

/** Brings columns to what the settings say: here at once, in the LMS by a job. */
export const createKeepColumns =
  (runs: Pick<GradeRunService, 'saveColumns'>, requestColumns: ReturnType<typeof createColumnsRequest>) =>
  async (scope: CourseScope, activityId: string): Promise<void> => {
    await runs.saveColumns(scope, activityId);
    await requestColumns(scope, activityId);
  };

export function defineColumnsJob(jobs: Jobs, service: Pick<LineItemsService, 'sync'>): void {
  jobs.define(COLUMNS, async (payload, { tries }) => {
    // The payload is what the request above made.
    const { scope, activityId } = payload as unknown as ColumnsPayload;
    const outcome = await service.sync(scope, activityId, tries);
    if (outcome === 'again') throw new Error('the LMS gave no sensible answer about columns');
    return DONE;
  });
}

interface RetryPayload extends ColumnsPayload {
  readonly by: AskedBy;
}

/** Has all scores of an activity sent again. */
export const createRetryRequest =
  (jobs: Jobs) =>
  (scope: CourseScope, activityId: string, by: AskedBy): Promise<void> => {
    const payload: RetryPayload = { scope, activityId, by };
    return jobs.enqueue({ type: RETRY, key: activityId, payload: { ...payload } });
  };

export function defineRetryJob(jobs: Jobs, service: Pick<RetryService, 'retryScores'>): void {
  jobs.define(RETRY, async (payload) => {
    // The payload is what the request above made.
    const { scope, activityId, by } = payload as unknown as RetryPayload;
    await service.retryScores(scope, activityId, by);
    return DONE;
  });
}

/** Has every course learn that a platform fell silent, or answers again; asking again while it waits is the same. */
export const createSilenceRequest =
  (jobs: Jobs) =>
  (platformId: string): Promise<void> =>
    jobs.enqueue({ type: SILENCE, key: platformId, payload: { platformId } });

export function defineSilenceJob(jobs: Jobs, matters: Pick<GradebookMatters, 'silenceChanged'>): void {
  jobs.define(SILENCE, async ({ platformId }) => {
    await matters.silenceChanged(String(platformId));
    return DONE;
  });
}

/** Turns events into grade runs, and keeps columns and hand-ins as they say. */
export const createGradebookConsumer =
  (
    jobs: Jobs,
    service: FollowEventsService,
    handIns: HandInService,
    requestColumns: (scope: CourseScope, activityId: string) => Promise<void>,
  ) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const { run, columnsOf } = await service.follow(event);
      if (columnsOf) await requestColumns(columnsOf.scope, columnsOf.activityId);
      if (run) await jobs.enqueue(runJob(run));
    }
    await handIns.follow(events);
  };

/** The loop that empties the outbox. */
export const createScoreSender = (
  lanes: SenderLanes,
  log: { error(details: object, message: string): void },
): Pump => {
  const pump = createPump<LaneWork>({
    claim: lanes.claim,
    run: lanes.send,
    onError: (error) => log.error({ err: error }, 'sending a score broke off; it is taken up again'),
    concurrency: CONCURRENCY,
    idleMs: () => Math.min(IDLE_MS, lanes.pauseMs()),
  });
  return {
    ...pump,
    kick(): void {
      lanes.look();
      pump.kick();
    },
    async stop(): Promise<void> {
      await pump.stop();
      await lanes.close();
    },
    drain(): Promise<number> {
      lanes.look();
      return pump.drain();
    },
  };
};
