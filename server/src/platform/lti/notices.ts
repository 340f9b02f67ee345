import { decodeJwt } from 'jose';
import type { Clock } from '../../core/clock.ts';
import { deploymentKeyOf, fingerprint } from '../../core/ids.ts';
import type { Directory } from './directory.ts';
import { verifyToken } from './id-token.ts';
import { checkNoticeClaims, type Claims, isRecord } from './launch-checks.ts';
import { text } from './launch-claims.ts';
import { inactiveCode, LaunchRefusal } from './launch-codes.ts';
import type { NoticeStore } from './notices.store.ts';
import type { PlatformKeys } from './platform-keys.ts';
import type { Platform } from './platforms.store.ts';
import type { CopiedContext } from './ports.ts';
import { CLAIM, CLOCK_TOLERANCE_SECONDS } from './vocabulary.ts';

export interface NoticeParts {
  readonly directory: Directory;
  readonly notices: NoticeStore;
  readonly platformKeys: PlatformKeys;
  readonly clock: Clock;
  readonly onContextCopied: (copied: CopiedContext) => Promise<void>;
}

/** A platform sends a notice when something has happened; later than this it is none. */
const AGE_MAX_MS = 60 * 60 * 1000;
/** More origins than this are a mistake. */
const ORIGINS_MAX = 20;

/**
 * Takes one notice of a platform: verified as a launch is, but for the person, and taken once.
 *
 * @returns its type; a type that means nothing here is taken and forgotten.
 * @throws LaunchRefusal
 */
export async function receiveNotice(parts: NoticeParts, jwt: string): Promise<string> {
  const { directory, notices, platformKeys, clock } = parts;
  const platform = await platformOf(directory, jwt);
  const now = clock.now();
  const expected = {
    issuer: platform.issuer,
    clientId: platform.clientId,
    notBefore: new Date(now.getTime() - AGE_MAX_MS),
  };
  const claims = await verifyToken(jwt, platform.jwksUri, platformKeys, (claims) =>
    checkNoticeClaims(claims, expected, now),
  );
  await requireDeployment(directory, platform, claims);

  const id = fingerprint(['notice', platform.id, claims.nonce]);
  const forgottenAt = now.getTime() + AGE_MAX_MS + 2 * CLOCK_TOLERANCE_SECONDS * 1000;
  if (!(await notices.take(id, new Date(forgottenAt)))) throw new LaunchRefusal('NOTICE_REPLAYED');
  const { type } = claims[CLAIM.notice] as { type: string };
  try {
    if (type === 'LtiContextCopyNotice') await parts.onContextCopied(readCopy(claims, platform));
  } catch (error) {
    await notices.giveBack(id);
    throw error;
  }
  return type;
}

/** Whose notice it says it is; its signature is judged by that platform's keys. */
async function platformOf(directory: Directory, jwt: string): Promise<Platform> {
  const { iss, aud, azp } = decodeUnverified(jwt);
  const clientId = typeof azp === 'string' ? azp : [aud].flat()[0];
  const platform =
    typeof iss === 'string' && typeof clientId === 'string'
      ? await directory.findByClient(iss, clientId)
      : null;
  if (!platform) throw new LaunchRefusal('LOGIN_UNKNOWN_CLIENT');
  if (platform.status !== 'active') throw new LaunchRefusal(inactiveCode(platform.status));
  return platform;
}

function decodeUnverified(jwt: string): Claims {
  try {
    return decodeJwt(jwt);
  } catch (error) {
    throw new LaunchRefusal('TOKEN_MALFORMED', {}, { cause: error });
  }
}

/** Notices come from deployments that launches are let in from; one that is not known is not made by a notice. */
async function requireDeployment(directory: Directory, platform: Platform, claims: Claims): Promise<void> {
  const deploymentId = claims[CLAIM.deploymentId] as string;
  const deployment = await directory.findDeployment(deploymentKeyOf(platform.id, deploymentId));
  if (deployment?.status !== 'approved')
    throw new LaunchRefusal('DEPLOYMENT_PENDING', { platform: platform.name, deployment: deploymentId });
}

/** Context Copy Notice 1.0: the new context, and the ids of those that it was made from. */
function readCopy(claims: Claims, platform: Platform): CopiedContext {
  const context = claims[CLAIM.context];
  const origins = claims[CLAIM.originContexts];
  const id = isRecord(context) ? text(context.id, 255) : null;
  if (!isRecord(context) || id === null || !Array.isArray(origins))
    throw new LaunchRefusal('NOTICE_MALFORMED');
  return {
    platformId: platform.id,
    deploymentId: claims[CLAIM.deploymentId] as string,
    context: { id, label: text(context.label), title: text(context.title) },
    originContextIds: origins
      .filter((origin): origin is string => typeof origin === 'string' && origin !== '' && origin !== id)
      .slice(0, ORIGINS_MAX),
  };
}
