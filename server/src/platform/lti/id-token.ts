import { compactVerify, type CryptoKey, decodeProtectedHeader, errors } from 'jose';
import { checkHeader, type Claims, isRecord } from './launch-checks.ts';
import { type LaunchCode, LaunchRefusal } from './launch-codes.ts';
import type { PlatformKeys } from './platform-keys.ts';

/**
 * Verifies a platform's token: header, signature by the platform's key, claims.
 *
 * @param check judges the claims of a token whose signature is right.
 * @throws LaunchRefusal with the code of the first rule that is broken.
 */
export async function verifyToken(
  token: string,
  jwksUri: string,
  keys: PlatformKeys,
  check: (claims: Claims) => LaunchCode | null,
): Promise<Claims> {
  const header = checkHeader(readHeader(token));
  if ('code' in header) throw new LaunchRefusal(header.code);
  const key = await keys.find(jwksUri, header.kid);
  const claims = await verifySignature(token, key);
  const code = check(claims);
  if (code) throw new LaunchRefusal(code);
  return claims;
}

function readHeader(idToken: string) {
  try {
    return decodeProtectedHeader(idToken);
  } catch (error) {
    throw new LaunchRefusal('TOKEN_MALFORMED', {}, { cause: error });
  }
}

async function verifySignature(idToken: string, key: CryptoKey): Promise<Claims> {
  try {
    const { payload } = await compactVerify(idToken, key, { algorithms: ['RS256'] });
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (isRecord(claims)) return claims;
  } catch (error) {
    const wrong = error instanceof errors.JWSSignatureVerificationFailed;
    throw new LaunchRefusal(wrong ? 'TOKEN_WRONG_SIGNATURE' : 'TOKEN_MALFORMED', {}, { cause: error });
  }
  throw new LaunchRefusal('TOKEN_MALFORMED');
}
