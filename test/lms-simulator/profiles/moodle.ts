/** Moodle 4.5 as recorded in ../recorded/moodle-4.5 (README.md there lists the observations). */
import { createHash } from 'node:crypto';
import configuration from '../recorded/moodle-4.5/openid-configuration.json' with { type: 'json' };
import { AGS_SCOPES, MEMBERSHIP, PLATFORM_CONFIGURATION, SCOPE, TOOL_CONFIGURATION } from '../vocabulary.ts';
import type { Course, Membership, Tool } from '../types.ts';
import { moodleClaims, moodleLoginParams, sourcedResult } from './moodle-launch.ts';
import { decideMoodleScore } from './moodle-scores.ts';
import { asText } from './profile.ts';
import type { Json, PageView, Profile } from './profile.ts';

/** PHP's json_encode escapes slashes and everything outside ASCII unless told otherwise. */
const phpJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Typographic quotes as Moodle's bytes arrive: UTF-8 in a header that is read as Latin-1. */
const quoted = (rel: string): string => Buffer.from(`“${rel}”`, 'utf8').toString('latin1');

/** The line items' Link header, with its typographic quotes and `&amp;`. */
function lineItemLinks({ url, from, limit, total }: PageView): string | undefined {
  if (limit === null) return undefined;
  const page = (start: number): string =>
    `<${`${url.href}&limit=${limit}&from=${start}`.replaceAll('&', '&amp;')}>`;
  const links: [address: string, rel: string][] = [[page(0), 'first']];
  if (from > 0) links.push([page(Math.max(0, from - limit)), 'prev']);
  links.push([page(from), 'canonical']);
  if (from + limit <= total - 1) links.push([page(from + limit), 'next']);
  links.push([page(Math.max(0, total - limit + 1)), 'last']);
  return links.map(([address, rel]) => `${address}; rel=${quoted(rel)}`).join(', ');
}

/** Results and memberships have a regular header with `next` only. */
function nextLink({ url, from, limit, total }: PageView): string | undefined {
  if (limit === null || from + limit >= total) return undefined;
  const next = new URL(url);
  next.searchParams.set('limit', String(limit));
  next.searchParams.set('from', String(from + limit));
  return `<${next.href}>; rel="next"`;
}

/** Short role names: staff who may manage the activity are `Instructor`, everybody else is `Learner`. */
const shortRoles = (member: Membership): string[] =>
  member.roleUris ??
  (['learner', 'observer', 'test-student'].includes(member.role) ? ['Learner'] : ['Instructor']);

/** Recorded: a custom value that contains `=` comes back truncated at it. */
const truncated = (custom: unknown): Json =>
  Object.fromEntries(
    Object.entries((custom ?? {}) as Json).map(([name, value]) => [name, String(value).split('=')[0]]),
  );

/** Recorded: the answer speaks of every grade scope as soon as one was asked for. */
const reportedScopes = (tool: Tool): string[] => {
  const graded = tool.scopes.some((scope) => AGS_SCOPES.includes(scope));
  const others = tool.scopes.filter((scope) => !AGS_SCOPES.includes(scope));
  return [
    ...(graded ? [SCOPE.score, SCOPE.resultReadOnly, SCOPE.lineItemReadOnly, SCOPE.lineItem] : []),
    ...others,
  ];
};

function registrationAnswer(tool: Tool, request: Json): Json {
  const asked = (request[TOOL_CONFIGURATION] ?? {}) as Json;
  const messages = (asked['messages'] as Json[] | undefined) ?? [];
  return {
    client_id: tool.clientId,
    response_types: ['id_token'],
    jwks_uri: request['jwks_uri'],
    initiate_login_uri: request['initiate_login_uri'],
    grant_types: ['client_credentials', 'implicit'],
    redirect_uris: request['redirect_uris'],
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    client_name: request['client_name'],
    logo_uri: request['logo_uri'],
    scope: reportedScopes(tool).join(' '),
    [TOOL_CONFIGURATION]: {
      version: '1.3.0',
      deployment_id: tool.deploymentIds[0],
      target_link_uri: asked['target_link_uri'],
      domain: asked['domain'],
      description: asked['description'],
      messages: messages
        .filter((message) => message['type'] === 'LtiDeepLinkingRequest')
        .map(({ type, target_link_uri }) => ({ type, target_link_uri })),
      custom_parameters: truncated(asked['custom_parameters']),
      claims: ['sub', 'iss', 'name', 'family_name', 'given_name', 'email'],
    },
  };
}

function registrationProblem(request: Json): string | undefined {
  const asked = (request[TOOL_CONFIGURATION] ?? {}) as Json;
  const target = asText(asked['target_link_uri']);
  const host = URL.canParse(target) ? new URL(target).host : undefined;
  return host === asked['domain'] ? undefined : 'domain_targetlinkuri_mismatch';
}

const groupIds = (course: Course, userId: string): string =>
  course.groups
    .filter((group) => group.userIds.includes(userId))
    .map((group) => group.id)
    .join(',');

export const moodle: Profile = {
  name: 'moodle',
  title: 'Moodle 4.5',
  id: (kind, number) =>
    kind === 'client'
      ? createHash('sha256').update(`client ${number}`).digest('base64url').replace(/[-_]/g, 'x').slice(0, 15)
      : String(number),
  paths: {
    authorization: '/mod/lti/auth.php',
    jwks: '/mod/lti/certs.php',
    token: '/mod/lti/token.php',
    openidConfiguration: '/mod/lti/openid-configuration.php',
    registration: '/mod/lti/openid-registration.php',
    lineItems: '/mod/lti/services.php/:course/lineitems',
    lineItem: '/mod/lti/services.php/:course/lineitems/:item/lineitem',
    memberships: '/mod/lti/services.php/CourseSection/:course/bindings/:tool/memberships',
    deepLinkReturn: '/mod/lti/contentitem_return.php',
    toolReturn: '/mod/lti/return.php',
  },
  serviceQuery: (tool) => `?type_id=${tool.number}`,
  charset: '; charset=utf-8',
  json: (value, answerTo) => (answerTo === 'read' ? phpJson(value) : JSON.stringify(value)),
  error: (status, reason, request) => ({
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ status, reason, request }, null, 4),
  }),
  launch: {
    tokenSeconds: 60,
    offersStorage: false,
    storageFrame: '',
    iframeAllow: 'microphone; camera; geolocation; midi; encrypted-media; autoplay',
    redirectKey: (uri) => uri,
    loginParams: moodleLoginParams,
    claims: (launch, surroundings) =>
      moodleClaims(launch, surroundings, groupIds(launch.course, launch.person.id)),
    extraFields: () => ({}),
    expiredError: 'access_denied',
  },
  token: {
    contentType: 'text/html; charset=utf-8',
    // Recorded: the issuer itself and a list with a stranger in it are taken as well.
    audienceOk: (audience, tokenUrl, issuer) => audience.includes(tokenUrl) || audience.includes(issuer),
    // php-jwt's leeway; an old `iat` is not asked about.
    times: { toleranceSeconds: 60, maxAge: '1d' },
    insufficientScopeStatus: 401,
  },
  page: (query) => {
    const limit = Number(query.get('limit') ?? 0);
    return { from: Math.max(0, Number(query.get('from') ?? 0)), limit: limit > 0 ? limit : null };
  },
  pageLinks: (page, collection) => (collection === 'lineitems' ? lineItemLinks(page) : nextLink(page)),
  ags: {
    scoreMediaOk: (contentType) =>
      contentType.split(';')[0]?.trim() === 'application/vnd.ims.lis.v1.score+json',
    wrongMediaStatus: 400,
    checkLineItem: (body, link) => {
      if (link === 'unknown') return { status: 403, reason: 'Invalid resource link' };
      const complete = typeof body['label'] === 'string' && typeof body['scoreMaximum'] === 'number';
      return complete ? undefined : { status: 400, reason: 'No label or scoreMaximum' };
    },
    showLineItem: (item, id) => ({
      id,
      label: item.label,
      scoreMaximum: item.scoreMaximum,
      resourceId: item.resourceId ?? '',
      tag: item.tag ?? '',
      ...(item.resourceLinkId !== undefined && {
        resourceLinkId: item.resourceLinkId,
        ltiLinkId: item.resourceLinkId,
      }),
    }),
    echoLineItem: (_item, id, body) => ({ ...body, id }),
    deleted: { status: 204, contentType: 'text/html; charset=utf-8', body: '' },
    foreignStatus: 404,
    decideScore: decideMoodleScore,
    showResult: (cell, userId, lineItemUrl) => {
      const results = lineItemUrl.replace('/lineitem?', '/lineitem/results?');
      return {
        id: `${results}&user_id=${userId}`,
        userId,
        ...(cell.score !== null && { resultScore: cell.score, resultMaximum: cell.maximum }),
        ...(cell.comment !== null && { comment: cell.comment }),
        scoreOf: lineItemUrl,
        timestamp: new Date(cell.timestamp ?? 0).toISOString().replace(/\.\d+Z$/, '+00:00'),
      };
    },
  },
  nrps: {
    order: (a, b) =>
      a.familyName.localeCompare(b.familyName, 'en') || a.givenName.localeCompare(b.givenName, 'en'),
    inactiveListed: false,
    differences: false,
    roles: shortRoles,
    roleMatches: (member, wanted) =>
      shortRoles(member).some((role) => role === wanted || `${MEMBERSHIP}#${role}` === wanted),
    showMember: (member, person, tool, _course, { link, base }) => ({
      status: 'Active',
      roles: shortRoles(member),
      ...(link && {
        message: [
          {
            'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiResourceLinkRequest',
            'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome': sourcedResult(
              link.id,
              person.id,
              tool.number,
              base,
            ),
          },
        ],
      }),
      user_id: person.id,
      ...(tool.privacy === 'full' && {
        lis_person_sourcedid: person.sourcedId,
        name: person.name,
        given_name: person.givenName,
        family_name: person.familyName,
        email: person.email,
        ext_user_username: person.username,
      }),
    }),
  },
  deepLinking: { acceptTypes: ['ltiResourceLink'], acceptMultiple: true },
  registration: {
    status: 200,
    pending: true,
    platformConfiguration: configuration[PLATFORM_CONFIGURATION],
    answer: registrationAnswer,
    check: registrationProblem,
    configurationNeedsToken: false,
    scopesSupported: configuration.scopes_supported,
  },
};
