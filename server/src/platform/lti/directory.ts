import { createHash } from 'node:crypto';
import type { JWK } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { originsOf } from './addresses.ts';
import type { Deployment, DeploymentStore } from './deployments.store.ts';
import type { KeyStore, SigningKey } from './keys.store.ts';
import type { Platform, PlatformStore } from './platforms.store.ts';

/** What is registered, kept in memory: a launch asks here several times and must not ask the database. */
export interface Directory {
  findPlatform(platformId: string): Promise<Platform | null>;
  /** @param clientId null when the login names none: then the issuer's only active platform is meant. */
  findByClient(issuer: string, clientId: string | null): Promise<Platform | null>;
  activePlatforms(): Promise<readonly Platform[]>;
  findDeployment(deploymentKey: string): Promise<Deployment | null>;
  /** The newest key of a platform that already signs. */
  signingKey(platformId: string): Promise<SigningKey | null>;
  /** The body of `/lti/keys` and its ETag. */
  publicKeys(): Promise<{ body: string; etag: string }>;
  /** Origins of a platform's pages and services, those learned by all its deployments among them. */
  platformOrigins(platform: Platform): Promise<ReadonlySet<string>>;
  /** Forgets what is in memory: after a change made here. */
  forget(): void;
}

/** Two instances of the tool agree within this time. */
const FRESH_MS = 10_000;
const DEPLOYMENTS_KEPT = 10_000;

interface Snapshot {
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly keys: readonly SigningKey[];
}

export function createDirectory(
  stores: { platforms: PlatformStore; deployments: DeploymentStore; keys: KeyStore },
  clock: Clock,
): Directory {
  const snapshot = remember(clock, async (): Promise<Snapshot> => {
    const [platforms, keys] = await Promise.all([stores.platforms.list(), stores.keys.list()]);
    return { platforms: new Map(platforms.map((platform) => [platform.id, platform])), keys };
  });
  const deployments = new Map<string, { deployment: Deployment; until: number }>();
  const learned = new Map<string, ReturnType<typeof remember<string[]>>>();

  return {
    async findPlatform(platformId) {
      return (await snapshot.read()).platforms.get(platformId) ?? null;
    },

    async findByClient(issuer, clientId) {
      const ofIssuer = [...(await snapshot.read()).platforms.values()].filter((one) => one.issuer === issuer);
      if (clientId !== null) return ofIssuer.find((one) => one.clientId === clientId) ?? null;
      const active = ofIssuer.filter((one) => one.status === 'active');
      return active.length === 1 ? (active[0] ?? null) : null;
    },

    async activePlatforms() {
      return [...(await snapshot.read()).platforms.values()].filter((one) => one.status === 'active');
    },

    async findDeployment(deploymentKey) {
      const kept = deployments.get(deploymentKey);
      if (kept && kept.until > clock.now().getTime()) return kept.deployment;
      const deployment = await stores.deployments.find(deploymentKey);
      deployments.delete(deploymentKey);
      // A pending one is looked up at every launch: its approval must work at once.
      if (deployment?.status === 'approved') {
        if (deployments.size >= DEPLOYMENTS_KEPT) deployments.clear();
        deployments.set(deploymentKey, { deployment, until: clock.now().getTime() + FRESH_MS });
      }
      return deployment;
    },

    async signingKey(platformId) {
      const now = clock.now();
      const { keys } = await snapshot.read();
      return keys.findLast((key) => key.platformId === platformId && key.signsFrom <= now) ?? null;
    },

    async publicKeys() {
      const now = clock.now();
      const published = (await snapshot.read()).keys.filter(
        ({ publishedUntil }) => publishedUntil === null || publishedUntil > now,
      );
      return keySet(published.map((key) => key.publicJwk));
    },

    async platformOrigins(platform) {
      let ofDeployments = learned.get(platform.id);
      if (!ofDeployments) {
        ofDeployments = remember(clock, async () => await stores.deployments.originsOf(platform.id));
        learned.set(platform.id, ofDeployments);
      }
      return new Set([...statedOrigins(platform), ...(await ofDeployments.read())]);
    },

    forget() {
      snapshot.forget();
      deployments.clear();
      learned.clear();
    },
  };
}

/** The origins that follow from a platform's registration alone. */
const statedOrigins = (platform: Platform): string[] =>
  originsOf([
    platform.issuer,
    platform.authorizationEndpoint,
    platform.tokenEndpoint,
    platform.jwksUri,
    ...platform.frameOrigins,
  ]);

/** The origins whose pages may show the tool in a frame: the platform's own and those its deployment's launches named. */
export const frameOriginsOf = (platform: Platform, deployment: Deployment | null): string[] =>
  originsOf([
    platform.issuer,
    platform.authorizationEndpoint,
    ...platform.frameOrigins,
    ...(deployment?.learnedOrigins ?? []),
  ]);

function keySet(keys: readonly JWK[]): { body: string; etag: string } {
  const body = JSON.stringify({ keys });
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/** Reads once per `FRESH_MS`, however many ask at once; a read that fails is tried again by the next who asks. */
function remember<T>(clock: Clock, load: () => Promise<T>) {
  let kept: { value: Promise<T>; until: number } | null = null;
  return {
    async read(): Promise<T> {
      const now = clock.now().getTime();
      if (!kept || kept.until <= now) {
        const mine = { value: load(), until: now + FRESH_MS };
        kept = mine;
        mine.value.catch(() => {
          if (kept === mine) kept = null;
        });
      }
      return await kept.value;
    },
    forget(): void {
      kept = null;
    },
  };
}
