import { createActsStore } from './acts.store.ts';
import { createHomeService } from './home.service.ts';
import { createWaitingConsumer, defineWaitingJobs } from './insights.jobs.ts';
import { insightsRoutes } from './insights.routes.ts';
import type { MatterSource, OwnMatterSource, ProgressSource } from './matter.domain.ts';
import { createQueueService, type QueuePorts } from './queue.service.ts';
import { createWaitingService, type WaitingPorts } from './waiting.service.ts';
import { createWaitingStore } from './waiting.store.ts';

export { REBUILD_JOB } from './insights.jobs.ts';
export type {
  Announce,
  Concern,
  MatterSource,
  OwnMatterSource,
  OwnProgress,
  ProgressSource,
  SourceMatter,
} from './matter.domain.ts';

interface Ports extends Omit<QueuePorts, 'store' | 'acts' | 'waiting' | 'course'> {
  readonly connection: Parameters<typeof createWaitingStore>[0];
  readonly jobs: Parameters<typeof defineWaitingJobs>[0];
  readonly course: QueuePorts['course'] &
    WaitingPorts['course'] & { listIds(after: string, limit: number): Promise<string[]> };
  /** Features that know of something that waits. */
  readonly matters: readonly MatterSource[];
  /** What homes ask for as it is right now. */
  readonly ownMatters?: readonly OwnMatterSource[];
  /** Features that know how far learners are. */
  readonly progress: readonly ProgressSource[];
}

/** Learners' homes and the facilitator queue. */
export function createInsights({ connection, jobs, matters, ownMatters = [], progress, ...ports }: Ports) {
  const store = createWaitingStore(connection);
  const acts = createActsStore(connection);
  const waiting = createWaitingService({ ...ports, store, acts, sources: matters });
  defineWaitingJobs(jobs, waiting, ports.course.listIds);
  const queue = createQueueService({ ...ports, store, acts, waiting });
  return {
    routes: insightsRoutes(queue, createHomeService(store, progress, ownMatters, ports.clock)),
    /** Keeps what waits for whom up to date. */
    consumer: createWaitingConsumer(jobs, waiting, ports.clock),
    /** Builds what waits in a course anew. */
    rebuild: waiting.rebuild,
  };
}
