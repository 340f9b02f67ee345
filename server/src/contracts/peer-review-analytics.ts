import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { ANALYTICS_BINS, BEAT_SECONDS_MAX, HELPFULNESS_MAX } from './limits.ts';

const count = z.int();
const percent = z.number();
/** Nothing can be said where there is too little. */
const known = z.number().nullable();

/** How many values lie in each tenth of the scale. */
const Bins = z.array(count).length(ANALYTICS_BINS);

/** How some grades, in percent of the points, are distributed. */
const Distribution = z.object({
  count,
  mean: known,
  median: known,
  /** Standard deviation. */
  deviation: known,
  bins: Bins,
  /** How much of what reviews differ by is the works, from 0 (chance) to 1: the intraclass correlation. */
  agreement: known,
});

const CriterionFigures = Distribution.extend({ id: z.string(), title: z.string() });

/** One reviewer beside the others who reviewed the same works. */
const ReviewerFigures = z.object({
  id: Id,
  name: z.string().nullable(),
  reviews: count,
  mean: percent,
  /** Percentage points above what the others gave the same works, in the mean: generous above 0, strict below. */
  severity: known,
  /** By how much that differs from work to work: the smaller, the more consistent. */
  consistency: known,
  /** Median of the words of a review. */
  words: known,
  /** Median of the minutes at work on a review; null also where nothing is measured. */
  minutes: known,
  /** Mean of what authors say of it, 1 to 5. */
  helpfulness: known,
});
export type ReviewerFigures = z.output<typeof ReviewerFigures>;

export const ReviewAnalyticsView = z.object({
  title: z.string(),
  reviews: count,
  works: count,
  overall: Distribution,
  criteria: z.array(CriterionFigures),
  /** How far the highest review of a work is above the lowest, in percent of the points. */
  spreads: z.object({ works: count, median: known, bins: Bins }),
  reviewers: z.array(ReviewerFigures),
  /** Words of the comments of a review: bins of `width`, the last one open. */
  words: z.object({ median: known, width: count, bins: Bins }),
  helpfulness: z.object({
    rated: count,
    mean: known,
    /** For 1 to 5: how many reviews, and how long they are. */
    levels: z.array(z.object({ count, words: known })).length(HELPFULNESS_MAX),
  }),
  /** From handing in to the first and to the last review of a work, in hours. */
  feedback: z.object({
    works: count,
    first: known,
    last: known,
    /** Works by the whole days to their first review; the last one open. */
    days: z.array(count),
  }),
});
export type ReviewAnalyticsView = z.output<typeof ReviewAnalyticsView>;

export const RecordReviewTime = {
  method: 'post',
  path: '/activities/:activityId/reviews/:reviewId/time',
  permission: 'review.write',
  summary:
    'Adds time at work on the caller’s own review; nothing is kept where the activity does not measure it',
  params: z.object({ activityId: Id, reviewId: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) }),
  body: z.object({
    /** Names this request: the same once more adds nothing. */
    beat: z.string().regex(/^[0-9a-f]{32}-\d{1,5}$/),
    seconds: z.int().min(1).max(BEAT_SECONDS_MAX),
  }),
  response: z.object({}),
} satisfies Endpoint;

export const GetReviewAnalytics = {
  method: 'get',
  path: '/activities/:activityId/review-analytics',
  permission: 'peerReview.overview',
  summary: 'What the reviews of an activity say as a whole: grades by criterion, reviewers, comments, time',
  params: z.object({ activityId: Id }),
  response: ReviewAnalyticsView,
} satisfies Endpoint;
