import { z } from 'zod';
import { DatesLeader } from './activity.ts';
import { Anonymity, NameIfKnown, Promised } from './anonymity.ts';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import { GradeExplanation, SyncStatus } from './gradebook.ts';
import { LatePolicy } from './grading.ts';
import * as limits from './limits.ts';
import { Criterion, PeerReviewSettings, Phase, Rating } from './peer-review-settings.ts';
import { InlineComment, InlineComments, ShownInlineComment } from './peer-review-inline.ts';
import { OptionalStep } from './peer-review-optional.ts';
import { OwnSubmissionView, workBody } from './peer-review-work.ts';
import { richText, StoredRichText } from './rich-text.ts';

export { Criterion, PeerReviewSettings, Phase, Rating } from './peer-review-settings.ts';
export * from './peer-review-staff.ts';
export { OwnSubmissionView } from './peer-review-work.ts';

const ActivityParams = z.object({ activityId: Id });
const ReviewParams = z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) });

export const SettingsView = z.object({
  id: Id,
  revision: z.int(),
  settings: PeerReviewSettings,
  phase: Phase,
  datesLedBy: DatesLeader,
  can: z.object({ edit: z.boolean() }),
});

export const SavePeerReview = {
  method: 'put',
  path: '/activities/:activityId/peer-review',
  permission: 'activity.edit',
  summary: 'Creates the peer review with this id, or changes it; repeating the call changes nothing',
  params: ActivityParams,
  body: z.object({
    settings: PeerReviewSettings,
    expectedRevision: z.int().min(0),
    /** What a new one begins as; of one that is there, publishing has its own request. */
    state: z.enum(['draft', 'published']).default('published'),
  }),
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

/** A review as its author's work receives it: no reviewer's id has a place in it. */
export const ReceivedReviewView = z.object({
  /** A number that stands for the reviewer, "1", "2", …: the client makes "Reviewer 1" of it. */
  pseudonym: z.string(),
  reviewer: NameIfKnown,
  ratings: z.array(Rating),
  comment: StoredRichText,
  /** On places in the work. */
  inline: z.array(ShownInlineComment),
  /** The rubric it was written by, where that is not the activity's of today. */
  criteria: z.array(Criterion).optional(),
});

/** A work to review as its reviewer sees it in the list: no author's id has a place in it. */
export const ReviewTaskView = z.object({
  reviewId: z.string(),
  /** A letter that stands for the author, "A", "B", …: the client makes "Work A" of it. */
  pseudonym: z.string(),
  author: NameIfKnown,
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
  /** Learners read on, and write nothing more. */
  closed: z.boolean(),
  late: LatePolicy.nullable(),
  /** When grades release themselves; null when no date is set. */
  releaseAt: Timestamp.nullable(),
  /** `daysLate`: days begun since the due date; 0 in time. */
  submission: z.object({ version: z.int(), submittedAt: Timestamp, daysLate: z.int() }).nullable(),
  reviewTasks: z.array(ReviewTaskView),
  /** With whom the caller writes these reviews; `noGroup`: groups review, and the caller is in none. */
  reviewsWith: z.enum(['nobody', 'group', 'noGroup']),
  /** Works to review are taken one at a time, as they come in. */
  rolling: z.boolean(),
  /** Each task is two works to compare; their letters are joined by “+”. */
  comparing: z.boolean(),
  /** Reviews to write in all, with those that are not taken yet. */
  reviewsAsked: z.int(),
  /** The grades by their columns, the main one first; none before the release. */
  results: z.array(
    z.object({ columnId: Id, label: z.string(), explanation: GradeExplanation, sync: SyncStatus }),
  ),
  /** Why there is no grade in the main column although grades are released, or null. */
  noResultBecause: z.enum(['noSubmission', 'noReviews', 'reviewingOpen']).nullable(),
  optional: z.array(OptionalStep),
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
    promised: Promised,
  }),
  response: LearnerActivityView,
} satisfies Endpoint;

/** What a reviewer sees while reviewing. */
export const ReviewerReviewView = z.object({
  reviewId: z.string(),
  activityTitle: z.string(),
  instructions: StoredRichText,
  pseudonym: z.string(),
  author: NameIfKnown,
  /** What holds for a review that is submitted now. */
  promise: Anonymity,
  workText: StoredRichText,
  /** Without their names where the author is hidden: names tell whose they are. */
  workFiles: z.array(z.union([AttachedFileView, AnonymousFileView])),
  workLinks: z.array(z.string()),
  /** Comments on places are about this version of the work. */
  workVersion: z.int(),
  /** Whether comments on places in the work are asked for; those that were written stay. */
  invitesInline: z.boolean(),
  /** With whom the caller writes it, where a group does; null: alone. Who of them has written what is for staff alone. */
  together: z
    .object({ name: z.string().nullable(), members: z.array(z.object({ name: z.string().nullable() })) })
    .nullable(),
  criteria: z.array(Criterion),
  /** The rubric has been changed since this review was submitted. */
  rubricChanged: z.boolean(),
  /** What the reviewer wrote by criteria that the rubric has no more. */
  formerComments: z.array(z.object({ title: z.string().nullable(), comment: z.string() })),
  /** Whether the browser gives advice on comments. */
  coach: z.boolean(),
  /** Whether the time that the caller takes is measured. */
  measuresTime: z.boolean(),
  reviewsCloseAt: Timestamp,
  state: z.enum(['toDo', 'begun', 'submitted']),
  ratings: z.array(Rating),
  comment: StoredRichText,
  inline: z.array(InlineComment),
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
  ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
  comment: richText({ max: limits.COMMENT_MAX }),
  inline: InlineComments,
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
  body: reviewBody.extend({ promised: Promised }),
  response: ReviewerReviewView,
} satisfies Endpoint;
