import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { type Doer, type DomainEvent, installationEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { KeyStore, SigningKey } from './keys.store.ts';
import type { Sealer } from './sealed.ts';

const generate = promisify(generateKeyPair);

/** What `/lti/keys` tells caches. */
export const KEYS_MAX_AGE_SECONDS = 300;
/** A rotated key is published for longer than caches keep `/lti/keys` before it signs … */
const PUBLISHED_BEFORE_MS = 2 * KEYS_MAX_AGE_SECONDS * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** … and the old one stays published until no LMS can still hold a message it signed. */
const OVERLAP_MS = 7 * DAY_MS;
/** A key that has signed for this long is replaced without anybody asking. */
const KEY_LIFE_MS = 90 * DAY_MS;

export interface SigningKeys {
  /** Makes the platform's first key pair, unless it has one. */
  ensure(platformId: string): Promise<void>;
  /** Makes a new key pair and lets the old one run out. @returns the new key id. */
  rotate(platformId: string, by: Doer): Promise<string>;
  /** Replaces keys that have served their time and deletes those that are no longer published. */
  rotateDue(): Promise<void>;
}

const AUTOMATIC: Doer = { actor: { kind: 'system', job: 'lti.keys' }, requestId: null };

/** One RS256 key pair per platform (spec/lti.md 11), made without blocking the process, private keys sealed. */
export function createSigningKeys(store: KeyStore, sealer: Sealer, clock: Clock): SigningKeys {
  const newest = async (platformId: string): Promise<SigningKey | null> =>
    (await store.list()).findLast((key) => key.platformId === platformId) ?? null;

  const make = async (
    platformId: string,
    generation: number,
    signsFrom: Date,
    eventOf: (kid: string) => DomainEvent | null,
  ): Promise<string | null> => {
    const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
    const kid = newId();
    const { n, e } = publicKey.export({ format: 'jwk' });
    const key: SigningKey = {
      kid,
      platformId,
      generation,
      publicJwk: { kty: 'RSA', kid, alg: 'RS256', use: 'sig', n, e } as JWK,
      sealedPrivateKey: sealer.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
      signsFrom,
      publishedUntil: null,
    };
    return (await store.insert(key, eventOf(kid))) ? kid : null;
  };

  async function rotate(platformId: string, by: Doer): Promise<string> {
    const generation = ((await newest(platformId))?.generation ?? 0) + 1;
    const now = clock.now();
    const inMs = (ms: number): Date => new Date(now.getTime() + ms);
    const kid = await make(platformId, generation, inMs(PUBLISHED_BEFORE_MS), (kid) =>
      installationEvent('platform.keysRotated', { kind: 'platform', id: platformId }, by, now, { kid }),
    );
    // Somebody else has made this generation meanwhile: the wish for a new one stands.
    if (kid === null) return await rotate(platformId, by);
    await store.retireBefore(platformId, generation, inMs(OVERLAP_MS));
    return kid;
  }

  return {
    rotate,

    async ensure(platformId) {
      // Another instance may make it at the same moment; the unique generation lets one of the two win.
      if ((await newest(platformId)) === null) await make(platformId, 1, clock.now(), () => null);
    },

    async rotateDue() {
      const now = clock.now();
      const newestKeys = new Map((await store.list()).map((key) => [key.platformId, key]));
      for (const { platformId, generation, signsFrom } of newestKeys.values()) {
        if (signsFrom.getTime() + KEY_LIFE_MS <= now.getTime()) await rotate(platformId, AUTOMATIC);
        // A crash may have come between the new key and the end of the old one.
        else await store.retireBefore(platformId, generation, new Date(signsFrom.getTime() + OVERLAP_MS));
      }
      await store.removeUnpublished(now);
    },
  };
}
