import type { LtijsDatabase } from 'ltijs';
import type { Clock } from '../../core/clock.ts';
import type { AccessTokenStore } from './access-tokens.store.ts';
import type { Directory } from './directory.ts';
import type { Platform } from './platforms.store.ts';
import type { Sealer } from './sealed.ts';

interface Parts {
  directory: Directory;
  tokens: AccessTokenStore;
  sealer: Sealer;
  clock: Clock;
}

/** An access token is not used in the last seconds of its life, nor in the last tenth of a short one. */
const REFRESH_BEFORE_SECONDS = 60;

/**
 * ltijs's database: it reads our registered platforms and keys, and keeps access tokens in our store. Nothing else that
 * it would write is kept, since states, nonces and launches are ours; nothing else that it would read exists.
 */
export function createLtijsDatabase(parts: Parts): LtijsDatabase {
  const { directory, tokens, sealer, clock } = parts;

  const findPlatform = async (query: Query): Promise<Platform | null> =>
    query.platformUrl === undefined
      ? null
      : await directory.findByClient(query.platformUrl, query.clientId ?? null);

  const readers: Readonly<Record<string, (query: Query) => Promise<object | null>>> = {
    async platform(query) {
      const platform = await findPlatform(query);
      const key = platform && (await directory.signingKey(platform.id));
      return platform && key && asLtijsPlatform(platform, key.kid);
    },

    /** Looked up by key id. A missing status would mean "active" to ltijs, so there always is one. */
    async platformStatus({ id }) {
      const key = await directory.findKey(id ?? '');
      const platform = key && (await directory.findPlatform(key.platformId));
      return { id, active: platform?.status === 'active' };
    },

    async privatekey({ kid }) {
      const key = await directory.findKey(kid ?? '');
      return key && { key: sealer.open(key.sealedPrivateKey), kid };
    },

    async accesstoken(query) {
      const platform = await findPlatform(query);
      const stored = platform && (await tokens.find(platform.id, query.scopes ?? ''));
      if (!stored) return null;
      const token = JSON.parse(sealer.open(stored.sealedToken)) as LtijsToken;
      const ageSeconds = (clock.now().getTime() - stored.createdAt.getTime()) / 1000;
      // ltijs reads createdAt as a number, and asks for a new token when there is none here.
      return ageSeconds < usableSeconds(token)
        ? { token: { ...token }, createdAt: stored.createdAt.getTime() }
        : null;
    },
  };

  return {
    setup: async () => true,
    Close: async () => true,
    async Get(_enc, collection, query) {
      const found = await readers[collection]?.(stringsOnly(query));
      return found ? [found] : false;
    },
    async Replace(_enc, collection, query, item) {
      if (collection === 'accesstoken') await saveToken(parts, findPlatform, stringsOnly(query), item);
      return true;
    },
    Insert: async () => true,
    Modify: async () => true,
    Delete: async () => true,
  };
}

type Query = Readonly<Record<string, string | undefined>>;

interface LtijsToken {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
}

/** For how long after its arrival a token is used. */
export const usableSeconds = ({ expires_in: life }: Pick<LtijsToken, 'expires_in'>): number =>
  life - Math.min(REFRESH_BEFORE_SECONDS, life / 10);

/** ltijs passes request parameters on as queries: an operator in place of a text must not get through. */
function stringsOnly(query: unknown): Query {
  const entries = Object.entries(query ?? {});
  if (entries.some(([, value]) => typeof value !== 'string')) {
    throw new TypeError('ltijs asked its database by something that is not text');
  }
  return Object.fromEntries(entries as [string, string][]);
}

const asLtijsPlatform = (platform: Platform, kid: string): object => ({
  platformName: platform.name,
  platformUrl: platform.issuer,
  clientId: platform.clientId,
  authEndpoint: platform.authorizationEndpoint,
  accesstokenEndpoint: platform.tokenEndpoint,
  authorizationServer: platform.authorizationServer ?? undefined,
  kid,
  // Never used to verify: id_tokens are verified by our own code.
  authConfig: { method: 'JWK_SET', key: platform.jwksUri },
});

async function saveToken(
  { tokens, sealer, clock }: Parts,
  findPlatform: (query: Query) => Promise<Platform | null>,
  query: Query,
  item: unknown,
): Promise<void> {
  const platform = await findPlatform(query);
  const { token } = item as { token: LtijsToken };
  // RFC 6749 §5.1 only recommends expires_in; a token without it is used for this call and not kept.
  if (!platform || !Number.isFinite(token.expires_in)) return;
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + token.expires_in * 1000);
  const sealedToken = sealer.seal(JSON.stringify(token));
  await tokens.save(platform.id, query.scopes ?? '', { sealedToken, createdAt }, expiresAt);
}
