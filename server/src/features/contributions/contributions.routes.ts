import * as contract from '../../contracts/contributions.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ContributionService } from './contributions.service.ts';

export const contributionRoutes = (service: ContributionService): Route[] => [
  handle(contract.GetContributions, ({ caller, params, query }) => service.get(caller, params, query.n)),
  handle(contract.SaveStatement, ({ caller, params, body }) => {
    const { n, ...place } = params;
    return service.save(caller, place, n, body.text, body.expectedRevision);
  }),
];
