import type { Clock } from '../../core/clock.ts';
import { deploymentKeyOf, platformIdOf } from '../../core/ids.ts';
import type { Deployment, DeploymentStore } from './deployments.store.ts';
import type { Directory } from './directory.ts';
import type { KeyStore } from './keys.store.ts';
import { platformEntrySchema, type PlatformEntry } from './platforms-file.ts';
import type { Platform, PlatformStore } from './platforms.store.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A platform as the administrator sees it. */
export interface PlatformListing extends Platform {
  readonly deployments: readonly Pick<Deployment, 'deploymentId' | 'status'>[];
  readonly keys: readonly { kid: string; signsFrom: Date; publishedUntil: Date | null }[];
}

/** What an administrator does with platforms: by file at start, by command line later. */
export interface PlatformRegistry {
  list(): Promise<PlatformListing[]>;
  /**
   * Registers a platform, or changes the one with the same issuer and client id, and activates it.
   *
   * @param entry checked here like an entry of the platforms file; throws a ZodError.
   */
  add(entry: unknown): Promise<Platform>;
  /** Lets a deployment in. @returns false when the platform is not known. */
  approveDeployment(platformId: string, deploymentId: string): Promise<boolean>;
  /** Refuses all launches of a platform from now on. @returns false when it is not known. */
  disable(platformId: string): Promise<boolean>;
  /** @returns the new key's id, or null when the platform is not known. */
  rotateKeys(platformId: string): Promise<string | null>;
}

interface Parts {
  platforms: PlatformStore;
  deployments: DeploymentStore;
  keys: KeyStore;
  signingKeys: SigningKeys;
  directory: Directory;
  clock: Clock;
  loopbackHttpAllowed: boolean;
}

export type Registry = PlatformRegistry & {
  /** Applies the platforms file: what it states is written, what was decided since (disabled) stays. */
  apply(entries: readonly PlatformEntry[]): Promise<void>;
};

export function createRegistry(parts: Parts): Registry {
  const { platforms, deployments, keys, signingKeys, directory, clock } = parts;
  const entrySchema = platformEntrySchema(parts.loopbackHttpAllowed);

  const isKnown = async (platformId: string): Promise<boolean> => {
    directory.forget();
    return (await directory.findPlatform(platformId)) !== null;
  };

  const approve = async (platformId: string, deploymentId: string): Promise<void> => {
    await deployments.record(platformId, deploymentId, 'approved', clock.now());
    await deployments.approve(deploymentKeyOf(platformId, deploymentId));
  };

  const write = async ({ deploymentIds, ...facts }: PlatformEntry): Promise<string> => {
    const id = platformIdOf(facts.issuer, facts.clientId);
    await platforms.save(id, facts);
    for (const deploymentId of deploymentIds) await approve(id, deploymentId);
    await signingKeys.ensure(id);
    return id;
  };

  return {
    async list() {
      const [found, allKeys] = await Promise.all([platforms.list(), keys.list()]);
      return await Promise.all(
        found.map(async (platform) => ({
          ...platform,
          deployments: await deployments.listOf(platform.id),
          keys: allKeys
            .filter((key) => key.platformId === platform.id)
            .map(({ kid, signsFrom, publishedUntil }) => ({ kid, signsFrom, publishedUntil })),
        })),
      );
    },

    async add(entry) {
      const id = await write(entrySchema.parse(entry));
      await platforms.setStatus(id, 'active');
      directory.forget();
      const added = await directory.findPlatform(id);
      if (!added) throw new Error(`platform ${id} vanished while it was added`);
      return added;
    },

    async approveDeployment(platformId, deploymentId) {
      if (!(await isKnown(platformId))) return false;
      await approve(platformId, deploymentId);
      directory.forget();
      return true;
    },

    async disable(platformId) {
      if (!(await isKnown(platformId))) return false;
      await platforms.setStatus(platformId, 'disabled');
      directory.forget();
      return true;
    },

    async rotateKeys(platformId) {
      if (!(await isKnown(platformId))) return null;
      const kid = await signingKeys.rotate(platformId);
      directory.forget();
      return kid;
    },

    async apply(entries) {
      for (const entry of entries) await write(entry);
      directory.forget();
    },
  };
}
