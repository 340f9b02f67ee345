import { contributionRoutes } from './contributions.routes.ts';
import { type ContributionPorts, createContributionService } from './contributions.service.ts';
import { createStatementStore } from './statements.store.ts';

interface Ports extends ContributionPorts {
  readonly connection: Parameters<typeof createStatementStore>[0];
}

/** What each member of a group contributes: what is known, and what they say themselves. */
export const createContributions = ({ connection, ...ports }: Ports) => ({
  routes: contributionRoutes(createContributionService(createStatementStore(connection), ports)),
});
