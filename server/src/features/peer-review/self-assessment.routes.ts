import * as contract from '../../contracts/peer-review-self.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { SelfAssessmentService } from './self-assessment.service.ts';

export const selfAssessmentRoutes = (self: SelfAssessmentService): Route[] => [
  handle(contract.GetSelfAssessment, ({ caller, params }) => self.get(caller, params.activityId)),
  handle(contract.SaveSelfAssessmentDraft, ({ caller, params, body }) => {
    const { ratings, comment, inline, expectedRevision } = body;
    return self.saveDraft(caller, params.activityId, { ratings, comment, inline }, expectedRevision);
  }),
  handle(contract.SubmitSelfAssessment, ({ caller, params, body }) => {
    const { ratings, comment, inline, expectedRevision } = body;
    return self.submit(caller, params.activityId, { ratings, comment, inline, expectedRevision });
  }),
  handle(contract.GetSelfComparison, ({ caller, params }) => self.ownComparison(caller, params.activityId)),
  handle(contract.GetLearnerSelfAssessment, ({ caller, params }) =>
    self.ofLearner(caller, params.activityId, params.memberId),
  ),
];
