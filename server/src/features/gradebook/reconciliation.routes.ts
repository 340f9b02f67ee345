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
): Route[] => [
  handle(GetGradebookStatus, ({ caller, params }) => compared.status(caller, params.activityId)),
  handle(ListCompared, ({ caller, params, query: { differing, after, limit } }) =>
    compared.rows(caller, params.activityId, differing === 'true', after, limit),
  ),
  handle(StartReconciliation, async ({ caller, params }) => {
    await compared.status(caller, params.activityId);
    await requests.read(caller.scope, params.activityId, deciderOf(caller));
    return { working: 'reading' as const };
  }),
  handle(SendOurs, ({ caller, params }) =>
    settling.sendOurs(caller.scope, params.columnId, params.memberId, deciderOf(caller)),
  ),
  handle(AcceptTheirs, ({ caller, params }) =>
    settling.acceptTheirs(caller.scope, params.columnId, params.memberId, deciderOf(caller)),
  ),
  handle(SendAllOurs, async ({ caller, params }) => {
    await compared.status(caller, params.activityId);
    await requests.sendAll(caller.scope, params.activityId, deciderOf(caller));
    return { working: 'sendingOurs' as const };
  }),
  handle(AcceptAllTheirs, async ({ caller, params }) => {
    await compared.status(caller, params.activityId);
    await requests.acceptAll(caller.scope, params.activityId, deciderOf(caller));
    return { working: 'acceptingTheirs' as const };
  }),
];
