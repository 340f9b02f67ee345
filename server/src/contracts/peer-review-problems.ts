import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { Side } from './peer-review-comparative.ts';

const ActivityParams = z.object({ activityId: Id });
const ReviewParams = z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) });
const ComparisonParams = z.object({ activityId: Id, comparisonId: Id });

/** What a reviewer reports about a work. */
export const ProblemKind = z.enum(limits.REVIEW_PROBLEMS);
export type ProblemKind = z.output<typeof ProblemKind>;

const words = z.string().trim().max(limits.REASON_MAX);

/** For the reviewer: what was reported of this review's work, and what staff said. Nobody of staff is named. */
export const OwnProblemsView = z.object({
  problems: z.array(
    z.object({
      id: Id,
      kind: ProblemKind,
      text: z.string(),
      /** Which of two works that are compared; null where one is reviewed. */
      side: Side.nullable(),
      reportedAt: Timestamp,
      answer: z.object({ words: z.string(), at: Timestamp }).nullable(),
    }),
  ),
  can: z.object({ report: z.boolean() }),
});
export type OwnProblemsView = z.output<typeof OwnProblemsView>;

export const GetOwnProblems = {
  method: 'get',
  path: '/activities/:activityId/reviews/:reviewId/problems',
  permission: 'review.write',
  summary: 'What the caller has reported of a work under review, the newest first',
  params: ReviewParams,
  response: OwnProblemsView,
} satisfies Endpoint;

const reported = { kind: ProblemKind, text: words };
const isSaid = ({ kind, text }: { kind: ProblemKind; text: string }): boolean =>
  kind !== 'other' || text !== '';
const unsaid = { path: ['text'], error: 'what is wrong must be said' };

export const ReportProblem = {
  method: 'put',
  path: '/activities/:activityId/reviews/:reviewId/problems/:problemId',
  permission: 'review.write',
  summary: 'Tells staff of a problem with a work under review; its author never learns of it',
  params: ReviewParams.extend({ problemId: Id }),
  body: z.object(reported).refine(isSaid, unsaid),
  response: OwnProblemsView,
} satisfies Endpoint;

export const GetOwnComparisonProblems = {
  method: 'get',
  path: '/activities/:activityId/comparisons/:comparisonId/problems',
  permission: 'review.write',
  summary: 'What the caller has reported of two works to compare, the newest first',
  params: ComparisonParams,
  response: OwnProblemsView,
} satisfies Endpoint;

export const ReportComparisonProblem = {
  method: 'put',
  path: '/activities/:activityId/comparisons/:comparisonId/problems/:problemId',
  permission: 'review.write',
  summary: 'Tells staff of a problem with one of two works to compare; its author never learns of it',
  params: ComparisonParams.extend({ problemId: Id }),
  body: z.object({ ...reported, side: Side }).refine(isSaid, unsaid),
  response: OwnProblemsView,
} satisfies Endpoint;

const Named = z.object({ id: Id, name: z.string().nullable() });

/** For staff: a reported problem, with who reported it and about whose work. */
export const StaffProblemView = z.object({
  id: Id,
  kind: ProblemKind,
  text: z.string(),
  reportedAt: Timestamp,
  reporter: Named,
  author: Named,
  /** One of two works that were compared: in place of both, others are given. */
  comparing: z.boolean(),
  state: z.enum(['open', 'replaced', 'dismissed']),
  answer: z
    .object({
      words: z.string(),
      byName: z.string().nullable(),
      at: Timestamp,
      /** Whose work the reviewer got instead; null where there was none, or the report was dismissed. */
      instead: Named.nullable(),
    })
    .nullable(),
  revision: z.int(),
  can: z.object({ dismiss: z.boolean(), replace: z.boolean() }),
});
export type StaffProblemView = z.output<typeof StaffProblemView>;

export const ListReviewProblems = {
  method: 'get',
  path: '/activities/:activityId/review-problems',
  permission: 'peerReview.overview',
  summary: 'Problems that reviewers have reported, the newest first',
  params: ActivityParams,
  query: Page,
  response: z.object({
    title: z.string(),
    items: z.array(StaffProblemView),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

export const AnswerReviewProblem = {
  method: 'put',
  path: '/activities/:activityId/review-problems/:problemId/answer',
  permission: 'peerReview.allocate',
  summary: 'Takes the review away and gives the reviewer another work, or dismisses the report with a word',
  params: z.object({ activityId: Id, problemId: Id }),
  body: z
    .object({ action: z.enum(['replace', 'dismiss']), words, expectedRevision: z.int().min(1) })
    .refine((answer) => answer.action !== 'dismiss' || answer.words !== '', {
      path: ['words'],
      error: 'a dismissal needs a word',
    }),
  response: StaffProblemView,
} satisfies Endpoint;

/** A work whose reviews are further apart than the settings allow. */
const DisagreementView = z.object({
  author: Named,
  /** How far the highest review is above the lowest, in percent of the points. */
  spread: z.number(),
  reviews: z.int(),
  /** What staff said when they left it at that; null while it waits. */
  dismissal: z.object({ reason: z.string(), at: Timestamp }).nullable(),
  /** Counts what staff have done with it. */
  revision: z.int(),
});

export const DisagreementsView = z.object({
  /** In percent of the points; null: the settings name none, and nothing is listed. */
  limit: z.number().nullable(),
  /** How many wait; the furthest apart of them are listed, and what was dismissed lately. */
  waiting: z.int(),
  items: z.array(DisagreementView),
});
export type DisagreementsView = z.output<typeof DisagreementsView>;

export const GetDisagreements = {
  method: 'get',
  path: '/activities/:activityId/review-disagreements',
  permission: 'peerReview.overview',
  summary: 'Works whose reviews are too far apart and that staff have neither marked nor graded',
  params: ActivityParams,
  response: DisagreementsView,
} satisfies Endpoint;

export const DismissDisagreement = {
  method: 'put',
  path: '/activities/:activityId/review-disagreements/:memberId',
  permission: 'peerReview.allocate',
  summary: 'Leaves a work at what its reviews say, until they are further apart; or takes that back',
  params: z.object({ activityId: Id, memberId: Id }),
  body: z
    .object({ dismissed: z.boolean(), reason: words, expectedRevision: z.int().min(0) })
    .refine(({ dismissed, reason }) => !dismissed || reason !== '', {
      path: ['reason'],
      error: 'a dismissal needs a word',
    }),
  response: DisagreementsView,
} satisfies Endpoint;
