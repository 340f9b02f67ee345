import type { LtijsDatabase } from 'ltijs';
import type { Directory } from './directory.ts';
import type { Platform } from './platforms.store.ts';

/**
 * ltijs's database: it reads our registered platforms. Nothing that it would write is kept, since states, nonces, tokens
 * and launches are ours; nothing else that it would read exists.
 */
export function createLtijsDatabase(directory: Directory): LtijsDatabase {
  return {
    setup: async () => true,
    Close: async () => true,
    async Get(_enc, collection, query) {
      const { platformUrl, clientId } = stringsOnly(query);
      if (collection !== 'platform' || platformUrl === undefined) return false;
      const platform = await directory.findByClient(platformUrl, clientId ?? null);
      const key = platform && (await directory.signingKey(platform.id));
      return platform && key ? [asLtijsPlatform(platform, key.kid)] : false;
    },
    Replace: async () => true,
    Insert: async () => true,
    Modify: async () => true,
    Delete: async () => true,
  };
}

type Query = Readonly<Record<string, string | undefined>>;

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
  kid,
  // Never used to verify: id_tokens are verified by our own code.
  authConfig: { method: 'JWK_SET', key: platform.jwksUri },
});
