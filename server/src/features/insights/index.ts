import { createHomeService } from './home.service.ts';
import { createWaitingConsumer, defineWaitingJobs } from './insights.jobs.ts';
import { insightsRoutes } from './insights.routes.ts';
import type { MatterSource, OwnMatterSource } from './matter.domain.ts';
import { createQueueService } from './queue.service.ts';
import { createStaffMatters } from './staff-matters.service.ts';
import type { WaitingSource } from './waiting.domain.ts';
import { createWaitingService, type WaitingPorts } from './waiting.service.ts';
import { createWaitingStore } from './waiting.store.ts';

export { REBUILD_JOB } from './insights.jobs.ts';
export type { Concern, MatterSource, OwnMatterSource, OwnProgress } from './matter.domain.ts';
export type { WaitingItem, WaitingSource } from './waiting.domain.ts';

interface Ports extends Omit<WaitingPorts, 'store' | 'sources'> {
  readonly connection: Parameters<typeof createWaitingStore>[0];
  readonly jobs: Parameters<typeof defineWaitingJobs>[0];
  readonly clock: Parameters<typeof createHomeService>[3];
  readonly course: WaitingPorts['course'] & { listIds(after: string, limit: number): Promise<string[]> };
  /** What is kept in `waiting`. */
  readonly matters: readonly MatterSource[];
  /** What homes ask for as it is right now. */
  readonly ownMatters?: readonly OwnMatterSource[];
  /** Collections that hold nothing but what waits for staff: the queue reads them as they are. */
  readonly sources: readonly WaitingSource[];
}

/** Learners' homes and the facilitator queue. */
export function createInsights({
  connection,
  jobs,
  clock,
  matters,
  ownMatters = [],
  sources,
  ...ports
}: Ports) {
  const store = createWaitingStore(connection);
  const waiting = createWaitingService({ ...ports, store, sources: matters });
  defineWaitingJobs(jobs, waiting, ports.course.listIds);
  const queue = createQueueService([...sources, createStaffMatters(store, clock)]);
  return {
    routes: insightsRoutes(queue, createHomeService(store, matters, ownMatters, clock)),
    /** Keeps what waits for whom up to date. */
    consumer: createWaitingConsumer(jobs, waiting, clock),
    /** Builds what waits in a course anew. */
    rebuild: waiting.rebuild,
  };
}
