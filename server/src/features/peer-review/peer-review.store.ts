import type { Connection } from 'mongoose';
import type { ChangesLookup } from '../../core/timeline.ts';
import { type CalibrationStore, createCalibrationStore } from './calibrations.store.ts';
import { createCriterionResultStore, type CriterionResultStore } from './criterion-results.store.ts';
import { type ComparisonStore, createComparisonStore } from './comparisons.store.ts';
import { createDraftStore, type DraftStore } from './drafts.store.ts';
import { createProgressStore, type ProgressStore } from './progress.store.ts';
import { createPullQueueStore, type PullQueueStore } from './pull-queue.store.ts';
import { createReviewStore, type ReviewStore } from './reviews.store.ts';
import { createReviewProblemStore, type ReviewProblemStore } from './review-problems.store.ts';
import { createReviewExclusionStore, type ReviewExclusionStore } from './review-exclusions.store.ts';
import { createRevisionStore, type RevisionStore } from './revisions.store.ts';
import { createRubricVersionStore, type RubricVersionStore } from './rubric-versions.store.ts';
import { createReviewTalkStore, type ReviewTalkStore } from './review-talks.store.ts';
import { createSelfAssessmentStore, type SelfAssessmentStore } from './self-assessments.store.ts';
import { createSubmissionStore, type SubmissionStore } from './submissions.store.ts';

export interface PeerReviewStores {
  readonly submissions: SubmissionStore;
  readonly drafts: DraftStore;
  readonly reviews: ReviewStore;
  readonly progress: ProgressStore;
  readonly talks: ReviewTalkStore;
  readonly problems: ReviewProblemStore;
  readonly queue: PullQueueStore;
  readonly exclusions: ReviewExclusionStore;
  readonly criterionResults: CriterionResultStore;
  readonly rubrics: RubricVersionStore;
  readonly calibrations: CalibrationStore;
  readonly selves: SelfAssessmentStore;
  readonly revisions: RevisionStore;
  readonly comparisons: ComparisonStore;
}

/** The collections of peer review on a connection. */
export const createPeerReviewStores = (
  connection: Connection,
  changesLookup: ChangesLookup,
): PeerReviewStores => ({
  submissions: createSubmissionStore(connection),
  drafts: createDraftStore(connection),
  reviews: createReviewStore(connection),
  progress: createProgressStore(connection, changesLookup),
  talks: createReviewTalkStore(connection),
  problems: createReviewProblemStore(connection),
  queue: createPullQueueStore(connection),
  exclusions: createReviewExclusionStore(connection),
  criterionResults: createCriterionResultStore(connection),
  rubrics: createRubricVersionStore(connection),
  calibrations: createCalibrationStore(connection),
  selves: createSelfAssessmentStore(connection),
  revisions: createRevisionStore(connection),
  comparisons: createComparisonStore(connection),
});
