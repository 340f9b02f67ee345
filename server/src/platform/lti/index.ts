import { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { hashSecret } from '../../core/ids.ts';
import { createIndexes } from '../database/collection.ts';
import type { Invitations } from '../invitations/ports.ts';
import type { Jobs } from '../jobs/ports.ts';
import { createAccessTokenStore } from './access-tokens.store.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createGradeServices } from './ags-client.ts';
import { createConnectionTest } from './connection-test.ts';
import { createDeepLinkingResponses } from './deep-linking.ts';
import { createDeploymentStore } from './deployments.store.ts';
import { createDirectory, type Directory, frameOriginsOf } from './directory.ts';
import { createKeyStore } from './keys.store.ts';
import { createLaunchLogStore } from './launch-log.store.ts';
import { createLaunchLog } from './launch-log.ts';
import { createLaunchStore, type LaunchStore } from './launches.store.ts';
import { createServiceNotes } from './learned-services.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import { createProvider } from './ltijs-provider.ts';
import { createRosterServices } from './nrps-client.ts';
import { createNoticeHandlers } from './notice-handlers.ts';
import { createNoticeRouter } from './notice-routes.ts';
import { createNoticeStore } from './notices.store.ts';
import { createPlatformKeys } from './platform-keys.ts';
import { readPlatformsFile } from './platforms-file.ts';
import { createPlatformStore } from './platforms.store.ts';
import type {
  CopiedContext,
  DeepLinkingResponses,
  GradeServices,
  LaunchOutcome,
  LaunchSessions,
  RosterServices,
  VerifiedLaunch,
} from './ports.ts';
import type { ConnectionTest, LaunchNotes, PlatformRegistry } from './registry-ports.ts';
import { createRegistry } from './registry.ts';
import { createGuardedClient } from './registration/guarded-request.ts';
import { resolveBySystem } from './registration/public-address.ts';
import { createRegistrationRouter } from './registration/registration-router.ts';
import { createRouter } from './router.ts';
import { createSealer, deriveKey } from './sealed.ts';
import { createServiceClient } from './service-client.ts';
import { createSigningKeys } from './signing-keys.ts';
import { createToolSigner } from './tool-signature.ts';

export type { PlatformRegistry } from './registry-ports.ts';

export interface LtiDependencies {
  /** The database, as the stores take it. */
  readonly connection: Parameters<typeof createLaunchStore>[0];
  /** The tool's own address, without a slash at its end. */
  readonly publicUrl: string;
  /** The installation's secret, 32 bytes: keys for each purpose are derived from it. */
  readonly secretKey: Buffer;
  /** Applied at start; null for none. */
  readonly platformsFile: string | null;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Whether platforms may be on this machine over http. */
  readonly loopbackHttpAllowed: boolean;
  /** The one-time links by which platforms register themselves. */
  readonly invitations: Pick<Invitations, 'check' | 'use' | 'giveBack'>;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** Called once for each launch that was verified: what the features make of it is kept for its session. */
  readonly onLaunch: (launch: VerifiedLaunch, requestId: string) => Promise<LaunchOutcome>;
  /** Called once for each notice of a copied course. */
  readonly onContextCopied: (copied: CopiedContext) => Promise<void>;
  /** Does in the background what a launch should not wait for. */
  readonly jobs: Jobs;
}

export interface Lti {
  /** The routes below `/lti`, to be mounted at the root. */
  readonly router: Router;
  readonly sessions: LaunchSessions;
  readonly deepLinking: DeepLinkingResponses;
  readonly grades: GradeServices;
  readonly rosters: RosterServices;
  readonly registry: PlatformRegistry;
  readonly connectionTest: ConnectionTest;
  readonly launchNotes: LaunchNotes;
  /** Replaces keys that have served their time; to be called daily. */
  rotateDueKeys(): Promise<void>;
  /** Writes what is noted; at the end of the process. */
  flush(): Promise<void>;
  /** Origins whose pages may frame the client of a deployment; none when it is not known. */
  frameAncestors(deploymentKey: string): Promise<string[]>;
  /** Origins that the client may post the answer to a deep-linking request to. */
  formTargets(deploymentKey: string): Promise<string[]>;
}

/**
 * LTI 1.3 Advantage for the product: launches in, scores and signed messages out.
 *
 * @throws Error with file, entry and field when the platforms file is wrong.
 */
export async function createLti(dependencies: LtiDependencies): Promise<Lti> {
  const { connection, secretKey, clock, log, loopbackHttpAllowed, onLaunch } = dependencies;
  const publicUrl = dependencies.publicUrl.replace(/\/+$/, '');
  const platforms = createPlatformStore(connection);
  const deployments = createDeploymentStore(connection);
  const keys = createKeyStore(connection);
  const launches = createLaunchStore(connection);
  const tokenStore = createAccessTokenStore(connection);

  const directory = createDirectory({ platforms, deployments, keys }, clock);
  const sealer = createSealer(deriveKey(secretKey, 'keys-and-tokens'));
  const signingKeys = createSigningKeys(keys, sealer, clock);
  const registry = createRegistry({
    platforms,
    deployments,
    keys,
    signingKeys,
    directory,
    clock,
    loopbackHttpAllowed,
    eventsWritten: dependencies.eventsWritten,
  });
  if (dependencies.platformsFile !== null) {
    // Two instances that start at once must not both make a platform's first key: that takes the unique index.
    await createIndexes(connection);
    await registry.apply(await readPlatformsFile(dependencies.platformsFile, loopbackHttpAllowed));
  }
  const provider = createProvider(
    deriveKey(secretKey, 'ltijs').toString('hex'),
    createLtijsDatabase(directory),
  );
  const signer = createToolSigner(directory, sealer, clock);
  const tokens = createAccessTokens({ store: tokenStore, signer, sealer, clock });
  const services = createServiceClient({ directory, tokens });
  const { jobs } = dependencies;
  const platformKeys = createPlatformKeys(clock);
  const launchLogStore = createLaunchLogStore(connection);
  const launchLog = createLaunchLog(launchLogStore, clock, log);
  const launchRouter = createRouter({
    launchLog,
    serviceNotes: createServiceNotes(deployments, clock, log),
    directory,
    launches,
    platforms,
    deployments,
    platformKeys,
    noticeHandlers: createNoticeHandlers({ directory, deployments, services, jobs, clock, publicUrl }),
    provider,
    clock,
    log,
    publicUrl,
    loopbackHttpAllowed,
    onLaunch,
  });
  const registrationRouter = createRegistrationRouter({
    invitations: dependencies.invitations,
    registry,
    client: createGuardedClient(resolveBySystem, loopbackHttpAllowed),
    log,
    publicUrl,
    loopbackHttpAllowed,
  });
  const noticeRouter = createNoticeRouter({
    directory,
    notices: createNoticeStore(connection),
    platformKeys,
    clock,
    log,
    onContextCopied: dependencies.onContextCopied,
  });
  const origins = originsOfDeployments(directory);
  return {
    router: Router().use(launchRouter, noticeRouter, registrationRouter),
    sessions: createSessions(launches, clock),
    deepLinking: createDeepLinkingResponses({ directory, signer, publicUrl }),
    grades: createGradeServices(services, directory, clock),
    rosters: createRosterServices(services, clock),
    registry,
    connectionTest: createConnectionTest({ directory, deployments, tokens, services, clock }),
    launchNotes: launchLogStore,
    rotateDueKeys: signingKeys.rotateDue,
    flush: launchLog.flush,
    frameAncestors: origins,
    // The return address of a verified request is among the origins that were learned from it.
    formTargets: origins,
  };
}

const originsOfDeployments =
  (directory: Directory) =>
  async (deploymentKey: string): Promise<string[]> => {
    const deployment = await directory.findDeployment(deploymentKey);
    const platform = deployment && (await directory.findPlatform(deployment.platformId));
    return platform ? frameOriginsOf(platform, deployment) : [];
  };

const createSessions = (launches: LaunchStore, clock: Clock): LaunchSessions => ({
  redeemCode: async (code) => await launches.redeem(hashSecret(code), clock.now()),
  findSession: async (launchId) => await launches.findSession(launchId, clock.now()),
});
