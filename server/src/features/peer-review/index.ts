import { calibrationRoutes } from './calibration.routes.ts';
import { comparisonRoutes } from './comparisons.routes.ts';
import { observedRoutes } from './observed.routes.ts';
import { createJobsConsumer, definePeerReviewJobs } from './peer-review.jobs.ts';
import { peerReviewRoutes } from './peer-review.routes.ts';
import { pairRoutes } from './pairs.routes.ts';
import { createPeerReviewServices, type PeerReviewPorts } from './peer-review.service.ts';
import { criterionRoutes } from './criterion-results.routes.ts';
import { exclusionRoutes } from './review-exclusions.routes.ts';
import { pullRoutes } from './pull-reviews.routes.ts';
import { reviewProblemRoutes } from './review-problems.routes.ts';
import { reviewTalkRoutes } from './review-talk.routes.ts';
import { createRevisionOpensConsumer, defineRevisionOpensJob } from './revision-opens.jobs.ts';
import { revisionRoutes } from './revision.routes.ts';
import { createTendConsumer, defineTendJob } from './tend-queue.jobs.ts';
import { createRecountRequest, defineRecountJob } from './recount.jobs.ts';
import { selfAssessmentRoutes } from './self-assessment.routes.ts';
import { staffFiguresRoutes } from './staff-figures.routes.ts';
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
  const { phases, late, gradeKeeper, copyContent, progress, progressFollower, gradeSource } = services;
  const { noticeSource, matterSource, markingSource } = services;
  definePeerReviewJobs(jobs, phases, gradeKeeper, copyContent, late, findScope);
  defineTendJob(jobs, services.tending, findScope);
  const follow = createJobsConsumer(
    jobs,
    phases,
    gradeKeeper,
    copyContent,
    services.staff.answering,
    findScope,
  );
  const tend = createTendConsumer(jobs, services.tending, phases.listActivities, ports.clock, findScope);
  defineRevisionOpensJob(jobs, services.revisionOpens, findScope);
  const openRevisions = createRevisionOpensConsumer(jobs, phases.listActivities, findScope);
  defineRecountJob(jobs, progress, findScope);
  return {
    routes: [
      ...peerReviewRoutes(services),
      ...observedRoutes(services.observed),
      ...reviewTalkRoutes(services.talks),
      ...pullRoutes(services),
      ...staffFiguresRoutes(services.staff),
      ...reviewProblemRoutes(services.staff),
      ...pairRoutes(services),
      ...exclusionRoutes(services.exclusions),
      ...criterionRoutes(services.criteria),
      ...calibrationRoutes(services),
      ...selfAssessmentRoutes(services.self),
      ...revisionRoutes(services.revising),
      ...comparisonRoutes(services),
    ],
    gradeSource,
    /** Does what invented learners could do by hand. */
    rehearsalSource: services.rehearsalSource,
    /** How peer reviews join in where activities of all types are. */
    activityType: services.activityType,
    /** Registers where the grades come from that staff give works; before the first run. */
    useStaffGrades: services.weighing.useStaffGrades,
    /** What staff mark in peer reviews. */
    markingSource,
    /** What waits for learners and staff. */
    matterSource,
    /** What reviewers have reported. */
    problemMatters: services.staff.problemMatters,
    /** What one learner can dispute. */
    findDisputable: services.findDisputable,
    /** What people are told of peer reviews. */
    noticeSource,
    /** What uploads for works and instructions have to keep to, by kind of item. */
    fileRules: services.fileRules,
    /** Turns events into jobs and runs: allocations, dates, grades that follow their reviews. */
    async jobsConsumer(events: Parameters<typeof follow>[0]): Promise<void> {
      await follow(events);
      await tend(events);
      await openRevisions(events);
    },
    /** Brings the works of an activity up to date that are taken one at a time. */
    tendQueue: services.tending.tend,
    /** Keeps the staff table up to date. */
    progressConsumer: progressFollower,
    /** Builds the staff table of an activity anew from what it is derived from. */
    rebuildProgress: progress.rebuild,
  };
}
