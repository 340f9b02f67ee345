/** Canvas (cloud): what its source, documentation and captured launches show; never run here. */
import { SCOPE, TOOL_CONFIGURATION } from '../vocabulary.ts';
import type { Membership, Tool } from '../types.ts';
import { canvasClaims, canvasCourseRoles, canvasLoginParams, hex40 } from './canvas-launch.ts';
import { decideCanvasScore } from './canvas-scores.ts';
import { asText } from './profile.ts';
import type { Answer, IdKind, Json, PageView, Profile } from './profile.ts';

const uuid = (text: string): string =>
  hex40(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

function makeId(kind: IdKind, number: number): string {
  if (kind === 'client') return String(10_000_000_000_000 + number);
  if (kind === 'deployment') return `${number}:${hex40(`deployment ${number}`)}`;
  return kind === 'course' || kind === 'group' ? hex40(`${kind} ${number}`) : uuid(`${kind} ${number}`);
}

const ERROR_TYPES: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  404: 'not_found',
  412: 'precondition_failed',
  422: 'unprocessable_entity',
};

const error = (status: number, message: string): Answer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ errors: { type: ERROR_TYPES[status] ?? 'error', message } }),
});

const PAGE_SIZE = { lineitems: 10, results: 10, memberships: 50 } as const;
const LARGEST_PAGE = { lineitems: 100, results: 100, memberships: 50 } as const;

function links({ url, from, limit, total }: PageView): string {
  const size = limit ?? total;
  const address = (page: number): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(page));
    target.searchParams.set('per_page', String(size));
    return target.href;
  };
  const current = Math.floor(from / size) + 1;
  const last = Math.max(1, Math.ceil(total / size));
  const rels: [string, number][] = [['current', current]];
  if (current < last) rels.push(['next', current + 1]);
  if (current > 1) rels.push(['prev', current - 1]);
  rels.push(['first', 1], ['last', last]);
  return rels.map(([rel, page]) => `<${address(page)}>; rel="${rel}"`).join(',');
}

function registrationAnswer(tool: Tool, request: Json, base: string): Json {
  return {
    ...request,
    client_id: tool.clientId,
    scope: tool.scopes.join(' '),
    [TOOL_CONFIGURATION]: {
      ...(request[TOOL_CONFIGURATION] as Json),
      'https://canvas.instructure.com/lti/registration_config_url': `${base}/api/lti/registrations/${tool.clientId}/view`,
    },
    'https://canvas.instructure.com/lti/registration_config_url': `${base}/api/lti/registrations/${tool.clientId}/view`,
    deployment_id: tool.deploymentIds[0],
  };
}

function registrationProblem(request: Json): string | undefined {
  const asked = (request[TOOL_CONFIGURATION] ?? {}) as Json;
  const { domain, messages, claims } = asked;
  if (typeof domain !== 'string' || domain.includes('://')) return 'domain is required, without a scheme';
  if (!Array.isArray(messages)) return 'messages are required';
  const scopes = asText(request['scope']).split(' ');
  const unknown = scopes.filter((scope) => !canvas.registration.scopesSupported.includes(scope));
  if (unknown.length > 0) return `Invalid scopes: ${unknown.join(', ')}`;
  return Array.isArray(claims) ? undefined : 'claims are required';
}

const roleMatches = (member: Membership, wanted: string): boolean =>
  canvasCourseRoles(member).includes(wanted);

export const canvas: Profile = {
  name: 'canvas',
  title: 'Canvas',
  id: makeId,
  paths: {
    authorization: '/api/lti/authorize_redirect',
    jwks: '/api/lti/security/jwks',
    token: '/login/oauth2/token',
    openidConfiguration: '/api/lti/security/openid-configuration',
    registration: '/api/lti/registrations',
    lineItems: '/api/lti/courses/:course/line_items',
    lineItem: '/api/lti/courses/:course/line_items/:item',
    memberships: '/api/lti/courses/:course/names_and_roles',
    groupMemberships: '/api/lti/groups/:group/names_and_roles',
    deepLinkReturn: '/courses/:course/deep_linking_response',
    toolReturn: '/courses/:course/external_content/success/external_tool_redirect',
    notices: '/api/lti/notice-handlers/:deployment',
  },
  serviceQuery: () => '',
  charset: '; charset=utf-8',
  json: (value) => JSON.stringify(value),
  error,
  launch: {
    tokenSeconds: 3600,
    once: { seconds: 300 },
    offersStorage: true,
    storageFrame: 'post_message_forwarding',
    iframeAllow:
      'geolocation *; microphone *; camera *; midi *; encrypted-media *; autoplay *; clipboard-write *; display-capture *',
    redirectKey: (uri) => uri.split('?')[0] ?? '',
    loginParams: canvasLoginParams,
    claims: canvasClaims,
    extraFields: (launch) => ({
      utf8: '✓',
      authenticity_token: hex40(`csrf ${launch.id}`),
      ...(launch.storageTarget && { lti_storage_target: 'post_message_forwarding' }),
    }),
    expiredError: 'launch_no_longer_valid',
  },
  token: {
    contentType: 'application/json; charset=utf-8',
    audienceOk: (audience, tokenUrl) => audience.includes(tokenUrl),
    // Its JwtValidator: no grace at either end, and "the 'iat' must be less than 300 seconds old".
    times: { toleranceSeconds: 0, maxAge: '5m' },
    insufficientScopeStatus: 401,
  },
  page: (query, collection) => {
    const asked = Number(query.get('limit') ?? query.get('per_page') ?? 0);
    const limit = Math.min(asked > 0 ? asked : PAGE_SIZE[collection], LARGEST_PAGE[collection]);
    return { from: (Math.max(1, Number(query.get('page') ?? 1)) - 1) * limit, limit };
  },
  pageLinks: links,
  ags: {
    // Canvas reads the body whatever it is called, as long as it is JSON.
    scoreMediaOk: (contentType) => /json/.test(contentType),
    wrongMediaStatus: 400,
    checkLineItem: (body, link, isAssignment) => {
      if (link === 'unknown') return { status: 404, reason: 'The specified resource does not exist.' };
      if (link && !isAssignment)
        return { status: 422, reason: 'Resource link id points to Tool not associated with this Context' };
      const { scoreMaximum, label } = body;
      const complete =
        typeof label === 'string' && label !== '' && typeof scoreMaximum === 'number' && scoreMaximum >= 0;
      return complete
        ? undefined
        : { status: 422, reason: 'label and a scoreMaximum of 0 or more are required' };
    },
    showLineItem: (item, id) => ({
      id,
      scoreMaximum: item.scoreMaximum,
      label: item.label,
      ...(item.tag !== undefined && { tag: item.tag }),
      ...(item.resourceId !== undefined && { resourceId: item.resourceId }),
      ...(item.resourceLinkId !== undefined && { resourceLinkId: item.resourceLinkId }),
      ...(item.startDateTime !== undefined && { startDateTime: item.startDateTime }),
      ...(item.endDateTime !== undefined && { endDateTime: item.endDateTime }),
    }),
    echoLineItem: (item, id) => canvas.ags.showLineItem(item, id),
    deleted: { status: 204, body: '' },
    coupledDelete: { status: 401, reason: 'Line items made with an assignment cannot be deleted' },
    foreignStatus: 412,
    concluded: {
      status: 422,
      reason: 'This course has concluded. AGS requests will no longer be accepted.',
    },
    decideScore: decideCanvasScore,
    showResult: (cell, userId, lineItemUrl) => ({
      id: `${lineItemUrl}/results/${userId}`,
      scoreOf: lineItemUrl,
      userId,
      ...(cell.score !== null && { resultScore: cell.score, resultMaximum: cell.maximum }),
      ...(cell.comment !== null && { comment: cell.comment }),
    }),
  },
  nrps: {
    order: (a, b) => a.number - b.number,
    inactiveListed: false,
    differences: false,
    roles: canvasCourseRoles,
    roleMatches,
    showMember: (member, person, tool, _course, { link, base }) => ({
      status: 'Active',
      user_id: person.id,
      lti11_legacy_user_id: hex40(`legacy ${person.id}`),
      roles: canvasCourseRoles(member),
      ...(tool.privacy === 'full' && {
        name: person.name,
        given_name: person.givenName,
        family_name: person.familyName,
        email: person.email,
        picture: `${base}/images/avatar-${person.number}.png`,
        lis_person_sourcedid: person.sourcedId,
      }),
      ...(link && {
        message: [
          {
            'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiResourceLinkRequest',
            'https://purl.imsglobal.org/spec/lti/claim/custom': { ...tool.custom, ...link.custom },
            locale: person.locale,
          },
        ],
      }),
    }),
  },
  deepLinking: { acceptTypes: ['ltiResourceLink'], acceptMultiple: true },
  registration: {
    status: 200,
    pending: true,
    platformConfiguration: {
      product_family_code: 'canvas',
      version: 'vCloud',
      messages_supported: [
        {
          type: 'LtiResourceLinkRequest',
          placements: [
            'https://canvas.instructure.com/lti/course_navigation',
            'https://canvas.instructure.com/lti/assignment_view',
          ],
        },
        {
          type: 'LtiDeepLinkingRequest',
          placements: [
            'https://canvas.instructure.com/lti/assignment_selection',
            'https://canvas.instructure.com/lti/link_selection',
            'https://canvas.instructure.com/lti/course_assignments_menu',
            'https://canvas.instructure.com/lti/module_index_menu_modal',
          ],
        },
      ],
      notice_types_supported: ['LtiHelloWorldNotice', 'LtiContextCopyNotice'],
      variables: [
        'Canvas.course.id',
        'Canvas.user.id',
        'Canvas.assignment.id',
        'Canvas.group.contextIds',
        'Context.id.history',
        'Person.address.timezone',
      ],
      'https://canvas.instructure.com/lti/account_name': 'Simulated Canvas',
    },
    answer: registrationAnswer,
    check: registrationProblem,
    extraConfiguration: (base) => ({ authorization_server: new URL(base).host }),
    // Its guide to registration: the tool sends the registration token with the request for the configuration.
    configurationNeedsToken: true,
    scopesSupported: [
      SCOPE.lineItem,
      SCOPE.lineItemReadOnly,
      SCOPE.resultReadOnly,
      SCOPE.score,
      SCOPE.memberships,
      SCOPE.noticeHandlers,
    ],
  },
};
