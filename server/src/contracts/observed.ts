import { z } from 'zod';
import { type Endpoint, Id } from './endpoint.ts';
import { LearnerActivityView, OwnSubmissionView, ReceivedReviewView, ReviewTaskView } from './peer-review.ts';

/** A learner as somebody who may observe them sees them. */
export const LearnerName = z.object({ memberId: Id, name: z.string().nullable() });

export const ListObserved = {
  method: 'get',
  path: '/observed',
  permission: 'observed.read',
  summary: 'The learners whom the calling observer may see',
  response: z.object({ items: z.array(LearnerName) }),
} satisfies Endpoint;

const Params = z.object({ activityId: Id, memberId: Id });

/**
 * A learner's own page of the activity, to be read by their observer: no abilities, and no way to the works of others,
 * which the learner reviews. Who the others are is nobody's business outside the course: no name of theirs is in it.
 */
export const ObservedActivityView = LearnerActivityView.omit({ can: true, reviewTasks: true }).extend({
  learner: LearnerName,
  reviewTasks: z.array(ReviewTaskView.omit({ reviewId: true, author: true })),
});

export const GetObservedActivity = {
  method: 'get',
  path: '/activities/:activityId/observed/:memberId',
  permission: 'observed.read',
  summary: 'The activity as one observed learner sees it',
  params: Params,
  response: ObservedActivityView,
} satisfies Endpoint;

export const GetObservedSubmission = {
  method: 'get',
  path: '/activities/:activityId/observed/:memberId/submission',
  permission: 'observed.read',
  summary: 'The text that an observed learner handed in; what is being written is nobody else’s to see',
  params: Params,
  response: OwnSubmissionView.omit({ draft: true, promise: true, handIn: true }),
} satisfies Endpoint;

export const GetObservedReviews = {
  method: 'get',
  path: '/activities/:activityId/observed/:memberId/received-reviews',
  permission: 'observed.read',
  summary: 'The reviews of an observed learner’s work, once grades are released',
  params: Params,
  response: z.object({ reviews: z.array(ReceivedReviewView.omit({ reviewer: true })) }),
} satisfies Endpoint;
