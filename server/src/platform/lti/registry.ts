import type { Clock } from '../../core/clock.ts';
import { type Doer, type DomainEvent, type EventType, installationEvent } from '../../core/events.ts';
import { deploymentKeyOf, platformIdOf } from '../../core/ids.ts';
import type { Deployment, DeploymentStore } from './deployments.store.ts';
import type { Directory } from './directory.ts';
import type { KeyStore } from './keys.store.ts';
import { platformEntrySchema, type PlatformEntry } from './platforms-file.ts';
import type { Platform, PlatformFacts, PlatformStore } from './platforms.store.ts';
import type { DeploymentListing, PlatformRegistry, PlatformSettings } from './registry-ports.ts';
import type { SigningKeys } from './signing-keys.ts';

interface Parts {
  platforms: PlatformStore;
  deployments: DeploymentStore;
  keys: KeyStore;
  signingKeys: SigningKeys;
  directory: Directory;
  clock: Clock;
  loopbackHttpAllowed: boolean;
  /** Tells the relay that events were written. */
  eventsWritten: () => void;
}

export type Registry = PlatformRegistry & {
  /** Applies the platforms file: what it states is written, what was decided since (disabled) stays. */
  apply(entries: readonly PlatformEntry[]): Promise<void>;
  /**
   * Records a platform that has registered itself; it waits for approval, and its deployment with it.
   *
   * @returns its id, or null when a platform with this issuer and client id is there already: that one stays as it is.
   */
  registerPending(entry: PlatformEntry, family: string | null, by: Doer): Promise<string | null>;
};

const FILE: Doer = { actor: { kind: 'system', job: 'platforms file' }, requestId: null };
const DEPLOYMENTS_SHOWN = 200;

export function createRegistry(parts: Parts): Registry {
  const { platforms, deployments, keys, signingKeys, directory, clock, eventsWritten } = parts;
  const entrySchema = platformEntrySchema(parts.loopbackHttpAllowed);

  const findPlatform = async (platformId: string): Promise<Platform | null> => {
    directory.forget();
    return await directory.findPlatform(platformId);
  };

  const eventOf = (type: EventType, id: string, by: Doer, data: Record<string, unknown> = {}): DomainEvent =>
    installationEvent(type, { kind: 'platform', id }, by, clock.now(), data);

  const changed = (): void => {
    directory.forget();
    eventsWritten();
  };

  const approveDeployment = async (platformId: string, deploymentId: string, by: Doer): Promise<void> => {
    const event = eventOf('deployment.approved', platformId, by, { deploymentId });
    const isNew = await deployments.record(platformId, deploymentId, 'approved', clock.now(), event);
    if (!isNew) await deployments.approve(deploymentKeyOf(platformId, deploymentId), event);
  };

  const insert = async (
    { deploymentIds, acceptNewDeployments = false, ...stated }: PlatformEntry,
    state: Pick<Platform, 'status' | 'family'>,
    by: Doer,
  ): Promise<string | null> => {
    const facts = { ...stated, acceptNewDeployments };
    const { issuer, clientId } = facts;
    const id = platformIdOf(issuer, clientId);
    const event = eventOf('platform.registered', id, by, { issuer, clientId, status: state.status });
    // The key first: a platform without one could not be launched from, a key without a platform is only published.
    await signingKeys.ensure(id);
    if (!(await platforms.insert({ id, ...facts, ...state }, event))) return null;
    for (const deploymentId of deploymentIds) await approveDeployment(id, deploymentId, by);
    return id;
  };

  /** Inserts a platform as active, or changes the facts of the one that is there. */
  const write = async (entry: PlatformEntry, by: Doer): Promise<string> => {
    const { deploymentIds, acceptNewDeployments, ...stated } = entry;
    // Where the file does not say, what an administrator has decided stays.
    const facts = { ...stated, ...(acceptNewDeployments !== undefined && { acceptNewDeployments }) };
    const id = platformIdOf(facts.issuer, facts.clientId);
    let before = await directory.findPlatform(id);
    if (before === null) {
      if ((await insert(entry, { status: 'active', family: null }, by)) !== null) return id;
      // An earlier entry of the file or another instance has just made it.
      before = await findPlatform(id);
    }
    const fields = before === null ? [] : differencesOf(before, facts);
    if (fields.length > 0) await platforms.change(id, facts, eventOf('platform.changed', id, by, { fields }));
    for (const deploymentId of deploymentIds) await approveDeployment(id, deploymentId, by);
    return id;
  };

  const setStatus = async (id: string, status: Platform['status'], by: Doer): Promise<boolean> => {
    if ((await findPlatform(id)) === null) return false;
    const type = status === 'active' ? 'platform.approved' : 'platform.disabled';
    await platforms.setStatus(id, status, eventOf(type, id, by));
    changed();
    return true;
  };

  return {
    list: async () => await platforms.list(),

    async find(platformId) {
      const platform = await findPlatform(platformId);
      if (platform === null) return null;
      const [found, allKeys] = await Promise.all([
        deployments.listOf(platformId, DEPLOYMENTS_SHOWN),
        keys.list(),
      ]);
      return {
        ...platform,
        deployments: found.map(asListing),
        keys: allKeys
          .filter((key) => key.platformId === platformId)
          .map(({ kid, signsFrom, publishedUntil }) => ({ kid, signsFrom, publishedUntil })),
      };
    },

    async listPendingDeployments(after, limit) {
      return (await deployments.listPending(after, limit)).map(asListing);
    },

    async add(entry, by) {
      const checked = entrySchema.parse(entry);
      directory.forget();
      const id = await write(checked, by);
      await setStatus(id, 'active', by);
      const added = await directory.findPlatform(id);
      if (!added) throw new Error(`platform ${id} vanished while it was added`);
      return added;
    },

    approve: (platformId, by) => setStatus(platformId, 'active', by),
    disable: (platformId, by) => setStatus(platformId, 'disabled', by),

    async approveDeployment(platformId, deploymentId, by) {
      if ((await findPlatform(platformId)) === null) return false;
      await approveDeployment(platformId, deploymentId, by);
      changed();
      return true;
    },

    async change(platformId, settings, by) {
      const before = await findPlatform(platformId);
      if (before === null) return false;
      const differences = differencesOf(before, settings);
      if (differences.length > 0) {
        const changes = Object.fromEntries(
          differences.map((field) => [field, settings[field as keyof PlatformSettings]]),
        );
        await platforms.change(platformId, changes, eventOf('platform.changed', platformId, by, changes));
      }
      changed();
      return true;
    },

    async rotateKeys(platformId, by) {
      if ((await findPlatform(platformId)) === null) return null;
      const kid = await signingKeys.rotate(platformId, by);
      changed();
      return kid;
    },

    async apply(entries) {
      directory.forget();
      for (const entry of entries) await write(entry, FILE);
      // At start: the relay finds what was written when it begins.
      directory.forget();
    },

    async registerPending(entry, family, by) {
      const id = await insert(entry, { status: 'pending', family }, by);
      changed();
      return id;
    },
  };
}

/** The fields in which a platform differs from what is stated now. */
const differencesOf = (before: Platform, facts: Partial<PlatformFacts>): string[] =>
  Object.entries(facts)
    .filter(
      ([field, value]) => JSON.stringify(before[field as keyof PlatformFacts]) !== JSON.stringify(value),
    )
    .map(([field]) => field);

const asListing = ({
  key,
  platformId,
  deploymentId,
  status,
  firstSeenAt,
}: Deployment): DeploymentListing => ({ key, platformId, deploymentId, status, firstSeenAt });
