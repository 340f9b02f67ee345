import { observedRoutes } from './observed.routes.ts';
import { createJobsConsumer, definePeerReviewJobs } from './peer-review.jobs.ts';
import { peerReviewRoutes } from './peer-review.routes.ts';
import { createPeerReviewServices, type PeerReviewPorts } from './peer-review.service.ts';
import { createRecountRequest, defineRecountJob } from './recount.jobs.ts';
import { createPeerReviewStores } from './peer-review.store.ts';

interface Ports extends Omit<PeerReviewPorts, 'recountLater'> {
  readonly connection: Parameters<typeof createPeerReviewStores>[0];
  readonly jobs: Parameters<typeof definePeerReviewJobs>[0];
}

/** Peer review: its routes, its jobs, what it does on events, and where the gradebook gets its grades. */
export function createPeerReview({ connection, jobs, ...ports }: Ports) {
  const { findScope } = ports.course;
  const services = createPeerReviewServices(
    createPeerReviewStores(connection, ports.activities.changesLookup),
    {
      ...ports,
      recountLater: createRecountRequest(jobs, ports.clock),
    },
  );
  const { phases, late, gradeKeeper, copyFiles, progress, progressFollower, gradeSource } = services;
  const { noticeSource, matterSource, markingSource } = services;
  definePeerReviewJobs(jobs, phases, gradeKeeper, copyFiles, late, findScope);
  defineRecountJob(jobs, progress, findScope);
  return {
    routes: [...peerReviewRoutes(services), ...observedRoutes(services.observed)],
    gradeSource,
    /** Does what invented learners could do by hand. */
    rehearsalSource: services.rehearsalSource,
    /** How peer reviews join in where activities of all types are. */
    activityType: services.activityType,
    /** What staff mark in peer reviews. */
    markingSource,
    /** What waits for learners and staff. */
    matterSource,
    /** What one learner can dispute. */
    findDisputable: services.findDisputable,
    /** What people are told of peer reviews. */
    noticeSource,
    /** What uploads for works and instructions have to keep to, by kind of item. */
    fileRules: services.fileRules,
    /** Turns events into jobs and runs: allocations, dates, grades that follow their reviews. */
    jobsConsumer: createJobsConsumer(jobs, phases, gradeKeeper, copyFiles, findScope),
    /** Keeps the staff table up to date. */
    progressConsumer: progressFollower,
    /** Builds the staff table of an activity anew from what it is derived from. */
    rebuildProgress: progress.rebuild,
  };
}
