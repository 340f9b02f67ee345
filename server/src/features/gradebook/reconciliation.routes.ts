import {
  AcceptAllTheirs,
  AcceptTheirs,
  GetGradebookStatus,
  ListCompared,
  SendAllOurs,
  SendOurs,
  StartReconciliation,
} from '../../contracts/reconciliation.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ComparedService } from './compared-rows.service.ts';
import type { Decider, SettleService } from './settle-differences.service.ts';

/** Work that goes on as a job. */
interface Requests {
  read(scope: Caller['scope'], activityId: string, by: Decider): Promise<void>;
  sendAll(scope: Caller['scope'], activityId: string, by: Decider): Promise<void>;
  acceptAll(scope: Caller['scope'], activityId: string, by: Decider): Promise<void>;
}

const deciderOf = ({ actor, requestId, member }: Caller): Decider => ({
  actor,
  requestId,
  memberId: member.id,
});

export const reconciliationRoutes = (
  compared: ComparedService,
  settling: SettleService,
  requests: Requests,
): Route[] => {
  async function ask<Kind extends Parameters<ComparedService['ask']>[2]>(
    caller: Caller,
    activityId: string,
    kind: Kind,
    request: Requests[keyof Requests],
  ): Promise<{ working: Kind }> {
    await compared.ask(caller, activityId, kind, () => request(caller.scope, activityId, deciderOf(caller)));
    return { working: kind };
  }

  return [
    handle(GetGradebookStatus, ({ caller, params }) => compared.status(caller, params.activityId)),
    handle(ListCompared, ({ caller, params, query: { differing, after, limit } }) =>
      compared.rows(caller, params.activityId, differing === 'true', after, limit),
    ),
    handle(StartReconciliation, ({ caller, params }) =>
      ask(caller, params.activityId, 'reading', requests.read),
    ),
    handle(SendOurs, ({ caller, params }) =>
      settling.sendOurs(caller.scope, params.columnId, params.memberId, deciderOf(caller)),
    ),
    handle(AcceptTheirs, ({ caller, params }) =>
      settling.acceptTheirs(caller.scope, params.columnId, params.memberId, deciderOf(caller)),
    ),
    handle(SendAllOurs, ({ caller, params }) =>
      ask(caller, params.activityId, 'sendingOurs', requests.sendAll),
    ),
    handle(AcceptAllTheirs, ({ caller, params }) =>
      ask(caller, params.activityId, 'acceptingTheirs', requests.acceptAll),
    ),
  ];
};
