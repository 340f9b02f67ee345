/** Third-party initiated login and the authorization endpoint (1EdTech Security Framework 1.0, §5.1.1). */
import { randomBytes } from 'node:crypto';
import type { SigningKey } from './keys.ts';
import type { Platform } from './platform.ts';
import type { Json, Launch, LaunchTarget } from './profiles/profile.ts';
import type { Course, Tool } from './types.ts';

/** How a launch is spoilt after the platform would have got it right. */
export interface Tamper {
  claims?: (claims: Json) => Json;
  header?: (header: Json) => Json;
  key?: SigningKey;
  /** Changes what the browser posts beside and around the id_token. */
  fields?: (fields: Record<string, string>) => Record<string, string>;
}

export interface FormPost {
  action: string;
  fields: Record<string, string>;
}

/** The authorization request is so wrong that nothing may be posted to its redirect_uri. */
export class AuthorizationError extends Error {}

export type LaunchRequest =
  | string
  | { deepLinking: true }
  | { courseNavigation: true }
  | { submissionReview: { lineItemId: string; userId: string } };

export interface LoginOptions {
  /** false: leaves out the offer of platform storage (Canvas's mobile web views). */
  storageTarget?: boolean;
  targetLinkUri?: string;
  deploymentId?: string;
  /** Which tool, when the request names no resource link. */
  clientId?: string;
}

function findTarget(platform: Platform, course: Course, request: LaunchRequest): LaunchTarget {
  const { state } = platform.institution;
  if (typeof request === 'string') {
    const link = state.resourceLinks[request];
    if (!link || link.courseId !== course.id)
      throw new Error(`course ${course.id} has no resource link ${request}`);
    return { kind: 'resourceLink', link };
  }
  if ('deepLinking' in request) return { kind: 'deepLinking' };
  if ('courseNavigation' in request) return { kind: 'courseNavigation' };
  const item = state.lineItems[request.submissionReview.lineItemId];
  const learner = state.people[request.submissionReview.userId];
  const link = state.resourceLinks[item?.resourceLinkId ?? ''];
  if (!item || !learner || !link)
    throw new Error('a submission review needs a coupled line item and a learner');
  return { kind: 'submissionReview', link, item, learner };
}

function findTool(platform: Platform, target: LaunchTarget, clientId: string | undefined): Tool {
  const { tools } = platform.institution.state;
  const [first] = Object.values(tools).filter(({ active }) => active);
  const wanted = 'link' in target ? target.link.clientId : (clientId ?? first?.clientId ?? '');
  const tool = tools[wanted];
  if (!tool) throw new Error('no tool is registered');
  if (!tool.active) throw new Error(`${tool.name} is not activated`);
  return tool;
}

function targetAddress(platform: Platform, tool: Tool, target: LaunchTarget): string {
  const launchUrl = tool.redirectUris[0] ?? '';
  if (target.kind === 'deepLinking') return tool.deepLinkUrl;
  if (target.kind === 'courseNavigation') return launchUrl;
  if (target.kind === 'submissionReview') {
    const submission = platform.institution.cell(target.item.id, target.learner.id)?.submission;
    if (submission?.['submission_type'] === 'basic_lti_launch') return String(submission['submission_data']);
  }
  return target.link.url ?? launchUrl;
}

/** Starts a launch: what the browser would post to the tool's login address. */
export function beginLogin(
  platform: Platform,
  courseId: string,
  userId: string,
  request: LaunchRequest,
  options: LoginOptions = {},
): { url: string; params: Record<string, string> } {
  const { institution, profile, launches } = platform;
  const course = institution.state.courses[courseId];
  const person = institution.state.people[userId];
  const member = course?.members[userId];
  if (!course || !person || !member) throw new Error(`${userId} is not in course ${courseId}`);
  const target = findTarget(platform, course, request);
  const tool = findTool(platform, target, options.clientId);
  const launch: Launch = {
    id: `ltilaunch_${randomBytes(8).toString('hex')}`,
    number: launches.size + 1,
    tool,
    deploymentId: options.deploymentId ?? tool.deploymentIds[0] ?? '',
    course,
    person,
    member,
    target,
    targetLinkUri: options.targetLinkUri ?? targetAddress(platform, tool, target),
    storageTarget: profile.launch.offersStorage && options.storageTarget !== false,
    startedAt: platform.now(),
    used: false,
  };
  const params = profile.launch.loginParams(launch, surroundings(platform));
  launches.set(params['lti_message_hint'] ?? '', launch);
  return { url: tool.loginUrl, params };
}

const surroundings = ({ url, issuer, institution }: Platform) => ({ base: url, issuer, institution });

/** What is wrong with an authorization request, as an OAuth error code and a sentence. */
function findProblem(
  platform: Platform,
  query: URLSearchParams,
  launch: Launch | undefined,
): [string, string] | undefined {
  const { profile } = platform;
  const expected: [string, string][] = [
    ['scope', 'openid'],
    ['response_type', 'id_token'],
    ['response_mode', 'form_post'],
    ['prompt', 'none'],
  ];
  for (const [name, value] of expected) {
    if (query.get(name) !== value) return ['invalid_request', `${name} must be ${value}`];
  }
  if (!query.get('nonce')) return ['invalid_request', 'nonce is missing'];
  if (!query.get('state')) return ['invalid_request', 'state is missing'];
  if (!launch) return ['invalid_request', 'lti_message_hint is not the one that was sent'];
  const sent = profile.launch.loginParams(launch, surroundings(platform));
  if (query.get('login_hint') !== sent['login_hint'])
    return ['login_required', 'login_hint names somebody else'];
  if (query.get('client_id') !== launch.tool.clientId)
    return ['unauthorized_client', 'the launch is for another tool'];
  const { once } = profile.launch;
  const tooOld = once && platform.now() - launch.startedAt > once.seconds * 1000;
  if (once && (tooOld || launch.used)) return [profile.launch.expiredError, 'start again from the course'];
  return undefined;
}

/**
 * Answers an authorization request with the form the browser would post to the tool: id_token and state, or an
 * OAuth error. @throws AuthorizationError when client or redirect_uri are unknown
 */
export async function authorize(
  platform: Platform,
  query: URLSearchParams,
  tamper: Tamper = {},
): Promise<FormPost> {
  const { profile, keys, institution, launches } = platform;
  const tool = institution.state.tools[query.get('client_id') ?? ''];
  if (!tool) throw new AuthorizationError('unknown client_id');
  const action = query.get('redirect_uri') ?? '';
  if (!tool.redirectUris.includes(profile.launch.redirectKey(action)))
    throw new AuthorizationError('redirect_uri is not registered');
  const launch = launches.get(query.get('lti_message_hint') ?? '');
  const state = query.get('state') ?? '';
  const problem = findProblem(platform, query, launch);
  if (problem || !launch) {
    const [error = '', description = ''] = problem ?? [];
    return { action, fields: { error, error_description: description, state } };
  }
  launch.used = true;
  const seconds = Math.floor(platform.now() / 1000);
  const claims: Json = {
    ...profile.launch.claims(launch, surroundings(platform)),
    nonce: query.get('nonce'),
    iat: seconds,
    exp: seconds + profile.launch.tokenSeconds,
  };
  const token = await keys.sign(tamper.claims?.(claims) ?? claims, tamper.key, tamper.header);
  const fields = { ...profile.launch.extraFields(launch), id_token: token, state };
  return { action, fields: tamper.fields?.(fields) ?? fields };
}
