import { readGradingView } from '../../contracts/paths.ts';
import { isTestUser, roleOf } from '../../core/roles.ts';
import { deploymentKeyOf } from '../../core/ids.ts';
import {
  dateOf,
  expandedOnly,
  historyOf,
  linkDatesOf,
  personDatesOf,
  sectionNamesOf,
} from './custom-claims.ts';
import { type Claims, isRecord } from './launch-checks.ts';
import type { DeepLinkingRequest, VerifiedLaunch } from './ports.ts';
import { quirksOf } from './quirks/index.ts';
import { CLAIM, SCOPE } from './vocabulary.ts';

/** Titles and names longer than this are cut: no LMS page shows more. */
const TEXT_MAX = 500;
const URL_MAX = 2000;
/** Groups of one person, or learners of one mentor, that are believed. */
const IDS_MAX = 200;

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
  const messageType = claims[CLAIM.messageType] as VerifiedLaunch['messageType'];
  const deepLinking = messageType === 'LtiDeepLinkingRequest';
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
    messageType,
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
    groupsService: groupsServiceOf(record(claims[CLAIM.groups])),
    groups: custom.groups === undefined ? null : listed(custom.groups),
    sections: sectionNamesOf(record(claims[CLAIM.custom]).sections),
    observes: role === 'observer' ? observedBy(claims[CLAIM.mentored], custom.observees) : [],
    returnUrl: returnUrlOf(claims),
    courseUrl: address(places.course),
    linkUrl: address(places.link),
    deepLinking: deepLinking ? readDeepLinking(claims) : null,
    copiedFrom: {
      contexts: historyOf(custom, 'context_history').filter((id) => id !== context.id),
      links: historyOf(custom, 'link_history').filter((id) => id !== link.id),
    },
    courseStartsAt: dateOf(custom.course_start),
    dates: linkDatesOf(custom),
    personDates: personDatesOf(record(claims[CLAIM.custom])),
    work: deepLinking ? null : readGradingView((claims[CLAIM.targetLinkUri] as string | undefined) ?? ''),
    reviewedSubject:
      messageType === 'LtiSubmissionReviewRequest' ? (record(claims[CLAIM.forUser]).user_id as string) : null,
  };
}

/** Where the LMS wants people to go who leave the tool; a web address, or null. */
export const returnUrlOf = (claims: Claims): string | null =>
  address(record(claims[CLAIM.launchPresentation]).return_url);

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

function groupsServiceOf(claim: Claims): VerifiedLaunch['groupsService'] {
  const groupsUrl = address(claim.context_groups_url);
  return groupsUrl === null ? null : { groupsUrl, setsUrl: address(claim.context_group_sets_url) };
}

/** LTI 1.3 §5.4.3 (role_scope_mentor), or Canvas's custom parameter in its place. */
const observedBy = (claim: unknown, custom: string | undefined): string[] =>
  Array.isArray(claim) ? idsOf(claim) : listed(custom ?? '');

const listed = (ids: string): string[] => idsOf(ids.split(',').map((id) => id.trim()));

/** The usable ids of a list that the LMS gave, each once, in an order of their own: the same list reads the same. */
export const idsOf = (values: readonly unknown[]): string[] => {
  const ids = values.filter(
    (value): value is string => typeof value === 'string' && value !== '' && value.length <= 255,
  );
  return [...new Set(ids)].sort().slice(0, IDS_MAX);
};

/** Where a platform is told which notices the tool wants, and which it has. */
export interface NoticeService {
  readonly url: string;
  readonly types: readonly string[];
}

/** The Platform Notification Service as a launch offers it; null where it does not, or not to this tool. */
export function noticeServiceOf(claims: Claims): NoticeService | null {
  const service = record(claims[CLAIM.notices]);
  const url = address(service.platform_notification_service_url);
  const scopes = Array.isArray(service.scope) ? service.scope : [];
  if (url === null || !scopes.includes(SCOPE.noticeHandlers)) return null;
  return {
    url,
    types: idsOf(Array.isArray(service.notice_types_supported) ? service.notice_types_supported : []),
  };
}

/** The full name where the LMS shares it, else what it shares of it. */
export function nameOf(claims: Claims): string | null {
  const parts = [text(claims.given_name), text(claims.family_name)].filter((part) => part !== null);
  return text(claims.name) ?? text(parts.join(' '));
}

function readDeepLinking(claims: Claims): DeepLinkingRequest {
  const settings = record(claims[CLAIM.deepLinkingSettings]);
  const acceptTypes = settings.accept_types as unknown[];
  const quirks = quirksOf(familyOf(claims));
  return {
    returnUrl: settings.deep_link_return_url as string,
    acceptTypes: acceptTypes.filter((type) => typeof type === 'string'),
    // Deep Linking 2.0 §4.4.1 leaves its absence open: one item is then the safe reading. Some write it as text.
    acceptMultiple: settings.accept_multiple === true || settings.accept_multiple === 'true',
    acceptLineItem: quirks.acceptsLineItem(settings, claims),
    acceptDates: quirks.acceptsDates(claims),
    autoCreate: settings.auto_create === true || settings.auto_create === 'true',
    cancelByReturn: quirks.cancelsByReturn,
    data: typeof settings.data === 'string' ? settings.data : null,
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

/** A text of the LMS without the blanks around it; null when there is none. */
export function text(value: unknown, max = TEXT_MAX): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  // Cut by code points, so that no character is halved.
  return trimmed === '' ? null : trimmed.length <= max ? trimmed : Array.from(trimmed).slice(0, max).join('');
}

function address(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > URL_MAX || !URL.canParse(value)) return null;
  return ['https:', 'http:'].includes(new URL(value).protocol) ? value : null;
}
