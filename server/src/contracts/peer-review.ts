import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { GradeExplanation, SyncStatus } from './gradebook.ts';
import { LatePolicy, ReleaseMode } from './grading.ts';
import * as limits from './limits.ts';
import { Criterion, PeerReviewSettings, Rating } from './peer-review-settings.ts';

export { Criterion, PeerReviewSettings, Rating } from './peer-review-settings.ts';

const ActivityParams = z.object({ activityId: Id });
const ReviewParams = z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) });

export const Phase = z.enum(['submission', 'review', 'released']);
export type Phase = z.output<typeof Phase>;

export const SettingsView = z.object({
  id: Id,
  revision: z.int(),
  settings: PeerReviewSettings,
  phase: Phase,
  can: z.object({ edit: z.boolean() }),
});

export const SavePeerReview = {
  method: 'put',
  path: '/activities/:activityId/peer-review',
  permission: 'activity.edit',
  summary: 'Creates the peer review with this id, or changes it; repeating the call changes nothing',
  params: ActivityParams,
  body: z.object({ settings: PeerReviewSettings, expectedRevision: z.int().min(0) }),
  response: SettingsView,
} satisfies Endpoint;

export const GetPeerReviewSettings = {
  method: 'get',
  path: '/activities/:activityId/peer-review',
  permission: 'activity.edit',
  summary: 'The settings of a peer review',
  params: ActivityParams,
  response: SettingsView,
} satisfies Endpoint;

/** A review as its author's work receives it: no reviewer's id or name has a place in it. */
export const ReceivedReviewView = z.object({
  /** A number that stands for the reviewer, "1", "2", …: the client makes "Reviewer 1" of it. */
  pseudonym: z.string(),
  ratings: z.array(Rating),
  comment: z.string(),
});

/** A work to review as its reviewer sees it in the list: no author has a place in it. */
export const ReviewTaskView = z.object({
  reviewId: z.string(),
  /** A letter that stands for the author, "A", "B", …: the client makes "Work A" of it. */
  pseudonym: z.string(),
  state: z.enum(['toDo', 'begun', 'submitted']),
});

/** A learner's own page of the activity. */
export const LearnerActivityView = z.object({
  id: Id,
  title: z.string(),
  instructions: z.string(),
  points: z.number(),
  criteria: z.array(Criterion),
  submissionsCloseAt: Timestamp,
  reviewsCloseAt: Timestamp,
  reviewsPerLearner: z.int(),
  phase: Phase,
  late: LatePolicy.nullable(),
  /** `daysLate`: days begun since the due date; 0 in time. */
  submission: z.object({ version: z.int(), submittedAt: Timestamp, daysLate: z.int() }).nullable(),
  reviewTasks: z.array(ReviewTaskView),
  /** The grades by their columns, the main one first; none before the release. */
  results: z.array(
    z.object({ columnId: Id, label: z.string(), explanation: GradeExplanation, sync: SyncStatus }),
  ),
  /** Why there is no grade in the main column although grades are released, or null. */
  noResultBecause: z.enum(['noSubmission', 'noReviews', 'reviewingOpen']).nullable(),
  can: z.object({ submit: z.boolean(), review: z.boolean() }),
});

export const GetLearnerActivity = {
  method: 'get',
  path: '/activities/:activityId/mine',
  permission: 'activity.read',
  summary: 'The activity as the calling learner sees it',
  params: ActivityParams,
  response: LearnerActivityView,
} satisfies Endpoint;

/** The caller's own work: what was handed in last, and the draft with the revision that the next save must name. */
export const OwnSubmissionView = z.object({
  submission: z.object({ version: z.int(), text: z.string(), submittedAt: Timestamp }).nullable(),
  /** Revision 0 and empty text when nothing was saved yet. */
  draft: z.object({ text: z.string(), revision: z.int(), savedAt: Timestamp.nullable() }),
});

export const GetOwnSubmission = {
  method: 'get',
  path: '/activities/:activityId/submission',
  permission: 'activity.read',
  summary: 'The text the caller handed in, and the saved draft',
  params: ActivityParams,
  response: OwnSubmissionView,
} satisfies Endpoint;

export const GetReceivedReviews = {
  method: 'get',
  path: '/activities/:activityId/received-reviews',
  permission: 'activity.read',
  summary: 'The reviews of the caller’s own work, once grades are released',
  params: ActivityParams,
  response: z.object({ reviews: z.array(ReceivedReviewView) }),
} satisfies Endpoint;

const DraftSavedView = z.object({ revision: z.int(), savedAt: Timestamp });

export const SaveSubmissionDraft = {
  method: 'put',
  path: '/activities/:activityId/submission/draft',
  permission: 'submission.write',
  summary: 'Keeps what a learner types',
  params: ActivityParams,
  body: z.object({ text: z.string().max(limits.SUBMISSION_TEXT_MAX), expectedRevision: z.int().min(0) }),
  response: DraftSavedView,
} satisfies Endpoint;

export const SubmitWork = {
  method: 'post',
  path: '/activities/:activityId/submission',
  permission: 'submission.write',
  summary: 'Hands in a new version of the work',
  params: ActivityParams,
  body: z.object({
    text: z.string().max(limits.SUBMISSION_TEXT_MAX),
    /** The version the learner last saw; 0 for the first. */
    expectedVersion: z.int().min(0),
    /** The revision of the draft that the editor holds: another tab's newer draft is never written over. */
    expectedRevision: z.int().min(0),
  }),
  response: LearnerActivityView,
} satisfies Endpoint;

/** What a reviewer sees while reviewing. */
export const ReviewerReviewView = z.object({
  reviewId: z.string(),
  activityTitle: z.string(),
  instructions: z.string(),
  pseudonym: z.string(),
  workText: z.string(),
  criteria: z.array(Criterion),
  reviewsCloseAt: Timestamp,
  state: z.enum(['toDo', 'begun', 'submitted']),
  ratings: z.array(Rating),
  comment: z.string(),
  /** The revision the next save must name. */
  revision: z.int(),
  can: z.object({ edit: z.boolean() }),
});

export const GetReview = {
  method: 'get',
  path: '/activities/:activityId/reviews/:reviewId',
  permission: 'review.write',
  summary: 'One review the caller has to write',
  params: ReviewParams,
  response: ReviewerReviewView,
} satisfies Endpoint;

const reviewBody = z.object({
  ratings: z.array(Rating).max(limits.CRITERIA_MAX),
  comment: z.string().max(limits.COMMENT_MAX),
  expectedRevision: z.int().min(0),
});

export const SaveReviewDraft = {
  method: 'put',
  path: '/activities/:activityId/reviews/:reviewId/draft',
  permission: 'review.write',
  summary: 'Keeps a review that is not finished',
  params: ReviewParams,
  body: reviewBody,
  response: DraftSavedView,
} satisfies Endpoint;

export const SubmitReview = {
  method: 'put',
  path: '/activities/:activityId/reviews/:reviewId',
  permission: 'review.write',
  summary: 'Submits the review; it may be changed until reviews close',
  params: ReviewParams,
  body: reviewBody,
  response: ReviewerReviewView,
} satisfies Endpoint;

/** A grade as the staff table shows it. */
const GradeCell = z.object({
  /** Null: no grade, because somebody decided so. */
  value: z.number().nullable(),
  maximum: z.number(),
  /** What somebody decided about it. */
  mark: z.enum(['set', 'excused', 'withdrawn']).nullable(),
});

/** One row of the staff table. */
export const OverviewRow = z.object({
  memberId: Id,
  name: z.string().nullable(),
  submittedAt: Timestamp.nullable(),
  daysLate: z.int(),
  given: z.object({ done: z.int(), of: z.int() }),
  received: z.object({ done: z.int(), of: z.int() }),
  /** Of the main column. */
  grade: GradeCell.nullable(),
  sync: SyncStatus,
  /** Of the other columns that the activity has. */
  others: z.array(z.object({ columnId: Id, grade: GradeCell.nullable(), sync: SyncStatus })),
});

const Working = z.enum(['allocating', 'releasing', 'withdrawing']);

export const StaffOverviewView = z.object({
  id: Id,
  title: z.string(),
  phase: Phase,
  points: z.number(),
  submissionsCloseAt: Timestamp,
  reviewsCloseAt: Timestamp,
  reviewsPerLearner: z.int(),
  counts: z.object({
    learners: z.int(),
    submissions: z.int(),
    reviewsDone: z.int(),
    reviewsAllocated: z.int(),
    /** Submissions with at least one finished review: what a release would grade. */
    gradable: z.int(),
  }),
  /** Whether an allocation or a grade run is at work right now. */
  working: Working.nullable(),
  /** The gradebook columns, the main one first. */
  columns: z.array(z.object({ columnId: Id, label: z.string(), maximum: z.number() })),
  columnsKind: z.enum(['work', 'separate', 'total']),
  releaseMode: ReleaseMode,
  /** Whether grades were released and taken back since. */
  withdrawn: z.boolean(),
  /** What the LMS's gradebook can do. */
  lms: z.object({ clearsGrades: z.boolean() }),
  rows: z.array(OverviewRow),
  next: z.string().nullable(),
  can: z.object({
    allocate: z.boolean(),
    release: z.boolean(),
    withdraw: z.boolean(),
    edit: z.boolean(),
  }),
});

export const GetStaffOverview = {
  method: 'get',
  path: '/activities/:activityId/overview',
  permission: 'peerReview.overview',
  summary: 'Where everybody is: one row per learner, by name',
  params: ActivityParams,
  query: Page,
  response: StaffOverviewView,
} satisfies Endpoint;

export const StartReviews = {
  method: 'post',
  path: '/activities/:activityId/allocation',
  permission: 'peerReview.allocate',
  summary: 'Closes submissions and allocates reviewers',
  params: ActivityParams,
  response: z.object({ working: z.literal('allocating') }),
} satisfies Endpoint;

export const ReleaseGrades = {
  method: 'post',
  path: '/activities/:activityId/release',
  permission: 'grade.release',
  summary: 'Shows grades to learners and sends them to the LMS gradebook; repeated, it computes them anew',
  params: ActivityParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;

export const WithdrawGrades = {
  method: 'post',
  path: '/activities/:activityId/withdrawal',
  permission: 'grade.release',
  summary: 'Takes released grades back: learners see none, the LMS is asked to clear them where it can',
  params: ActivityParams,
  response: z.object({ working: Working }),
} satisfies Endpoint;
