import * as contract from '../../contracts/peer-review-problems.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { StaffServices } from './staff-view.service.ts';

export const reviewProblemRoutes = ({ reporting, answering, disagreements }: StaffServices): Route[] => [
  handle(contract.GetOwnProblems, ({ caller, params }) =>
    reporting.ofReview(caller, params.activityId, params.reviewId),
  ),
  handle(contract.ReportProblem, ({ caller, params, body }) =>
    reporting.reportReview(caller, params.activityId, params.reviewId, {
      id: params.problemId,
      kind: body.kind,
      text: body.text,
    }),
  ),
  handle(contract.GetOwnComparisonProblems, ({ caller, params }) =>
    reporting.ofComparison(caller, params.activityId, params.comparisonId),
  ),
  handle(contract.ReportComparisonProblem, ({ caller, params, body }) =>
    reporting.reportComparison(caller, params.activityId, params.comparisonId, {
      id: params.problemId,
      kind: body.kind,
      text: body.text,
      side: body.side,
    }),
  ),
  handle(contract.ListReviewProblems, ({ caller, params, query }) =>
    answering.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.AnswerReviewProblem, ({ caller, params, body }) => {
    const { action, words, expectedRevision } = body;
    return answering.answer(caller, params.activityId, params.problemId, { action, words, expectedRevision });
  }),
  handle(contract.GetDisagreements, ({ caller, params }) => disagreements.list(caller, params.activityId)),
  handle(contract.DismissDisagreement, ({ caller, params, body }) => {
    const { dismissed, reason, expectedRevision } = body;
    return disagreements.dismiss(caller, params.activityId, params.memberId, {
      dismissed,
      reason,
      expectedRevision,
    });
  }),
];
