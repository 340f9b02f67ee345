import { type CryptoKey, importJWK, type JWK } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { HttpError, request } from './http-client.ts';
import { isRecord } from './launch-checks.ts';
import { type LaunchCode, LaunchRefusal } from './launch-codes.ts';

/** The public keys with which platforms sign, kept in memory: a launch makes no outbound request while its key is known. */
export interface PlatformKeys {
  /** @throws LaunchRefusal when the platform's keys cannot be read, or do not hold this one. */
  find(jwksUri: string, kid: string): Promise<CryptoKey>;
}

const TIMEOUT_MS = 5000;
const MAX_BYTES = 256 * 1024;
/** An unknown key id makes us ask again, but anybody can make up key ids. */
const ASK_AGAIN_MS = 10_000;
/** The pause after a failure: long enough not to press, short enough that a class does not wait. */
const ASK_AGAIN_AFTER_FAILURE_MS = 1000;
/** Keys are read anew in the background after this time, so that a revoked one goes. */
const REFRESH_MS = 60 * 60 * 1000;

interface Kept {
  keys: ReadonlyMap<string, CryptoKey>;
  /** When the keys were last read, or tried to. */
  askedAt: number;
  failure: LaunchCode | null;
  asking: Promise<void> | null;
}

export function createPlatformKeys(clock: Clock): PlatformKeys {
  const platforms = new Map<string, Kept>();

  const ask = async (jwksUri: string, kept: Kept): Promise<void> => {
    try {
      kept.keys = await readPlatformKeys(jwksUri);
      kept.failure = null;
    } catch (error) {
      // Keys that were read before stay usable while the platform cannot be reached.
      kept.failure = error instanceof LaunchRefusal ? error.code : 'PLATFORM_KEYS_UNREACHABLE';
    } finally {
      kept.askedAt = clock.now().getTime();
      kept.asking = null;
    }
  };
  const askOnce = (jwksUri: string, kept: Kept): Promise<void> => (kept.asking ??= ask(jwksUri, kept));

  return {
    async find(jwksUri, kid) {
      let kept = platforms.get(jwksUri);
      if (!kept) {
        kept = { keys: new Map(), askedAt: Number.NEGATIVE_INFINITY, failure: null, asking: null };
        platforms.set(jwksUri, kept);
      }
      const age = clock.now().getTime() - kept.askedAt;
      const pause = kept.failure ? ASK_AGAIN_AFTER_FAILURE_MS : ASK_AGAIN_MS;
      if (!kept.keys.has(kid) && (age >= pause || kept.asking)) await askOnce(jwksUri, kept);
      else if (age >= REFRESH_MS) void askOnce(jwksUri, kept);
      const key = kept.keys.get(kid);
      if (key) return key;
      throw new LaunchRefusal(kept.failure ?? 'TOKEN_UNKNOWN_KID');
    },
  };
}

/** Reads a platform's keys anew. @throws LaunchRefusal when they cannot be read. */
export async function readPlatformKeys(jwksUri: string): Promise<Map<string, CryptoKey>> {
  const answer = await request(jwksUri, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  }).catch((error: unknown) => {
    const timedOut = error instanceof HttpError && error.failure === 'timeout';
    throw new LaunchRefusal(timedOut ? 'PLATFORM_KEYS_TIMEOUT' : 'PLATFORM_KEYS_UNREACHABLE');
  });
  if (answer.status !== 200) throw new LaunchRefusal('PLATFORM_KEYS_UNREACHABLE');
  const keys = new Map<string, CryptoKey>();
  for (const jwk of parseKeySet(answer.body)) {
    const key = await importSigningKey(jwk);
    if (key && typeof jwk.kid === 'string') keys.set(jwk.kid, key);
  }
  return keys;
}

function parseKeySet(body: string): JWK[] {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isRecord(parsed) && Array.isArray(parsed.keys)) return parsed.keys.filter(isRecord) as JWK[];
  } catch {
    // An HTML page of a proxy or a maintenance notice: told apart from keys by the code below.
  }
  throw new LaunchRefusal('PLATFORM_KEYS_UNREADABLE');
}

/** @returns null for a key that cannot have signed a launch: of another type or use, or broken. */
async function importSigningKey(jwk: JWK): Promise<CryptoKey | null> {
  if (jwk.kty !== 'RSA' || (jwk.use !== undefined && jwk.use !== 'sig')) return null;
  try {
    const { kty, n, e } = jwk;
    // Imported for RS256 alone, whatever else the set says of it.
    const key = await importJWK({ kty, ...(n && { n }), ...(e && { e }) }, 'RS256');
    return key instanceof Uint8Array ? null : key;
  } catch {
    return null;
  }
}
