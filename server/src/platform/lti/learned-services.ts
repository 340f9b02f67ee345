import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { uncounted } from '../database/round-trips.ts';
import type { DeploymentStore } from './deployments.store.ts';
import type { VerifiedLaunch } from './ports.ts';

export interface ServiceNotes {
  /** Keeps the addresses of a launch's services, for the administrators' connection test. */
  note(launch: VerifiedLaunch): void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTED_MAX = 10_000;

/** One write a day for a deployment, beside the launch and not at its expense; one with a column is worth another. */
export function createServiceNotes(
  deployments: Pick<DeploymentStore, 'learnServices'>,
  clock: Clock,
  log: Pick<Logger, 'warn'>,
): ServiceNotes {
  const noted = new Map<string, { at: number; column: boolean }>();

  return {
    note({ deploymentKey, membershipsUrl: memberships, lineItems, lineItem }) {
      const now = clock.now();
      const last = noted.get(deploymentKey);
      const isFresh = last !== undefined && now.getTime() - last.at < DAY_MS;
      if (isFresh && (last.column || lineItem === null)) return;
      if (memberships === null && lineItems === null && lineItem === null) return;
      if (noted.size >= NOTED_MAX) noted.clear();
      noted.set(deploymentKey, { at: now.getTime(), column: lineItem !== null });
      const services = { memberships, lineItems, lineItem, learnedAt: now };
      void uncounted(() => deployments.learnServices(deploymentKey, services)).catch((error: unknown) => {
        noted.delete(deploymentKey);
        log.warn({ err: error }, 'the services of a launch were not noted');
      });
    },
  };
}
