import { type CryptoKey, importPKCS8, type JWTPayload, SignJWT } from 'jose';
import type { Clock } from '../../core/clock.ts';
import type { Directory } from './directory.ts';
import type { Sealer } from './sealed.ts';
import { CLOCK_TOLERANCE_SECONDS } from './vocabulary.ts';

/** Signs what the tool says to a platform: client assertions and deep-linking answers. */
export interface ToolSigner {
  /**
   * @param claims without times.
   * @returns a compact JWS by the platform's own key, as RS256 (LTI security framework §4.1, Deep Linking 2.0 §3.3).
   * @throws Error when the platform has no key that signs yet.
   */
  sign(platformId: string, claims: JWTPayload): Promise<string>;
}

/** How long a message may be on its way, the difference of the clocks aside. */
const LIFE_SECONDS = 180;
const KEYS_KEPT = 1000;

/**
 * Messages are dated back and live longer by as much as clocks may differ, since some platforms allow for no difference:
 * Canvas refuses an `iat` of the future and one that is five minutes old.
 */
export function createToolSigner(directory: Directory, sealer: Sealer, clock: Clock): ToolSigner {
  const opened = new Map<string, Promise<CryptoKey>>();

  const open = (kid: string, sealed: string): Promise<CryptoKey> => {
    let key = opened.get(kid);
    if (!key) {
      if (opened.size >= KEYS_KEPT) opened.clear();
      key = importPKCS8(sealer.open(sealed), 'RS256');
      opened.set(kid, key);
    }
    return key;
  };

  return {
    async sign(platformId, claims) {
      const key = await directory.signingKey(platformId);
      if (!key) throw new Error(`platform ${platformId} has no key that signs`);
      const now = Math.floor(clock.now().getTime() / 1000);
      return await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
        .setIssuedAt(now - CLOCK_TOLERANCE_SECONDS)
        .setExpirationTime(now + CLOCK_TOLERANCE_SECONDS + LIFE_SECONDS)
        .sign(await open(key.kid, key.sealedPrivateKey));
    },
  };
}
