import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';

const WorkParams = z.object({ activityId: Id, memberId: Id });
const PairParams = WorkParams.extend({ reviewerId: Id });

/** Who reviews one learner's work, and who could; for staff. */
export const ReviewersView = z.object({
  reviewers: z.array(
    z.object({
      memberId: Id,
      name: z.string().nullable(),
      state: z.enum(['toDo', 'begun', 'submitted']),
    }),
  ),
  /** Learners who could review it, those with the least to do first; at most a thousand. */
  candidates: z.array(
    z.object({
      memberId: Id,
      name: z.string().nullable(),
      /** Reviews that they have to write already. */
      reviews: z.int(),
      /** The author of this work reviews theirs. */
      isReviewedByAuthor: z.boolean(),
    }),
  ),
  /** Whether reviewers can be added and taken away now. */
  can: z.object({ change: z.boolean() }),
});
export type ReviewersView = z.output<typeof ReviewersView>;

export const GetReviewers = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/reviewers',
  permission: 'peerReview.allocate',
  summary: 'Who reviews one learner’s work, and who else could',
  params: WorkParams,
  response: ReviewersView,
} satisfies Endpoint;

export const AddReviewer = {
  method: 'put',
  path: '/activities/:activityId/learners/:memberId/reviewers/:reviewerId',
  permission: 'peerReview.allocate',
  summary: 'Gives one learner’s work to another to review; repeating it changes nothing',
  params: PairParams,
  response: ReviewersView,
} satisfies Endpoint;

export const RemoveReviewer = {
  method: 'delete',
  path: '/activities/:activityId/learners/:memberId/reviewers/:reviewerId',
  permission: 'peerReview.allocate',
  summary: 'Takes a review away that has not begun; repeating it changes nothing',
  params: PairParams,
  response: ReviewersView,
} satisfies Endpoint;
