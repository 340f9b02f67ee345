import { createFollowEventsService } from './follow-events.service.ts';
import { createGradeHistoryService } from './grade-history.service.ts';
import { createOverrideGradeService } from './override-grade.service.ts';
import {
  createGradebookConsumer,
  createRecompute,
  createScoreSender,
  defineGradeRunJob,
} from './gradebook.jobs.ts';
import { gradebookRoutes } from './gradebook.routes.ts';
import { createGradebookService, type GradebookService, type GradebookPorts } from './gradebook.service.ts';
import { createGradebookStore } from './gradebook.store.ts';
import { createGradeRunService } from './grade-run.service.ts';
import { createScoreSenderService, type SenderPorts } from './send-score.service.ts';

export type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
export { daysLate } from './grade-policies.domain.ts';
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
  const { course, clock, eventsWritten } = ports;
  const store = createGradebookStore(connection);
  const { slots, overrides } = store;
  const senderService = createScoreSenderService({ ...ports, outbox: store.outbox, random, log });
  const sender = createScoreSender(senderService, log);
  const shared = { ...ports, ...store, slotsDue: sender.kick };
  const runs = createGradeRunService(shared);
  const service: GradebookService = createGradebookService({ ...ports, slots, slotsDue: sender.kick });
  const histories = createGradeHistoryService({ ...store, course, runs });
  const overriding = createOverrideGradeService(overrides, histories, clock, eventsWritten);
  defineGradeRunJob(jobs, runs, clock);
  return {
    ...service,
    history: histories.history,
    override: overriding.override,
    /** Registers the activity type's side; before `start`. */
    useSource: runs.useSource,
    /** Asks for a run that computes released grades anew. */
    recompute: createRecompute(jobs),
    /** Whether the LMS takes a grade away when it is asked to. */
    clearsGrades: async (platformId: string) => (await ports.grades.abilities(platformId)).clearsScores,
    routes: gradebookRoutes(service, histories, overriding),
    /** Turns events into grade runs, and keeps the columns as the activities' settings say. */
    consumer: createGradebookConsumer(jobs, createFollowEventsService(course, runs, overrides)),
    start: sender.start,
    stop: sender.stop,
    /** Sends all that is due, one after the other; for tests. */
    sendDueOnce: sender.drain,
  };
}
