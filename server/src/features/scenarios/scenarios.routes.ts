import * as plenaryContract from '../../contracts/plenary.ts';
import * as contract from '../../contracts/scenarios.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PlenaryService } from './plenary.service.ts';
import type { ScenarioService } from './scenarios.service.ts';

export const scenarioRoutes = (service: ScenarioService, plenary: PlenaryService): Route[] => [
  handle(contract.GetGroupScenario, ({ caller, params }) => service.get(caller, params)),
  handle(contract.ListScenarios, ({ caller, params, query }) =>
    service.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.GiveScenario, ({ caller, params, body }) =>
    service.give(caller, params, body.scenarioId, body.expectedRevision),
  ),
  handle(plenaryContract.ListPlenaries, ({ caller, params }) => plenary.list(caller, params.activityId)),
  handle(plenaryContract.GetPlenary, ({ caller, params, query }) =>
    plenary.get(caller, params.activityId, params.n, query.after, query.limit),
  ),
  handle(plenaryContract.OpenPlenary, ({ caller, params, body }) => {
    const { opensAt, expectedRevision } = body;
    const at = opensAt === null || opensAt === 'now' ? opensAt : new Date(opensAt);
    return plenary.setOpening(caller, params.activityId, params.n, at, expectedRevision);
  }),
];
