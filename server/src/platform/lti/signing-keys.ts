import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { KeyStore } from './keys.store.ts';
import type { Sealer } from './sealed.ts';

const generate = promisify(generateKeyPair);

/** What `/lti/keys` tells caches. */
export const KEYS_MAX_AGE_SECONDS = 300;
/** A rotated key is published for longer than caches keep `/lti/keys` before it signs … */
const PUBLISHED_BEFORE_MS = 2 * KEYS_MAX_AGE_SECONDS * 1000;
/** … and the old one stays published until no LMS can still hold a message it signed. */
const OVERLAP_MS = 7 * 24 * 60 * 60 * 1000;

export interface SigningKeys {
  /** Makes the platform's first key pair, unless it has one. */
  ensure(platformId: string): Promise<void>;
  /** Makes a new key pair and lets the old one run out. @returns the new key id. */
  rotate(platformId: string): Promise<string>;
}

/** One RS256 key pair per platform (spec/lti.md 11), made without blocking the process, private keys sealed. */
export function createSigningKeys(store: KeyStore, sealer: Sealer, clock: Clock): SigningKeys {
  const latestGeneration = async (platformId: string): Promise<number> => {
    const keys = (await store.list()).filter((key) => key.platformId === platformId);
    return keys.at(-1)?.generation ?? 0;
  };

  const make = async (platformId: string, generation: number, signsFrom: Date): Promise<string | null> => {
    const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
    const kid = newId();
    const { n, e } = publicKey.export({ format: 'jwk' });
    const inserted = await store.insert({
      kid,
      platformId,
      generation,
      publicJwk: { kty: 'RSA', kid, alg: 'RS256', use: 'sig', n, e } as JWK,
      sealedPrivateKey: sealer.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
      signsFrom,
      publishedUntil: null,
    });
    return inserted ? kid : null;
  };

  return {
    async ensure(platformId) {
      // Another instance may make it at the same moment; the unique generation lets one of the two win.
      if ((await latestGeneration(platformId)) === 0) await make(platformId, 1, clock.now());
    },

    async rotate(platformId) {
      const generation = (await latestGeneration(platformId)) + 1;
      const now = clock.now().getTime();
      const kid = await make(platformId, generation, new Date(now + PUBLISHED_BEFORE_MS));
      if (kid === null) return await this.rotate(platformId);
      await store.retireBefore(platformId, generation, new Date(now + OVERLAP_MS));
      return kid;
    },
  };
}
