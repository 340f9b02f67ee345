import * as contract from '../../contracts/team-charter.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { CharterService } from './team-charter.service.ts';

export const charterRoutes = (service: CharterService): Route[] => [
  handle(contract.GetCharter, ({ caller, params }) => service.get(caller, params)),
  handle(contract.SaveCharterDraft, ({ caller, params, body }) =>
    service.saveDraft(caller, params, body.texts, body.expectedRevision),
  ),
  handle(contract.ProposeCharter, ({ caller, params, body }) =>
    service.propose(caller, params, body.expectedRevision),
  ),
  handle(contract.AgreeToCharter, ({ caller, params }) => {
    const { version, ...key } = params;
    return service.agree(caller, key, version);
  }),
  handle(contract.ListCharters, ({ caller, params, query }) =>
    service.list(caller, params.activityId, query.after, query.limit),
  ),
];
