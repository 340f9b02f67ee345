import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

const Person = z.object({ id: Id, name: z.string().nullable() });

/** Who reviews whom: people by name, and reviews by places in the two lists. */
export const ReviewNetworkView = z.object({
  title: z.string(),
  /** Whether works are compared with each other: then each work that somebody compares is there once. */
  comparing: z.boolean(),
  /** Reviewers of this page; the first page is of everybody where there are not too many. */
  reviewers: z.array(Person),
  /** Authors that they review, and who are not among them; each group where groups hand in. */
  furtherAuthors: z.array(
    Person.extend({
      /** On whose page staff read the work. */
      memberId: Id,
    }),
  ),
  reviews: z.array(
    z.object({
      reviewer: z.int(),
      /** In `reviewers`, and after these in `furtherAuthors`. */
      author: z.int(),
      state: z.enum(['toDo', 'begun', 'submitted']),
      /** Of the points, or how far it was chosen over others; null while it is not submitted. */
      percent: z.number().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type ReviewNetworkView = z.output<typeof ReviewNetworkView>;

export const GetReviewNetwork = {
  method: 'get',
  path: '/activities/:activityId/review-network',
  permission: 'peerReview.overview',
  summary: 'Who reviews whom, with what they gave: some hundred reviewers by name at a time',
  params: z.object({ activityId: Id }),
  query: z.object({ after: z.string().max(1_000).optional() }),
  response: ReviewNetworkView,
} satisfies Endpoint;
