import * as contract from '../../contracts/disputes.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AnswerDisputesService } from './answer-disputes.service.ts';
import type { OwnDisputesService } from './own-disputes.service.ts';
import type { DisputeTimesService } from './dispute-times.service.ts';

export const disputeRoutes = (
  own: OwnDisputesService,
  answering: AnswerDisputesService,
  times: DisputeTimesService,
): Route[] => [
  handle(contract.GetDisputeSettings, ({ caller, params }) => times.read(caller, params.activityId)),
  handle(contract.SaveDisputeSettings, ({ caller, params, body }) =>
    times.save(caller, params.activityId, {
      openDays: body.openDays,
      answerDays: body.answerDays,
      expectedRevision: body.expectedRevision,
    }),
  ),
  handle(contract.GetOwnDisputes, ({ caller, params }) => own.list(caller, params.activityId)),
  handle(contract.OpenDispute, ({ caller, params, body }) =>
    own.open(caller, params.activityId, { id: params.disputeId, target: body.target, reason: body.reason }),
  ),
  handle(contract.WithdrawDispute, ({ caller, params }) =>
    own.withdraw(caller, params.activityId, params.disputeId),
  ),
  handle(contract.ListDisputes, ({ caller, params, query }) =>
    answering.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.TakeDispute, ({ caller, params, body }) =>
    answering.take(caller, params.activityId, params.disputeId, body.expectedRevision),
  ),
  handle(contract.AnswerDispute, ({ caller, params, body }) =>
    answering.answer(caller, params.activityId, params.disputeId, {
      outcome: body.outcome,
      reason: body.reason,
      expectedRevision: body.expectedRevision,
    }),
  ),
];
