import * as contract from '../../contracts/team-dynamics.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { DynamicsService } from './team-dynamics.service.ts';

export const dynamicsRoutes = (service: DynamicsService): Route[] => [
  handle(contract.GetTeamDynamics, ({ caller, params }) => service.get(caller, params)),
  handle(contract.AnswerTeamDynamics, ({ caller, params, body }) => {
    const { n, ...place } = params;
    return service.answer(caller, place, n, body.steps);
  }),
];
