/** The end of a deep-linking request: the tool's signed answer becomes activities (Deep Linking 2.0, §3). */
import type { Request } from 'express';
import { decodeJwt } from 'jose';
import { formBody, parameter, query, ServiceError } from './platform.ts';
import type { Platform } from './platform.ts';
import { asText, isAmount } from './profiles/profile.ts';
import type { Json } from './profiles/profile.ts';
import type { NewLineItem, NewResourceLink } from './state.ts';
import type { Course, DateSpan, ResourceLink, Tool } from './types.ts';
import { CLAIM, DEEP_LINKING_CLAIM } from './vocabulary.ts';

export interface Picked {
  course: Course;
  links: ResourceLink[];
  /** What the tool wants the person to read. */
  message: string;
  errorMessage: string;
}

const refuse = (reason: string): ServiceError =>
  new ServiceError(400, `The tool's answer was refused: ${reason}`);

/** The course a return address belongs to: in its path, or (Moodle) in its query. */
export function courseOfReturn(platform: Platform, request: Request): Course {
  const number = Number(parameter(request, 'course') || query(request).get('course'));
  const course = Object.values(platform.institution.state.courses).find(
    (candidate) => candidate.number === number,
  );
  if (!course) throw new ServiceError(404, 'The course does not exist');
  return course;
}

/** @returns the verified claims of the response message; @throws ServiceError 400 with the reason */
async function verify(platform: Platform, jwt: string): Promise<{ tool: Tool; claims: Json }> {
  const { institution, toolKeys, issuer, usedAssertions, profile } = platform;
  try {
    const tool = institution.state.tools[asText(decodeJwt(jwt).iss)];
    if (!tool) throw new Error('iss is not the client id of a tool');
    const claims = await toolKeys.verify(tool, jwt, {
      issuer: tool.clientId,
      audience: issuer,
      currentDate: new Date(platform.now()),
      clockTolerance: profile.token.times.toleranceSeconds,
      requiredClaims: ['exp', 'iat', 'nonce'],
    });
    const nonce = `${tool.clientId} deep linking ${asText(claims['nonce'])}`;
    if (usedAssertions.has(nonce)) throw new Error('nonce was used before');
    usedAssertions.add(nonce);
    return { tool, claims };
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : 'unreadable');
  }
}

const span = (value: unknown): DateSpan => {
  const { startDateTime, endDateTime } = (value ?? {}) as Json;
  return {
    ...(typeof startDateTime === 'string' && { startDateTime }),
    ...(typeof endDateTime === 'string' && { endDateTime }),
  };
};

/** @throws ServiceError 400 when an item is not as Deep Linking 2.0, §2.2 wants it */
function readItem(item: Json, tool: Tool): NewResourceLink {
  const lineItem = item['lineItem'] as Json | undefined;
  if (lineItem && !(isAmount(lineItem['scoreMaximum']) && lineItem['scoreMaximum'] > 0)) {
    throw refuse('lineItem.scoreMaximum must be above 0');
  }
  const custom = (item['custom'] ?? {}) as Record<string, unknown>;
  if (Object.values(custom).some((value) => typeof value !== 'string'))
    throw refuse('custom values must be text');
  const optional = (name: string): Json =>
    typeof lineItem?.[name] === 'string' ? { [name]: lineItem[name] } : {};
  const column: NewLineItem | undefined = lineItem && {
    scoreMaximum: Number(lineItem['scoreMaximum']),
    ...optional('label'),
    ...optional('resourceId'),
    ...optional('tag'),
  };
  return {
    title: asText(item['title']) || tool.name,
    description: asText(item['text']),
    custom: custom as Record<string, string>,
    clientId: tool.clientId,
    available: span(item['available']),
    submission: span(item['submission']),
    ...(typeof item['url'] === 'string' && { url: item['url'] }),
    ...(column && { lineItem: column }),
  };
}

/** Makes the activities a tool sends back. Cancelling is an answer without items. */
export async function receiveDeepLinks(platform: Platform, request: Request): Promise<Picked> {
  const { deepLinking } = platform.profile;
  const course = courseOfReturn(platform, request);
  const { tool, claims } = await verify(platform, formBody(request).get('JWT') ?? '');
  const expected = { message_type: 'LtiDeepLinkingResponse', version: '1.3.0' };
  for (const [name, value] of Object.entries(expected)) {
    if (claims[CLAIM + name] !== value) throw refuse(`${name} must be ${value}`);
  }
  if (!tool.deploymentIds.includes(asText(claims[`${CLAIM}deployment_id`])))
    throw refuse('deployment_id is unknown');
  const data = deepLinking.data?.(course, tool);
  if (claims[`${DEEP_LINKING_CLAIM}data`] !== data) throw refuse('data is not what was sent');
  const items = (claims[`${DEEP_LINKING_CLAIM}content_items`] ?? []) as Json[];
  const refused = items.find((item) => !deepLinking.acceptTypes.includes(asText(item['type'])));
  if (refused) throw refuse(`items of type ${asText(refused['type'])} are not accepted`);
  if (items.length > 1 && !deepLinking.acceptMultiple) throw refuse('one item only');
  const wanted = items.map((item) => readItem(item, tool));
  return {
    course,
    links: wanted.map((link) => platform.institution.addResourceLink(course, link)),
    message: asText(claims[`${DEEP_LINKING_CLAIM}msg`]),
    errorMessage: asText(claims[`${DEEP_LINKING_CLAIM}errormsg`]),
  };
}
