import { createActsStore } from './acts.store.ts';
import { createCountsService } from './counts.service.ts';
import { createCountsStore } from './counts.store.ts';
import { createHomeService } from './home.service.ts';
import { createWaitingConsumer, defineWaitingJobs } from './insights.jobs.ts';
import { insightsRoutes } from './insights.routes.ts';
import type { MatterSource, ProgressSource } from './matter.domain.ts';
import { createQueueService, type QueuePorts } from './queue.service.ts';
import { createWaitingService, type WaitingPorts } from './waiting.service.ts';
import { createWaitingStore } from './waiting.store.ts';

export { REBUILD_JOB } from './insights.jobs.ts';
export type {
  Announce,
  Concern,
  MatterSource,
  OwnProgress,
  ProgressSource,
  SourceMatter,
} from './matter.domain.ts';

interface Ports extends Omit<QueuePorts, 'store' | 'acts' | 'waiting' | 'counts' | 'course'> {
  readonly connection: Parameters<typeof createWaitingStore>[0];
  readonly jobs: Parameters<typeof defineWaitingJobs>[0];
  readonly course: QueuePorts['course'] &
    WaitingPorts['course'] & { listIds(after: string, limit: number): Promise<string[]> };
  /** Features that know of something that waits. */
  readonly matters: readonly MatterSource[];
  /** Features that know how far learners are. */
  readonly progress: readonly ProgressSource[];
}

/** Learners' homes and the facilitator queue. */
export function createInsights({ connection, jobs, matters, progress, ...ports }: Ports) {
  const store = createWaitingStore(connection);
  const acts = createActsStore(connection);
  const counts = createCountsService({ store, counts: createCountsStore(connection), clock: ports.clock });
  const waiting = createWaitingService({ ...ports, store, acts, counts, sources: matters });
  defineWaitingJobs(jobs, waiting, ports.course.listIds);
  const queue = createQueueService({ ...ports, store, acts, waiting, counts });
  return {
    routes: insightsRoutes(queue, createHomeService(store, progress, matters, ports.clock)),
    /** Keeps what waits for whom up to date. */
    consumer: createWaitingConsumer(jobs, waiting, ports.clock),
    /** Builds what waits in a course anew. */
    rebuild: waiting.rebuild,
  };
}
