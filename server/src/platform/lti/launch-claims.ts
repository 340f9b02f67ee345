import { isTestUser, roleOf } from '../../core/roles.ts';
import { deploymentKeyOf } from '../../core/ids.ts';
import { type Claims, isRecord } from './launch-checks.ts';
import type { DeepLinkingRequest, VerifiedLaunch } from './ports.ts';
import { quirksOf } from './quirks/index.ts';
import { CLAIM } from './vocabulary.ts';

/** Titles and names longer than this are cut: no LMS page shows more. */
const TEXT_MAX = 500;
const URL_MAX = 2000;

/**
 * Reads what the product needs out of claims that `checkClaims` has accepted. Optional claims of a wrong type are left
 * out rather than refused: they are the LMS's mistakes, not the person's.
 */
export function readLaunch(claims: Claims, launchId: string, platformId: string): VerifiedLaunch {
  const roles = claims[CLAIM.roles] as string[];
  const context = record(claims[CLAIM.context]);
  const services = record(claims[CLAIM.gradeServices]);
  const link = record(claims[CLAIM.resourceLink]);
  const deploymentId = claims[CLAIM.deploymentId] as string;
  const deepLinking = claims[CLAIM.messageType] === 'LtiDeepLinkingRequest';
  const role = roleOf(roles);
  const custom = expandedOnly(record(claims[CLAIM.custom]));
  const lineItems = address(services.lineitems);
  const membershipsUrl = address(record(claims[CLAIM.memberships]).context_memberships_url);
  const resourceLink = deepLinking ? null : { id: link.id as string, title: text(link.title) };
  const places = quirksOf(familyOf(claims)).placesOf({
    issuer: claims.iss as string,
    contextId: context.id as string,
    resourceLinkId: resourceLink?.id ?? null,
    serviceUrl: lineItems ?? membershipsUrl,
    custom,
  });
  return {
    launchId,
    messageType: deepLinking ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    platformId,
    deploymentId,
    deploymentKey: deploymentKeyOf(platformId, deploymentId),
    subject: claims.sub as string,
    role: role ?? 'learner',
    readOnly: role === null,
    testUser: isTestUser(roles),
    name: nameOf(claims),
    email: text(claims.email, 320),
    locale: localeOf(claims),
    context: { id: context.id as string, label: text(context.label), title: text(context.title) },
    resourceLink,
    custom,
    lineItem: address(services.lineitem),
    lineItems,
    membershipsUrl,
    returnUrl: address(record(claims[CLAIM.launchPresentation]).return_url),
    courseUrl: address(places.course),
    linkUrl: address(places.link),
    deepLinking: deepLinking ? readDeepLinking(claims) : null,
  };
}

/** `product_family_code` names the LMS, for its quirks. */
export const familyOf = (claims: Claims): string | null =>
  text(record(claims[CLAIM.toolPlatform]).product_family_code, 100);

/** The person's language as the LMS shows its own pages, as a BCP 47 tag; null when absent or unusable. */
export function localeOf(claims: Claims): string | null {
  const locale = text(record(claims[CLAIM.launchPresentation]).locale, 35) ?? text(claims.locale, 35);
  // Moodle and others write en_us.
  const tag = locale?.replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/** The full name where the LMS shares it, else what it shares of it. */
function nameOf(claims: Claims): string | null {
  const parts = [text(claims.given_name), text(claims.family_name)].filter((part) => part !== null);
  return text(claims.name) ?? text(parts.join(' '));
}

function readDeepLinking(claims: Claims): DeepLinkingRequest {
  const settings = record(claims[CLAIM.deepLinkingSettings]);
  const acceptTypes = settings.accept_types as unknown[];
  return {
    returnUrl: settings.deep_link_return_url as string,
    acceptTypes: acceptTypes.filter((type) => typeof type === 'string'),
    // Deep Linking 2.0 §4.4.1 leaves its absence open: one item is then the safe reading. Some write it as text.
    acceptMultiple: settings.accept_multiple === true || settings.accept_multiple === 'true',
    acceptLineItem: quirksOf(familyOf(claims)).acceptsLineItem(settings),
    data: typeof settings.data === 'string' ? settings.data : null,
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

function text(value: unknown, max = TEXT_MAX): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  // Cut by code points, so that no character is halved.
  return trimmed === '' ? null : trimmed.length <= max ? trimmed : Array.from(trimmed).slice(0, max).join('');
}

function address(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > URL_MAX || !URL.canParse(value)) return null;
  return ['https:', 'http:'].includes(new URL(value).protocol) ? value : null;
}

/** An LMS sends a variable that it does not know as its literal name (`$ResourceLink.submission.endDateTime`). */
function expandedOnly(custom: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(custom).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !/^\$[A-Z][\w.]*$/i.test(entry[1]),
  );
  return Object.fromEntries(entries);
}
