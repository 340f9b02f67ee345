import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { JUDGEMENT_COMMENT_MAX, QUALITY_MAX } from './review-limits.ts';

/** How good staff find a review: 1 of no use, 5 excellent. */
const Level = z.int().min(1).max(QUALITY_MAX);
const ReviewId = z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/);

/** What staff say of a review, as its reviewer reads it: without who said it. */
export const JudgedReview = z.object({ level: Level, comment: z.string() });

const ReviewJudgementView = z.object({
  reviewId: z.string(),
  /** Null: staff have not judged it, or have taken that back. */
  level: Level.nullable(),
  comment: z.string(),
  byName: z.string().nullable(),
  at: Timestamp.nullable(),
  /** The reviewer has changed the review since. */
  isOlder: z.boolean(),
  /** Counts what was said; the next names the one it follows on. */
  revision: z.int(),
});

export const ReviewJudgementsView = z.object({
  judgements: z.array(ReviewJudgementView),
  /** Percent of the grade for reviewing; null: it does not count. */
  counts: z.number().nullable(),
  can: z.object({ judge: z.boolean() }),
});
export type ReviewJudgementsView = z.output<typeof ReviewJudgementsView>;

export const GetReviewJudgements = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/review-judgements',
  permission: 'work.read',
  summary: 'How good staff find each submitted review of a learner’s work',
  params: z.object({ activityId: Id, memberId: Id }),
  response: ReviewJudgementsView,
} satisfies Endpoint;

export const JudgeReview = {
  method: 'put',
  path: '/activities/:activityId/reviews/:reviewId/judgement',
  permission: 'marking.mark',
  summary:
    'Says how good a review is, with a comment that its reviewer reads; without a level it is taken back',
  params: z.object({ activityId: Id, reviewId: ReviewId }),
  body: z.object({
    level: Level.nullable(),
    comment: z.string().trim().max(JUDGEMENT_COMMENT_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: ReviewJudgementsView,
} satisfies Endpoint;

const NextToJudge = z.object({
  /** Null: none is left. */
  memberId: Id.nullable(),
  left: z.int(),
  /** Percent of the grade for reviewing; null: it does not count. */
  counts: z.number().nullable(),
});
export type NextToJudge = z.output<typeof NextToJudge>;

export const GetNextToJudge = {
  method: 'get',
  path: '/activities/:activityId/review-judgements/next',
  permission: 'work.read',
  summary:
    'Whose work has reviews that staff have not judged: the next one behind a learner’s, and how many reviews are left',
  params: z.object({ activityId: Id }),
  query: z.object({ after: Id.optional() }),
  response: NextToJudge,
} satisfies Endpoint;
