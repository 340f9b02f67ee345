import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Doer } from '../../core/events.ts';
import type {
  ConnectionStep,
  ConnectionTest,
  LaunchNotes,
  PlatformRegistry,
  PlatformSettings,
} from '../../platform/lti/registry-ports.ts';
import { countCodes, keyStates } from './administration.domain.ts';
import {
  connectionResultView,
  launchesView,
  overviewView,
  pendingDeploymentView,
  platformDetailsView,
  platformView,
} from './administration.views.ts';

export interface PlatformPorts {
  readonly registry: PlatformRegistry;
  readonly connectionTest: ConnectionTest;
  readonly launchNotes: LaunchNotes;
  /** Since when the oldest grade of all courses waits to be sent; null when none does. */
  readonly oldestUnsentGradeAt: () => Promise<Date | null>;
  /** Replaces keys that have served their time. */
  readonly rotateDueKeys: () => Promise<void>;
  readonly clock: Clock;
}

/** How many launches are shown, and how many pending deployments are counted. */
const LAUNCHES_SHOWN = 200;
const PENDING_COUNTED = 100;

interface LaunchFilter {
  readonly outcome: 'all' | 'refused';
  readonly platformId?: string | undefined;
}

export type ConsolePlatformsService = ReturnType<typeof createConsolePlatformsService>;

/** What administrators see of platforms, and do with them. */
export function createConsolePlatformsService(ports: PlatformPorts) {
  const { registry, connectionTest, launchNotes, clock } = ports;

  const names = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await registry.list()).map(({ id, name }) => [id, name]));

  const recentLaunches = async ({ outcome, platformId }: LaunchFilter) =>
    (await launchNotes.list())
      .filter((note) => outcome === 'all' || note.code !== null)
      .filter((note) => platformId === undefined || note.platformId === platformId)
      .slice(0, LAUNCHES_SHOWN);

  const details = async (platformId: string) => {
    const platform = await registry.find(platformId);
    if (!platform) throw new AppError('NOT_FOUND');
    return platformDetailsView(platform, keyStates(platform.keys, clock.now()));
  };

  /** @throws AppError NOT_FOUND when the platform is not known. */
  const afterwards = async (platformId: string, known: boolean | string | null) => {
    if (known === false || known === null) throw new AppError('NOT_FOUND');
    return await details(platformId);
  };

  return {
    get: details,
    rotateDueKeys: ports.rotateDueKeys,

    async overview() {
      const [platforms, pending, oldestUnsentGradeAt, launches] = await Promise.all([
        registry.list(),
        registry.listPendingDeployments(null, PENDING_COUNTED),
        ports.oldestUnsentGradeAt(),
        recentLaunches({ outcome: 'all' }),
      ]);
      return overviewView({
        pendingPlatforms: platforms.filter(({ status }) => status === 'pending').length,
        pendingDeployments: pending.length,
        oldestUnsentGradeAt,
        refusedLaunches: launches.filter(({ code }) => code !== null).length,
        launches: launches.length,
      });
    },

    /** By name; the key of a page is the last name and id on it. */
    async list(after: string | undefined, limit: number) {
      const keyOf = ({ name, id }: { name: string; id: string }): string => `${name.toLowerCase()}\n${id}`;
      const sorted = (await registry.list())
        .map((platform) => ({ platform, key: keyOf(platform) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .filter(({ key }) => after === undefined || key > after);
      const page = sorted.slice(0, limit);
      return {
        items: page.map(({ platform }) => platformView(platform)),
        next: sorted.length > limit ? (page.at(-1)?.key ?? null) : null,
      };
    },

    async listPendingDeployments(after: string | undefined, limit: number) {
      const [found, known] = await Promise.all([
        registry.listPendingDeployments(after ?? null, limit + 1),
        names(),
      ]);
      const page = found.slice(0, limit);
      return {
        items: page.map((deployment) => pendingDeploymentView(deployment, known)),
        next: found.length > limit ? (page.at(-1)?.key ?? null) : null,
      };
    },

    change: async (platformId: string, settings: PlatformSettings, by: Doer) =>
      await afterwards(platformId, await registry.change(platformId, settings, by)),

    approve: async (platformId: string, by: Doer) =>
      await afterwards(platformId, await registry.approve(platformId, by)),

    disable: async (platformId: string, by: Doer) =>
      await afterwards(platformId, await registry.disable(platformId, by)),

    rotateKeys: async (platformId: string, by: Doer) =>
      await afterwards(platformId, await registry.rotateKeys(platformId, by)),

    approveDeployment: async (platformId: string, deploymentId: string, by: Doer) =>
      await afterwards(platformId, await registry.approveDeployment(platformId, deploymentId, by)),

    async testConnection(platformId: string, step: ConnectionStep) {
      const result = await connectionTest.run(platformId, step);
      if (!result) throw new AppError('NOT_FOUND');
      return connectionResultView({ step, ...result });
    },

    async listLaunches(filter: LaunchFilter) {
      const [launches, known] = await Promise.all([recentLaunches(filter), names()]);
      return launchesView(countCodes(launches), launches, known);
    },
  };
}
