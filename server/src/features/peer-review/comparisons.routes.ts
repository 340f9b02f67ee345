import * as contract from '../../contracts/peer-review-comparative.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ComparisonResultsService } from './comparison-results.service.ts';
import type { GiveComparisonsService } from './give-comparisons.service.ts';
import type { SubmitComparisonService } from './submit-comparison.service.ts';

interface Services {
  readonly comparing: SubmitComparisonService;
  readonly comparisonResults: ComparisonResultsService;
  readonly comparisonPairs: GiveComparisonsService;
}

export const comparisonRoutes = ({ comparing, comparisonResults, comparisonPairs }: Services): Route[] => [
  handle(contract.GetComparison, ({ caller, params }) =>
    comparing.get(caller, params.activityId, params.comparisonId),
  ),
  handle(contract.SaveComparisonDraft, ({ caller, params, body }) => {
    const { choices, leftComment, rightComment, expectedRevision } = body;
    const content = { choices, leftComment, rightComment };
    return comparing.saveDraft(caller, params.activityId, params.comparisonId, content, expectedRevision);
  }),
  handle(contract.SubmitComparison, ({ caller, params, body }) => {
    const { choices, leftComment, rightComment, expectedRevision, promised } = body;
    const command = { choices, leftComment, rightComment, expectedRevision, promised };
    return comparing.submit(caller, params.activityId, params.comparisonId, command);
  }),
  handle(contract.GetComparisonResults, ({ caller, params, query }) =>
    comparisonResults.results(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.GetComparingReviewers, ({ caller, params }) =>
    comparisonResults.reviewers(caller, params.activityId),
  ),
  handle(contract.GetComparers, ({ caller, params }) => comparisonPairs.list(caller, params.activityId)),
  handle(contract.GiveComparison, ({ caller, params, body: { reviewerId, workIds } }) =>
    comparisonPairs.give(caller, params.activityId, reviewerId, workIds),
  ),
  handle(contract.TakeComparison, ({ caller, params }) =>
    comparisonPairs.take(caller, params.activityId, params.comparisonId),
  ),
  handle(contract.GetComparisons, ({ caller, params, query }) =>
    comparisonResults.list(caller, params.activityId, query.after, query.limit),
  ),
];
