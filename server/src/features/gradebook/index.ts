import { createComparedService } from './compared-rows.service.ts';
import { createColumnResults } from './column-results.service.ts';
import { createCounts } from './counts.service.ts';
import { createFollowEventsService } from './follow-events.service.ts';
import { createGradeHistoryService } from './grade-history.service.ts';
import { createGradeRunService } from './grade-run.service.ts';
import {
  createColumnsRequest,
  createGradebookConsumer,
  createKeepColumns,
  createRecompute,
  createRetryRequest,
  createScoreSender,
  createSilenceRequest,
  defineColumnsJob,
  defineGradeRunJob,
  defineRetryJob,
  defineSilenceJob,
} from './gradebook.jobs.ts';
import { gradebookRoutes } from './gradebook.routes.ts';
import { createGradebookService } from './gradebook.service.ts';
import { createGradebookStore } from './gradebook.store.ts';
import { createHandInService } from './hand-ins.service.ts';
import { createLineItemsService, type LineItemPorts } from './line-items.service.ts';
import { createMarkedGrades } from './marked-grades.service.ts';
import { createGradebookMatters } from './matter-sources.service.ts';
import { createOverrideGradeService } from './override-grade.service.ts';
import { createReconcileService } from './reconcile.service.ts';
import { createReconciliationRequests, defineReconciliationJobs } from './reconciliation.jobs.ts';
import { reconciliationRoutes } from './reconciliation.routes.ts';
import { createRetryService } from './retry.service.ts';
import { createScoreSenderService, type SenderPorts } from './send-score.service.ts';
import { createSettleService } from './settle-differences.service.ts';
import { createSenderLanes } from './sender-lanes.service.ts';

export type { ActivityGrading, GradedColumn } from './grade-column.domain.ts';
export { daysLate, round as roundGrade } from './grade-policies.domain.ts';
export { calculate as calculateGrade } from './formulas.domain.ts';
export { combineWeighed } from './combine-weighed.domain.ts';
export { placeOnRange } from './compared-scale.domain.ts';
/** What features ask of grades. */
export type GradebookGrades = Pick<ReturnType<typeof createGradebook>, 'findGradesIn' | 'recompute'>;
export type { MarkedGrades } from './marked-grades.service.ts';
export { createColumnSource } from './column-source.service.ts';
export type { GradeInput, GradeSource } from './grade-run.domain.ts';

type Ports = Pick<SenderPorts, 'clock' | 'grades' | 'publicUrl'> & {
  readonly connection: Parameters<typeof createGradebookStore>[0];
  readonly jobs: Parameters<typeof defineGradeRunJob>[0];
  readonly course: SenderPorts['course'] &
    LineItemPorts['course'] &
    Parameters<typeof createFollowEventsService>[0];
  readonly log: SenderPorts['log'] & Parameters<typeof createScoreSender>[1];
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** A number in [0, 1) for the jitter of retries. */
  readonly random?: () => number;
};

/** The ledger, its runs and the outbox of one server. `start` begins to send; `stop` waits for what is under way. */
export function createGradebook({ connection, jobs, log, random = Math.random, ...ports }: Ports) {
  const store = createGradebookStore(connection);
  const requestColumns = createColumnsRequest(jobs);
  // The sender is made when all that it needs is; nothing becomes due before.
  const slotsDue = (): void => sender.kick();
  const shared = { ...ports, ...store, slotsDue, requestColumns };
  const lineItems = createLineItemsService(shared);
  const counts = createCounts();
  const senderService = createScoreSenderService({
    ...shared,
    columns: lineItems,
    results: createColumnResults(ports.grades, ports.clock),
    random,
    log,
    count: counts.answer,
    countCoalesced: counts.coalesced,
  });
  const silenceChanged = createSilenceRequest(jobs);
  const lanes = createSenderLanes({ ...shared, sender: senderService, random, silenceChanged });
  const sender = createScoreSender(lanes, log);
  const runs = createGradeRunService(shared);
  const histories = createGradeHistoryService({ ...shared, runs });
  const overriding = createOverrideGradeService(store.overrides, histories, ports.clock, ports.eventsWritten);
  const retries = createRetryService({ ...shared, columns: lineItems });
  defineGradeRunJob(jobs, runs, requestColumns, ports.clock);
  defineColumnsJob(jobs, lineItems);
  defineRetryJob(jobs, retries);
  const matters = createGradebookMatters({ ...store, findScope: ports.course.findScope });
  defineSilenceJob(jobs, matters);
  const settling = createSettleService({ ...shared, decisions: overriding });
  defineReconciliationJobs(jobs, createReconcileService({ ...shared, lineItems }), settling);
  const compared = createComparedService(shared);
  return {
    ...createGradebookService(store.slots),
    /** What waits for staff. */
    matterSources: matters.sources,
    history: histories.history,
    override: overriding.override,
    /** Grades that follow marks. */
    marked: createMarkedGrades(store.overrides, overriding, histories),
    /** Sets one grade, with a reason, over whatever stands now. */
    setGrade: overriding.setGrade,
    /** Registers the activity type's side; before `start`. */
    useSource: runs.useSource,
    /** Registers the side of what is graded otherwise; before `start`. */
    useFurtherSource: runs.useFurtherSource,
    /** Brings the columns to what the settings say, here and in the LMS. */
    keepColumns: createKeepColumns(runs, requestColumns),
    /** Asks for a run that computes released grades anew. */
    recompute: createRecompute(jobs),
    /** Whether the LMS takes a grade away when it is asked to. */
    clearsGrades: async (platformId: string) => (await ports.grades.abilities(platformId)).clearsScores,
    routes: [
      ...gradebookRoutes(histories, overriding, retries, { retryScores: createRetryRequest(jobs) }, compared),
      ...reconciliationRoutes(compared, settling, createReconciliationRequests(jobs)),
    ],
    /** Turns events into grade runs, and keeps columns and hand-ins as they say. */
    consumer: createGradebookConsumer(
      jobs,
      createFollowEventsService(ports.course, runs, store.overrides),
      createHandInService(shared),
      requestColumns,
    ),
    /** What became of scores since the start, and how the platforms are doing. */
    figures: () => ({ ...counts.figures(), platforms: lanes.paces() }),
    retryScore: retries.retryScore,
    retryColumn: retries.retryColumn,
    /** Brings an activity's columns in the LMS to what it wants, now. */
    syncColumns: lineItems.sync,
    /** Begins to send. @param alone no other server sends from this database: what is leased was a dead one's. */
    async start(alone: boolean): Promise<void> {
      if (alone) await store.outbox.endLeases(ports.clock.now());
      sender.start();
      sender.kick();
    },
    stop: sender.stop,
    /** Sends all that is due, one after the other; for tests. */
    sendDueOnce: sender.drain,
  };
}
