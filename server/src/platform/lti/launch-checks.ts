import type { LaunchCode } from './launch-codes.ts';
import { CLAIM, CLOCK_TOLERANCE_SECONDS } from './vocabulary.ts';

/** What a registered platform makes every token of its promise. */
export interface TokenExpectation {
  readonly issuer: string;
  readonly clientId: string;
  /** A token that was made before this moment is too old. */
  readonly notBefore: Date;
}

/** What the login that began this launch makes the token promise. */
export interface LaunchExpectation extends TokenExpectation {
  readonly nonce: string;
  /** As the login named it: LTI 1.3 §5.1.1.1 wants the claim to be the same. */
  readonly targetLinkUri: string;
  /** The tool's own address: targets elsewhere are refused. */
  readonly publicUrl: string;
}

export type Claims = Readonly<Record<string, unknown>>;

type Check<Expectation = TokenExpectation> = (
  claims: Claims,
  expected: Expectation,
  nowSeconds: number,
) => LaunchCode | null;

/**
 * Judges the token's header before its signature: RS256 alone (LTI 1.3 security framework §5.1.2), with a key id.
 *
 * @returns the key id, or the code of the refusal.
 */
export function checkHeader(header: {
  alg?: unknown;
  kid?: unknown;
}): { kid: string } | { code: LaunchCode } {
  if (header.alg !== 'RS256') return { code: 'TOKEN_WRONG_ALGORITHM' };
  if (header.kid === undefined) return { code: 'TOKEN_NO_KID' };
  return typeof header.kid === 'string' ? { kid: header.kid } : { code: 'TOKEN_MALFORMED' };
}

/**
 * Judges the claims of a token whose signature was verified, in a fixed order.
 *
 * @returns the code of the first rule that is broken, or null for a good launch.
 */
export const checkClaims = (claims: Claims, expected: LaunchExpectation, now: Date): LaunchCode | null =>
  firstBroken(LAUNCH_CHECKS, claims, expected, now);

/**
 * Judges the claims of a platform's notice, which has neither person nor target (Platform Notification Service 1.0).
 * Whether it was sent before is for the caller to say, by its nonce.
 */
export const checkNoticeClaims = (claims: Claims, expected: TokenExpectation, now: Date): LaunchCode | null =>
  firstBroken(NOTICE_CHECKS, claims, expected, now);

function firstBroken<Expectation>(
  checks: readonly Check<Expectation>[],
  claims: Claims,
  expected: Expectation,
  now: Date,
): LaunchCode | null {
  for (const check of checks) {
    const code = check(claims, expected, now.getTime() / 1000);
    if (code) return code;
  }
  return null;
}

const checkIssuer: Check = (claims, expected) =>
  claims.iss === expected.issuer ? null : 'TOKEN_WRONG_ISSUER';

/** OpenID Connect Core §3.1.3.7, rules 3 to 5. */
const checkAudience: Check = (claims, expected) => {
  const audiences = Array.isArray(claims.aud) ? (claims.aud as unknown[]) : [claims.aud];
  if (!audiences.includes(expected.clientId)) return 'TOKEN_WRONG_AUDIENCE';
  if (audiences.length > 1 && claims.azp === undefined) return 'TOKEN_NO_AZP';
  if (claims.azp !== undefined && claims.azp !== expected.clientId) return 'TOKEN_WRONG_AZP';
  return null;
};

/** The token answers our login or tells of what has just happened: it is no older, whatever lifetime it claims. */
const checkTimes: Check = ({ exp, iat }, expected, nowSeconds) => {
  if (exp === undefined) return 'TOKEN_NO_EXP';
  if (iat === undefined) return 'TOKEN_NO_IAT';
  if (!isTime(exp) || !isTime(iat)) return 'TOKEN_MALFORMED';
  if (exp + CLOCK_TOLERANCE_SECONDS < nowSeconds) return 'TOKEN_EXPIRED';
  if (iat - CLOCK_TOLERANCE_SECONDS > nowSeconds) return 'TOKEN_IAT_IN_FUTURE';
  if (iat + CLOCK_TOLERANCE_SECONDS < Math.floor(expected.notBefore.getTime() / 1000)) return 'TOKEN_TOO_OLD';
  return null;
};

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const checkNonce: Check<LaunchExpectation> = ({ nonce }, expected) => {
  if (nonce === undefined) return 'TOKEN_NO_NONCE';
  return nonce === expected.nonce ? null : 'TOKEN_WRONG_NONCE';
};

const checkVersion: Check = (claims) => {
  const version = claims[CLAIM.version];
  if (version === undefined) return 'VERSION_MISSING';
  return version === '1.3.0' ? null : 'VERSION_UNSUPPORTED';
};

const checkMessageType: Check = (claims) => {
  const type = claims[CLAIM.messageType];
  if (type === undefined) return 'MESSAGE_TYPE_MISSING';
  return MESSAGE_TYPES.has(type) ? null : 'MESSAGE_TYPE_UNKNOWN';
};

const MESSAGE_TYPES: ReadonlySet<unknown> = new Set([
  'LtiResourceLinkRequest',
  'LtiDeepLinkingRequest',
  'LtiSubmissionReviewRequest',
]);

const isDeepLinking = (claims: Claims): boolean => claims[CLAIM.messageType] === 'LtiDeepLinkingRequest';

const checkDeployment: Check = (claims) => {
  const deploymentId = claims[CLAIM.deploymentId];
  if (deploymentId === undefined || deploymentId === '') return 'DEPLOYMENT_MISSING';
  return isIdentifier(deploymentId) ? null : 'CLAIM_MALFORMED';
};

/** LTI 1.3 §5.3.1: identifiers are at most 255 characters. */
const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 255;

const checkTargetLink: Check<LaunchExpectation> = (claims, expected) => {
  const target = claims[CLAIM.targetLinkUri];
  // Deep Linking 2.0 does not ask for it; a resource link launch must have it (LTI 1.3 §5.3.4).
  if (target === undefined) return isDeepLinking(claims) ? null : 'TARGET_LINK_MISSING';
  if (typeof target !== 'string') return 'CLAIM_MALFORMED';
  if (!isWithin(expected.publicUrl, target)) return 'TARGET_LINK_FOREIGN';
  return target === expected.targetLinkUri ? null : 'TARGET_LINK_CHANGED';
};

/** Whether an address belongs to the tool. Compared as URLs: `https://tool.example.evil.test` must not pass. */
export function isWithin(publicUrl: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const own = new URL(publicUrl);
  const other = new URL(address);
  const root = own.pathname.endsWith('/') ? own.pathname : `${own.pathname}/`;
  return other.origin === own.origin && (other.pathname === own.pathname || other.pathname.startsWith(root));
}

const checkResourceLink: Check = (claims) => {
  if (isDeepLinking(claims)) return null;
  const link = claims[CLAIM.resourceLink];
  if (link === undefined || link === null) return 'RESOURCE_LINK_MISSING';
  if (!isRecord(link)) return 'CLAIM_MALFORMED';
  if (link.id === undefined || link.id === '') return 'RESOURCE_LINK_MISSING';
  return isIdentifier(link.id) ? null : 'CLAIM_MALFORMED';
};

/** Submission Review 1.0 §3.3: whose submission it is. */
const checkForUser: Check = (claims) => {
  if (claims[CLAIM.messageType] !== 'LtiSubmissionReviewRequest') return null;
  const user = claims[CLAIM.forUser];
  return isRecord(user) && isIdentifier(user.user_id) ? null : 'FOR_USER_MISSING';
};

/** Roles may be an empty list, but not absent (LTI 1.3 §5.3.7). */
const checkRoles: Check = (claims) => {
  const roles = claims[CLAIM.roles];
  if (roles === undefined || roles === null) return 'ROLES_MISSING';
  return Array.isArray(roles) && roles.every((role) => typeof role === 'string') ? null : 'CLAIM_MALFORMED';
};

const checkDeepLinkingSettings: Check = (claims) => {
  if (!isDeepLinking(claims)) return null;
  const settings = claims[CLAIM.deepLinkingSettings];
  if (!isRecord(settings)) return 'DEEP_LINKING_SETTINGS_MISSING';
  const returnUrl = settings.deep_link_return_url;
  if (typeof returnUrl !== 'string' || !URL.canParse(returnUrl)) return 'DEEP_LINKING_SETTINGS_MISSING';
  return Array.isArray(settings.accept_types) ? null : 'DEEP_LINKING_SETTINGS_MISSING';
};

const checkSubject: Check = ({ sub }) => {
  if (sub === undefined || sub === null || sub === '') return 'ANONYMOUS';
  return isIdentifier(sub) ? null : 'CLAIM_MALFORMED';
};

const checkContext: Check = (claims) => {
  const context = claims[CLAIM.context];
  if (context === undefined || context === null) return 'NO_CONTEXT';
  return isRecord(context) && isIdentifier(context.id) ? null : 'CLAIM_MALFORMED';
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its id and type; the nonce and the id tell it from every other. */
const checkNotice: Check = (claims) => {
  const notice = claims[CLAIM.notice];
  if (!isRecord(notice) || !isIdentifier(notice.id) || !isIdentifier(notice.type)) return 'NOTICE_MALFORMED';
  return isIdentifier(claims.nonce) ? null : 'TOKEN_NO_NONCE';
};

const LAUNCH_CHECKS: readonly Check<LaunchExpectation>[] = [
  checkIssuer,
  checkAudience,
  checkTimes,
  checkNonce,
  checkVersion,
  checkMessageType,
  checkDeployment,
  checkTargetLink,
  checkResourceLink,
  checkForUser,
  checkRoles,
  checkDeepLinkingSettings,
  checkSubject,
  checkContext,
];

const NOTICE_CHECKS: readonly Check[] = [
  checkIssuer,
  checkAudience,
  checkTimes,
  checkVersion,
  checkDeployment,
  checkNotice,
];
