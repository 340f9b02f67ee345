/** A platform in the strictest reading of LTI 1.3, AGS 2.0, NRPS 2.0, Deep Linking 2.0 and Course Groups 1.0. */
import { MEDIA, SCOPE, TOOL_CONFIGURATION } from '../vocabulary.ts';
import type { LineItem, Membership, Tool } from '../types.ts';
import type { Json, PageView, Profile } from './profile.ts';
import { deepLinkingData, strictClaims, strictLoginParams, strictRoles } from './strict-launch.ts';
import { decideStrictScore } from './strict-scores.ts';

const PAGE_SIZE = 20;
const LARGEST_PAGE = 200;
const LINE_ITEM_FIELDS = [
  'id',
  'scoreMaximum',
  'label',
  'resourceId',
  'resourceLinkId',
  'tag',
  'startDateTime',
  'endDateTime',
  'gradesReleased',
  'submissionReview',
];

/** Cursors are opaque, so that nobody computes them. */
const cursorOf = (from: number): string => Buffer.from(`from ${from}`).toString('base64url');
const fromCursor = (cursor: string | null): number =>
  cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString().replace('from ', '')) || 0;

function links({ url, from, limit, total }: PageView): string | undefined {
  const size = limit ?? total;
  if (from + size >= total) return undefined;
  const next = new URL(url);
  next.searchParams.set('limit', String(size));
  next.searchParams.set('cursor', cursorOf(from + size));
  return `<${next.href}>; rel="next"`;
}

function lineItemProblem(body: Json): string | undefined {
  const unknown = Object.keys(body).find((name) => !LINE_ITEM_FIELDS.includes(name) && !URL.canParse(name));
  if (unknown !== undefined) return `${unknown} is not a property of a line item`;
  if (typeof body['label'] !== 'string' || body['label'] === '') return 'label is required';
  const { scoreMaximum } = body;
  return typeof scoreMaximum === 'number' && scoreMaximum > 0 ? undefined : 'scoreMaximum must be above 0';
}

const showLineItem = (item: LineItem, id: string): Json => ({
  id,
  label: item.label,
  scoreMaximum: item.scoreMaximum,
  ...(item.resourceId !== undefined && { resourceId: item.resourceId }),
  ...(item.tag !== undefined && { tag: item.tag }),
  ...(item.resourceLinkId !== undefined && { resourceLinkId: item.resourceLinkId }),
  ...(item.startDateTime !== undefined && { startDateTime: item.startDateTime }),
  ...(item.endDateTime !== undefined && { endDateTime: item.endDateTime }),
});

const registrationAnswer = (tool: Tool, request: Json): Json => ({
  ...request,
  client_id: tool.clientId,
  scope: tool.scopes.join(' '),
  [TOOL_CONFIGURATION]: { ...(request[TOOL_CONFIGURATION] as Json), deployment_id: tool.deploymentIds[0] },
});

/** LTI Dynamic Registration 1.0 §3.5: what a registration request must say. */
function registrationProblem(request: Json): string | undefined {
  const asked = (request[TOOL_CONFIGURATION] ?? {}) as Json;
  if (request['application_type'] !== 'web') return 'application_type must be web';
  if (request['token_endpoint_auth_method'] !== 'private_key_jwt')
    return 'token_endpoint_auth_method must be private_key_jwt';
  const grants = request['grant_types'];
  if (!Array.isArray(grants) || !grants.includes('implicit') || !grants.includes('client_credentials')) {
    return 'grant_types must hold implicit and client_credentials';
  }
  for (const name of ['domain', 'target_link_uri', 'messages', 'claims']) {
    if (asked[name] === undefined) return `${name} is required`;
  }
  return undefined;
}

const roleMatches = (member: Membership, wanted: string): boolean => strictRoles(member).includes(wanted);

export const strict: Profile = {
  name: 'strict',
  title: 'Strict platform',
  id: (kind, number) => `${kind}-${number}`,
  paths: {
    authorization: '/oidc/authorize',
    jwks: '/oidc/jwks',
    token: '/oidc/token',
    openidConfiguration: '/.well-known/openid-configuration',
    registration: '/oidc/register',
    lineItems: '/services/courses/:course/line-items',
    lineItem: '/services/courses/:course/line-items/:item',
    memberships: '/services/courses/:course/members',
    deepLinkReturn: '/courses/:course/deep-linking-return',
    toolReturn: '/courses/:course/return',
    groups: '/services/courses/:course/groups',
    groupSets: '/services/courses/:course/group-sets',
    notices: '/services/notice-handlers/:deployment',
  },
  serviceQuery: (tool) => `?tool=${tool.number}`,
  charset: '',
  json: (value) => JSON.stringify(value),
  error: (status, title) => ({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status, title }),
  }),
  launch: {
    tokenSeconds: 300,
    once: { seconds: 300 },
    offersStorage: true,
    storageFrame: 'platform_storage',
    iframeAllow: 'clipboard-write; fullscreen',
    redirectKey: (uri) => uri,
    loginParams: strictLoginParams,
    claims: strictClaims,
    extraFields: (launch): Record<string, string> =>
      launch.storageTarget ? { lti_storage_target: 'platform_storage' } : {},
    expiredError: 'access_denied',
  },
  token: {
    contentType: 'application/json;charset=UTF-8',
    audienceOk: (audience, tokenUrl) => audience.length === 1 && audience[0] === tokenUrl,
    times: { toleranceSeconds: 0, maxAge: '5m' },
    insufficientScopeStatus: 403,
  },
  page: (query) => {
    const asked = Number(query.get('limit') ?? 0);
    return {
      from: fromCursor(query.get('cursor')),
      limit: Math.min(asked > 0 ? asked : PAGE_SIZE, LARGEST_PAGE),
    };
  },
  pageLinks: links,
  ags: {
    scoreMediaOk: (contentType) => contentType === MEDIA.score,
    wrongMediaStatus: 415,
    checkLineItem: (body, link) => {
      if (link === 'unknown') return { status: 404, reason: 'resourceLinkId is not in this course' };
      const reason = lineItemProblem(body);
      return reason === undefined ? undefined : { status: 400, reason };
    },
    showLineItem,
    echoLineItem: (item, url) => showLineItem(item, url),
    deleted: { status: 204, body: '' },
    foreignStatus: 404,
    decideScore: decideStrictScore,
    showResult: (cell, userId, lineItemUrl) => ({
      id: lineItemUrl.replace('?', `/results/${userId}?`),
      scoreOf: lineItemUrl,
      userId,
      ...(cell.score !== null && { resultScore: cell.score, resultMaximum: cell.maximum }),
      ...(cell.comment !== null && { comment: cell.comment }),
    }),
  },
  nrps: {
    order: (a, b) => (a.id < b.id ? -1 : 1),
    inactiveListed: true,
    differences: true,
    roles: strictRoles,
    roleMatches,
    showMember: (member, person, tool, course, { link, groups }) => ({
      user_id: person.id,
      status: member.status,
      roles: strictRoles(member),
      ...(tool.privacy === 'full' && {
        name: person.name,
        given_name: person.givenName,
        ...(person.familyName !== '' && { family_name: person.familyName }),
        email: person.email,
        lis_person_sourcedid: person.sourcedId,
      }),
      ...(groups && {
        group_enrollments: course.groups
          .filter((group) => group.userIds.includes(person.id))
          .map((group) => ({ group_id: group.id })),
      }),
      ...(link && {
        message: [
          {
            'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiResourceLinkRequest',
            'https://purl.imsglobal.org/spec/lti/claim/custom': link.custom,
          },
        ],
      }),
    }),
  },
  deepLinking: {
    acceptTypes: ['ltiResourceLink'],
    acceptMultiple: true,
    data: (course, tool) => deepLinkingData(course.number, tool.number),
  },
  registration: {
    status: 201,
    pending: false,
    platformConfiguration: {
      product_family_code: 'strict',
      version: '1',
      messages_supported: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
        { type: 'LtiSubmissionReviewRequest' },
      ],
      notice_types_supported: ['LtiHelloWorldNotice', 'LtiContextCopyNotice'],
      variables: [
        'Context.id.history',
        'ResourceLink.id.history',
        'ResourceLink.submission.endDateTime',
        'Person.address.timezone',
      ],
    },
    answer: registrationAnswer,
    check: registrationProblem,
    configurationNeedsToken: false,
    scopesSupported: [
      SCOPE.lineItem,
      SCOPE.lineItemReadOnly,
      SCOPE.resultReadOnly,
      SCOPE.score,
      SCOPE.memberships,
      SCOPE.groups,
      SCOPE.noticeHandlers,
    ],
  },
};
