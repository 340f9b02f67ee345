import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';

export const Criterion = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(limits.TITLE_MAX),
  description: z.string().max(limits.INSTRUCTIONS_MAX),
  points: z.number().positive().max(limits.CRITERION_POINTS_MAX),
});

/** Everything an instructor sets up, on one page. */
export const PeerReviewSettings = z
  .object({
    title: z.string().trim().min(1).max(limits.TITLE_MAX),
    instructions: richText({ max: limits.INSTRUCTIONS_MAX, images: true }),
    /** Points of the gradebook column. */
    points: z.number().positive().max(limits.ACTIVITY_POINTS_MAX),
    submissionsCloseAt: Timestamp,
    reviewsCloseAt: Timestamp,
    reviewsPerLearner: z.int().min(1).max(limits.REVIEWS_PER_LEARNER_MAX),
    criteria: z.array(Criterion).min(1).max(limits.CRITERIA_MAX),
  })
  .refine((s) => s.reviewsCloseAt > s.submissionsCloseAt, {
    path: ['reviewsCloseAt'],
    error: 'reviews must close after submissions',
  })
  .refine((s) => new Set(s.criteria.map((c) => c.id)).size === s.criteria.length, {
    path: ['criteria'],
    error: 'criterion ids must differ',
  });

/** One criterion's points given by a reviewer. */
export const Rating = z.object({ criterionId: z.string().max(40), points: z.number().min(0) });

export type Criterion = z.output<typeof Criterion>;
export type PeerReviewSettings = z.output<typeof PeerReviewSettings>;
export type Rating = z.output<typeof Rating>;

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

/** How a grade came about, as numbers for a sentence (gradebook.md item 2). */
export const GradeExplanation = z.object({
  formula: z.string(),
  value: z.number(),
  maximum: z.number(),
  /** Percentages of the reviews that counted, ascending. */
  reviewScores: z.array(z.number()),
  median: z.number(),
});

/** Where a grade is on its way to the LMS. */
export const SyncStatus = z.object({
  state: z.enum(['none', 'waiting', 'sent', 'failed', 'noColumn']),
  at: Timestamp.nullable(),
});

/** A review as its author's work receives it: no reviewer's id or name has a place in it. */
export const ReceivedReviewView = z.object({
  /** A number that stands for the reviewer, "1", "2", …: the client makes "Reviewer 1" of it. */
  pseudonym: z.string(),
  ratings: z.array(Rating),
  comment: StoredRichText,
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
  instructions: StoredRichText,
  points: z.number(),
  criteria: z.array(Criterion),
  submissionsCloseAt: Timestamp,
  reviewsCloseAt: Timestamp,
  reviewsPerLearner: z.int(),
  phase: Phase,
  submission: z.object({ version: z.int(), submittedAt: Timestamp }).nullable(),
  reviewTasks: z.array(ReviewTaskView),
  result: z.object({ explanation: GradeExplanation, sync: SyncStatus }).nullable(),
  /** Why there is no result although grades are released, or null. */
  noResultBecause: z.enum(['noSubmission', 'noReviews']).nullable(),
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
  submission: z
    .object({
      version: z.int(),
      text: StoredRichText,
      files: z.array(AttachedFileView),
      submittedAt: Timestamp,
    })
    .nullable(),
  /** Revision 0 and nothing in it when nothing was saved yet. */
  draft: z.object({
    text: StoredRichText,
    files: z.array(AttachedFileView),
    revision: z.int(),
    savedAt: Timestamp.nullable(),
  }),
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

/** A work: text and files, either of them may be left out. Nobody is named in it. */
const workBody = {
  text: richText({ max: limits.SUBMISSION_TEXT_MAX, images: true }),
  /** Ids of finished uploads for this work, in the order they are shown in. */
  files: z
    .array(Id)
    .max(limits.WORK_FILES_MAX)
    .refine((ids) => new Set(ids).size === ids.length, 'each file once')
    .default([]),
};

const DraftSavedView = z.object({ revision: z.int(), savedAt: Timestamp });

export const SaveSubmissionDraft = {
  method: 'put',
  path: '/activities/:activityId/submission/draft',
  permission: 'submission.write',
  summary: 'Keeps what a learner types',
  params: ActivityParams,
  body: z.object({ ...workBody, expectedRevision: z.int().min(0) }),
  response: DraftSavedView,
} satisfies Endpoint;

export const SubmitWork = {
  method: 'post',
  path: '/activities/:activityId/submission',
  permission: 'submission.write',
  summary: 'Hands in a new version of the work',
  params: ActivityParams,
  body: z.object({
    ...workBody,
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
  instructions: StoredRichText,
  pseudonym: z.string(),
  workText: StoredRichText,
  /** Without their names: names tell whose they are. */
  workFiles: z.array(AnonymousFileView),
  criteria: z.array(Criterion),
  reviewsCloseAt: Timestamp,
  state: z.enum(['toDo', 'begun', 'submitted']),
  ratings: z.array(Rating),
  comment: StoredRichText,
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
  comment: richText({ max: limits.COMMENT_MAX }),
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

/** One row of the staff table. */
export const OverviewRow = z.object({
  memberId: Id,
  name: z.string().nullable(),
  submittedAt: Timestamp.nullable(),
  given: z.object({ done: z.int(), of: z.int() }),
  received: z.object({ done: z.int(), of: z.int() }),
  grade: z.object({ value: z.number(), maximum: z.number() }).nullable(),
  sync: SyncStatus,
});

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
  working: z.enum(['allocating', 'releasing']).nullable(),
  rows: z.array(OverviewRow),
  next: z.string().nullable(),
  can: z.object({ allocate: z.boolean(), release: z.boolean(), edit: z.boolean() }),
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
  summary: 'Shows grades to learners and sends them to the LMS gradebook; repeat it after late reviews',
  params: ActivityParams,
  response: z.object({ working: z.literal('releasing') }),
} satisfies Endpoint;
