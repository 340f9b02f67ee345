import * as contract from '../../contracts/peer-review-calibration.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { CalibrationService } from './calibration.service.ts';
import type { ExamplesService } from './examples.service.ts';
import type { LetPassService } from './let-pass.service.ts';

export const calibrationRoutes = ({
  examples,
  calibration,
  letPass,
}: {
  readonly examples: ExamplesService;
  readonly calibration: CalibrationService;
  readonly letPass: LetPassService;
}): Route[] => [
  handle(contract.ListExamples, ({ caller, params }) => examples.list(caller, params.activityId)),
  handle(contract.GetExample, ({ caller, params }) =>
    examples.get(caller, params.activityId, params.exampleId),
  ),
  handle(contract.SaveExample, ({ caller, params, body }) => {
    const { title, text, files, ratings, comment, inline, expectedRevision } = body;
    const wanted = { title, text, files, ratings, comment, inline, expectedRevision };
    return examples.save(caller, params.activityId, params.exampleId, wanted);
  }),
  handle(contract.RemoveExample, ({ caller, params }) =>
    examples.remove(caller, params.activityId, params.exampleId),
  ),
  handle(contract.ListCalibrations, ({ caller, params, query }) =>
    letPass.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.LetPass, ({ caller, params, body }) => {
    const { passes, reason, expectedRevision } = body;
    return letPass.decide(caller, params.activityId, params.memberId, { passes, reason, expectedRevision });
  }),
  handle(contract.GetOwnCalibration, ({ caller, params }) => calibration.own(caller, params.activityId)),
  handle(contract.GetExampleReview, ({ caller, params }) =>
    calibration.get(caller, params.activityId, params.exampleId),
  ),
  handle(contract.SaveExampleReviewDraft, ({ caller, params, body }) => {
    const { ratings, comment, inline, expectedRevision } = body;
    const { activityId, exampleId } = params;
    return calibration.saveDraft(
      caller,
      activityId,
      exampleId,
      { ratings, comment, inline },
      expectedRevision,
    );
  }),
  handle(contract.SubmitExampleReview, ({ caller, params, body }) => {
    const { ratings, comment, inline, expectedRevision } = body;
    const { activityId, exampleId } = params;
    return calibration.submit(caller, activityId, exampleId, { ratings, comment, inline, expectedRevision });
  }),
];
