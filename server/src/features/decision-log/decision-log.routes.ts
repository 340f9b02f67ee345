import * as contract from '../../contracts/decision-log.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { DecisionLogService } from './decision-log.service.ts';

export const decisionLogRoutes = (service: DecisionLogService): Route[] => [
  handle(contract.GetDecisionLog, ({ caller, params }) => service.get(caller, params)),
  handle(contract.RecordDecision, ({ caller, params, body }) => {
    const { decision, alternatives, why, decidedOn, isRevoked, presentIds, expectedVersion } = body;
    const content = { decision, alternatives, why, decidedOn, isRevoked, presentIds };
    return service.record(caller, params, content, expectedVersion);
  }),
];
