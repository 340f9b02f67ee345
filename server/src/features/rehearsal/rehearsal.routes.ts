import * as contract from '../../contracts/rehearsal.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { RehearsalService } from './rehearsal.service.ts';

export const rehearsalRoutes = (service: RehearsalService): Route[] => [
  handle(contract.GetRehearsal, ({ caller, params }) => service.get(caller, params.activityId)),
  handle(contract.BeginRehearsal, ({ caller, params, body }) =>
    service.begin(caller, params.activityId, body.names),
  ),
  handle(contract.EnterRehearsal, ({ caller, params, body }) =>
    service.enter(caller, params.activityId, body.memberId),
  ),
  handle(contract.FillRehearsal, async ({ caller, params, body }) => ({
    done: await service.fill(caller, params.activityId, body.step, body.text),
  })),
  handle(contract.EndRehearsal, async ({ caller, params }) => {
    await service.end(caller, params.activityId);
    return {};
  }),
];
