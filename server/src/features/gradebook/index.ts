import { createFollowEventsService } from './follow-events.service.ts';
import { createGradebookConsumer, createScoreSender, defineGradeRunJob } from './gradebook.jobs.ts';
import { gradebookRoutes } from './gradebook.routes.ts';
import { createGradebookService, type GradebookService, type GradebookPorts } from './gradebook.service.ts';
import { createGradebookStore } from './gradebook.store.ts';
import { createGradeRunService } from './grade-run.service.ts';
import { createScoreSenderService, type SenderPorts } from './send-score.service.ts';

export type { ActivityGrading } from './grade-column.domain.ts';
export type { GradeInput, GradeSource } from './grade-run.service.ts';

type Ports = Pick<GradebookPorts, 'clock'> &
  Pick<SenderPorts, 'grades'> & {
    readonly connection: Parameters<typeof createGradebookStore>[0];
    readonly jobs: Parameters<typeof defineGradeRunJob>[0];
    readonly course: SenderPorts['course'] & Parameters<typeof createFollowEventsService>[0];
    readonly log: SenderPorts['log'] & Parameters<typeof createScoreSender>[1];
    /** Tells the relay that events were written. */
    readonly eventsWritten: () => void;
    /** A number in [0, 1) for the jitter of retries. */
    readonly random?: () => number;
  };

/** The ledger, its runs and the outbox of one server. `start` begins to send; `stop` waits for what is under way. */
export function createGradebook({ connection, jobs, log, random = Math.random, ...ports }: Ports) {
  const store = createGradebookStore(connection);
  const senderService = createScoreSenderService({ ...ports, outbox: store.outbox, random, log });
  const sender = createScoreSender(senderService, log);
  const shared = { ...ports, slots: store.slots, slotsDue: sender.kick };
  const runs = createGradeRunService({ ...shared, runs: store.runs, columns: store.columns });
  const service: GradebookService = createGradebookService(shared);
  defineGradeRunJob(jobs, runs, ports.clock);
  return {
    ...service,
    /** Registers the activity type's side; before `start`. */
    useSource: runs.useSource,
    routes: gradebookRoutes(service),
    /** Turns events into grade runs, and keeps the columns as the activities' settings say. */
    consumer: createGradebookConsumer(jobs, createFollowEventsService(ports.course, runs)),
    start: sender.start,
    stop: sender.stop,
    /** Sends all that is due, one after the other; for tests. */
    sendDueOnce: sender.drain,
  };
}
