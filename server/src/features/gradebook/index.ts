import { createGradebookConsumer, createScoreSender, defineGradeRunJob } from './gradebook.jobs.ts';
import { gradebookRoutes } from './gradebook.routes.ts';
import { createGradebookService, type GradebookService, type GradebookPorts } from './gradebook.service.ts';
import { createGradebookStore } from './gradebook.store.ts';
import { createGradeRunService, type GradeRunPorts } from './grade-run.service.ts';
import { createScoreSenderService, type SenderPorts } from './send-score.service.ts';

export type { GradeInput, GradeSource } from './grade-run.service.ts';

type Ports = Pick<GradebookPorts, 'clock'> &
  Pick<SenderPorts, 'grades'> & {
    readonly connection: Parameters<typeof createGradebookStore>[0];
    readonly jobs: Parameters<typeof defineGradeRunJob>[0];
    readonly course: SenderPorts['course'] & GradeRunPorts['course'];
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
  const runs = createGradeRunService({ ...shared, runs: store.runs });
  const service: GradebookService = createGradebookService(shared);
  defineGradeRunJob(jobs, runs);
  return {
    ...service,
    /** Registers the activity type's side; before `start`. */
    useSource: runs.useSource,
    routes: gradebookRoutes(service),
    /** Turns releases into grade runs. */
    consumer: createGradebookConsumer(jobs, runs),
    start: sender.start,
    stop: sender.stop,
    /** Sends all that is due, one after the other; for tests. */
    sendDueOnce: sender.drain,
  };
}
