import * as contract from '../../contracts/review-talk.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ReviewTalkService } from './review-talk.service.ts';

export const reviewTalkRoutes = (talks: ReviewTalkService): Route[] => [
  handle(contract.GetOwnTalks, ({ caller, params }) => talks.getOwn(caller, params.activityId)),
  handle(contract.RateReview, ({ caller, params, body }) =>
    talks.rate(caller, params.activityId, params.pseudonym, body),
  ),
  handle(contract.ReplyToReview, ({ caller, params, body }) =>
    talks.replyAsAuthor(caller, params.activityId, params.pseudonym, body),
  ),
  handle(contract.GetGivenTalk, ({ caller, params }) =>
    talks.getGiven(caller, params.activityId, params.reviewId),
  ),
  handle(contract.ReplyToAuthor, ({ caller, params, body }) =>
    talks.replyAsReviewer(caller, params.activityId, params.reviewId, body),
  ),
  handle(contract.GetComparisonTalks, ({ caller, params }) =>
    talks.getCompared(caller, params.activityId, params.comparisonId),
  ),
  handle(contract.ReplyToComparedAuthor, ({ caller, params, body }) =>
    talks.replyToCompared(caller, params.activityId, params.comparisonId, params.side, body),
  ),
  handle(contract.GetLearnerTalks, ({ caller, params }) =>
    talks.ofLearner(caller, params.activityId, params.memberId),
  ),
];
