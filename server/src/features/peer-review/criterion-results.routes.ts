import { GetCriterionResults, SetCriterionResult } from '../../contracts/criterion-results.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { CriterionResultsService } from './criterion-results.service.ts';

/** Staff set what a criterion of a work gets. */
export const criterionRoutes = (results: CriterionResultsService): Route[] => [
  handle(GetCriterionResults, ({ caller, params }) =>
    results.list(caller, params.activityId, params.memberId),
  ),
  handle(SetCriterionResult, ({ caller, params, body: { points, reason, expectedRevision } }) =>
    results.set(caller, params.activityId, params.memberId, params.criterionId, {
      points,
      reason,
      expectedRevision,
    }),
  ),
];
