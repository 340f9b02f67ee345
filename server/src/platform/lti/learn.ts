import type { Clock } from '../../core/clock.ts';
import { isPlatformAddress, originsOf } from './addresses.ts';
import { type DeploymentStore, LEARNED_ORIGINS_MAX } from './deployments.store.ts';
import { type Directory, frameOriginsOf } from './directory.ts';
import { familyOf, noticeServiceOf } from './launch-claims.ts';
import type { Claims } from './launch-checks.ts';
import type { ServiceNotes } from './learned-services.ts';
import type { NoticeHandlers } from './notice-handlers.ts';
import type { PageSetting } from './page-setting.ts';
import type { Platform, PlatformStore } from './platforms.store.ts';
import type { VerifiedLaunch } from './ports.ts';

export interface LearningParts {
  readonly directory: Directory;
  readonly platforms: PlatformStore;
  readonly deployments: DeploymentStore;
  readonly noticeHandlers: NoticeHandlers;
  readonly serviceNotes: ServiceNotes;
  readonly clock: Clock;
  readonly loopbackHttpAllowed: boolean;
}

/** Keeps what a verified launch tells of its LMS: the family, and the origins of its pages and services. Mostly nothing new. */
export async function learn(
  parts: LearningParts,
  platform: Platform,
  launch: VerifiedLaunch,
  claims: Claims,
  setting: PageSetting,
): Promise<void> {
  const family = familyOf(claims);
  setting.deployment ??= await parts.directory.findDeployment(launch.deploymentKey);
  const { deployment } = setting;
  const known = new Set(frameOriginsOf(platform, deployment));
  const notices = noticeServiceOf(claims);
  const { lineItem, lineItems, membershipsUrl, groupsService } = launch;
  const services = originsOf([
    lineItem,
    lineItems,
    membershipsUrl,
    groupsService?.groupsUrl ?? null,
    groupsService?.setsUrl ?? null,
    notices?.url ?? null,
  ]);
  parts.serviceNotes.note(launch);
  const fresh = [...setting.claimedOrigins, ...services].filter(
    (origin) => !known.has(origin) && isPlatformAddress(origin, parts.loopbackHttpAllowed),
  );
  if (fresh.length > 0) {
    await parts.deployments.learnOrigins(
      launch.deploymentKey,
      [...new Set(fresh)].slice(0, LEARNED_ORIGINS_MAX),
    );
  }
  if (family !== null && family !== platform.family) await parts.platforms.setFamily(platform.id, family);
  if (fresh.length > 0 || (family !== null && family !== platform.family)) parts.directory.forget();
  if (notices) await parts.noticeHandlers.offered(launch.deploymentKey, deployment, notices);
}
