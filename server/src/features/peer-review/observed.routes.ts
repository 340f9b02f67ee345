import * as contract from '../../contracts/observed.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ObservedReadsService } from './read-observed.service.ts';

export const observedRoutes = (observed: ObservedReadsService): Route[] => [
  handle(contract.GetObservedActivity, ({ caller, params }) =>
    observed.activity(caller, params.activityId, params.memberId),
  ),
  handle(contract.GetObservedSubmission, ({ caller, params }) =>
    observed.submission(caller, params.activityId, params.memberId),
  ),
  handle(contract.GetObservedReviews, ({ caller, params }) =>
    observed.receivedReviews(caller, params.activityId, params.memberId),
  ),
];
