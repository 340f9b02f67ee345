import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Jobs } from '../../platform/jobs/ports.ts';
import { createPump, type Pump } from '../../platform/jobs/pump.ts';
import type { GradeRunService, RunRequest } from './grade-run.service.ts';
import type { ScoreSenderService } from './send-score.service.ts';

const GRADE_RUN = 'gradebook.run';
/** Scores under way at once to all platforms together, from one server. */
const CONCURRENCY = 16;
/** How often due slots are looked for that nobody announced: delayed ones, and those of other servers. */
const IDLE_MS = 1_000;

export function defineGradeRunJob(jobs: Jobs, service: GradeRunService): void {
  jobs.define(GRADE_RUN, async (payload) => {
    // The payload is what the consumer below enqueued.
    await service.run(payload as unknown as RunRequest);
    return DONE;
  });
}

/** Turns releases into grade runs. The job's key is the run, so the same event twice is one run. */
export const createGradebookConsumer =
  (jobs: Jobs, service: GradeRunService) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const event of events) {
      const request = await service.requestOf(event);
      if (request) await jobs.enqueue({ type: GRADE_RUN, key: request.runId, payload: { ...request } });
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
