import { AddReviewer, GetReviewers, RemoveReviewer } from '../../contracts/peer-review-pairs.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PeerReviewServices } from './peer-review.service.ts';

/** Staff decide who reviews whom. */
export const pairRoutes = ({ pairs }: Pick<PeerReviewServices, 'pairs'>): Route[] => [
  handle(GetReviewers, ({ caller, params }) => pairs.list(caller, params.activityId, params.memberId)),
  handle(AddReviewer, ({ caller, params }) =>
    pairs.add(caller, params.activityId, params.memberId, params.reviewerId),
  ),
  handle(RemoveReviewer, ({ caller, params }) =>
    pairs.remove(caller, params.activityId, params.memberId, params.reviewerId),
  ),
];
