import { z } from 'zod';
import { Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { richText } from './rich-text.ts';

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
