import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { REASON_MAX } from './limits.ts';

/** What staff decided about how much a review counts, the newest first; nothing while it counts in full. */
const WeightDecision = z.object({
  /** 0: set aside; 100: in full. */
  percent: z.number(),
  reason: z.string(),
  byName: z.string().nullable(),
  at: Timestamp,
});

const ReviewWeightView = z.object({
  reviewId: z.string(),
  percent: z.number(),
  decisions: z.array(WeightDecision),
  /** Counts the decisions; the next names the one it follows on. */
  revision: z.int(),
});

export const ReviewWeightsView = z.object({
  weights: z.array(ReviewWeightView),
  can: z.object({ change: z.boolean() }),
});
export type ReviewWeightsView = z.output<typeof ReviewWeightsView>;

export const GetReviewWeights = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/review-weights',
  permission: 'work.read',
  summary: 'How much each submitted review of a learner’s work counts, as staff decided',
  params: z.object({ activityId: Id, memberId: Id }),
  response: ReviewWeightsView,
} satisfies Endpoint;

export const WeighReview = {
  method: 'put',
  path: '/activities/:activityId/reviews/:reviewId/weight',
  permission: 'grade.override',
  summary: 'Says how much a review counts for the grade of the work: from nothing (set aside) to in full',
  params: z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) }),
  body: z.object({
    percent: z.int().min(0).max(100),
    reason: z.string().trim().min(1).max(REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: ReviewWeightsView,
} satisfies Endpoint;
