import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import type { BearerClaims, Bearers } from './ports.ts';

const ISSUER = 'roundtable';
/** Bearers whose signature is not checked anew with each request; about 2 MB. */
const KNOWN_MAX = 2_000;

type Verified = BearerClaims & { readonly expiresAt: Date };

const Claims = z.object({
  courseId: z.string(),
  platformId: z.string(),
  deploymentId: z.string(),
  memberId: z.string(),
  launchId: z.string(),
  role: z.enum(['instructor', 'assistant', 'learner', 'observer']),
  readOnly: z.boolean(),
  testUser: z.boolean(),
  name: z.string().nullable(),
});

/** Signs and checks bearers: HS256 tokens under a key of their own, derived from the installation's secret. */
export function createBearers(secretKey: Buffer): Bearers {
  const key = new Uint8Array(hkdfSync('sha256', secretKey, '', 'roundtable bearer', 32));
  /** What was checked before, the oldest first. A bearer says the same as long as it lasts, so only its end is asked for. */
  const known = new Map<string, Verified>();
  function remember(bearer: string, verified: Verified): Verified {
    const [oldest] = known.keys();
    if (known.size >= KNOWN_MAX && oldest !== undefined) known.delete(oldest);
    known.set(bearer, verified);
    return verified;
  }

  return {
    sign: (claims: BearerClaims, now: Date, expiresAt: Date) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(key),

    async verify(bearer: string, now: Date, graceSeconds = 0) {
      const before = known.get(bearer);
      if (before && now < before.expiresAt) return before;
      try {
        const { payload } = await jwtVerify(bearer, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          currentDate: now,
          clockTolerance: graceSeconds,
        });
        return remember(bearer, {
          ...Claims.parse(payload),
          expiresAt: new Date((payload.exp ?? 0) * 1000),
        });
      } catch (error) {
        throw new AppError(error instanceof errors.JWTExpired ? 'SESSION_EXPIRED' : 'UNAUTHENTICATED');
      }
    },
  };
}
