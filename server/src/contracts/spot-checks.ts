import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { ReviewMethod } from './peer-review-settings.ts';

/** How certain the grades are that come of reviews, and what is worth the staff's look; all in percent. */
export const SpotChecksView = z.object({
  method: ReviewMethod,
  /** Reviewers are to be weighed by reliability, but nothing tells them apart yet: their mean is taken. */
  usesMean: z.boolean(),
  /** Works with at least one finished review, and those of them that staff have marked. */
  works: z.int(),
  known: z.int(),
  /** The least certain first. */
  proposed: z.array(
    z.object({
      memberId: Id,
      name: z.string().nullable(),
      reviews: z.int(),
      percent: z.number(),
      interval: z.object({ low: z.number(), high: z.number() }),
      /** How far the highest review is above the lowest. */
      spread: z.number(),
    }),
  ),
});

export const GetSpotChecks = {
  method: 'get',
  path: '/activities/:activityId/spot-checks',
  permission: 'peerReview.overview',
  summary: 'Which works have the least certain grades, and are worth being marked by staff',
  params: z.object({ activityId: Id }),
  response: SpotChecksView,
} satisfies Endpoint;
