import { GetNextWork, TakeNextWork } from '../../contracts/peer-review-pull.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PeerReviewServices } from './peer-review.service.ts';

/** Taking works to review one at a time. */
export const pullRoutes = ({ pulling }: Pick<PeerReviewServices, 'pulling'>): Route[] => [
  handle(GetNextWork, ({ caller, params }) => pulling.next(caller, params.activityId)),
  handle(TakeNextWork, ({ caller, params }) => pulling.take(caller, params.activityId)),
];
