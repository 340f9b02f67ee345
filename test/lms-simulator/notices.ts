/** The Platform Notification Service: handlers that tools set, and the notices they get. */
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { jsonAnswer, jsonBody, parameter, ServiceError } from './platform.ts';
import type { Platform } from './platform.ts';
import { asText } from './profiles/profile.ts';
import type { Answer, Json } from './profiles/profile.ts';
import { copyActivities } from './course-copy.ts';
import { requireScope } from './token.ts';
import type { Course, Tool } from './types.ts';
import { CLAIM, NOTICE_CLAIM, SCOPE } from './vocabulary.ts';

const TYPES = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'];
const TIMEOUT_MS = 5_000;

function handlersAnswer(tool: Tool, deploymentId: string): Answer {
  const handlers = Object.entries(tool.noticeHandlers).map(([notice_type, handler]) => ({
    notice_type,
    handler,
  }));
  return jsonAnswer(200, {
    client_id: tool.clientId,
    deployment_id: deploymentId,
    notice_handlers: handlers,
  });
}

export function readNoticeHandlers(platform: Platform, request: Request): Answer {
  return handlersAnswer(
    requireScope(platform, request, [SCOPE.noticeHandlers]),
    parameter(request, 'deployment'),
  );
}

/** Sets or (empty handler) removes where notices of one type go. */
export async function setNoticeHandler(platform: Platform, request: Request): Promise<Answer> {
  const tool = requireScope(platform, request, [SCOPE.noticeHandlers]);
  const body = jsonBody(request);
  const type = asText(body['notice_type']);
  const handler = asText(body['handler']);
  if (!TYPES.includes(type)) throw new ServiceError(400, 'notice_type is not supported');
  if (handler === '') delete tool.noticeHandlers[type];
  else tool.noticeHandlers[type] = handler;
  platform.institution.changed();
  if (type === 'LtiHelloWorldNotice') await sendNotice(platform, tool, type, {});
  return handlersAnswer(tool, parameter(request, 'deployment'));
}

/** Sends one notice, once: a tool that is away misses it. @returns the tool's status, 0 when it gave none */
async function sendNotice(platform: Platform, tool: Tool, type: string, claims: Json): Promise<number> {
  const handler = tool.noticeHandlers[type];
  if (handler === undefined) return 0;
  const seconds = Math.floor(platform.now() / 1000);
  const jwt = await platform.keys.sign({
    iss: platform.issuer,
    aud: tool.clientId,
    azp: tool.clientId,
    iat: seconds,
    exp: seconds + 3600,
    nonce: randomUUID(),
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: tool.deploymentIds[0],
    [NOTICE_CLAIM]: { id: randomUUID(), timestamp: new Date(platform.now()).toISOString(), type },
    ...claims,
  });
  try {
    const response = await fetch(handler, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notices: [{ jwt }] }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.status;
  } catch {
    return 0;
  }
}

/** Copies a course's activities and columns into a new one with its staff, and tells the tools that want to know. */
export async function copyCourse(
  platform: Platform,
  origin: Course,
  title: string,
  shiftDays: number,
): Promise<Course> {
  const copy = copyActivities(platform.institution, origin, title, shiftDays);
  const context = {
    id: copy.id,
    label: copy.label,
    title: copy.title,
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  };
  const claims = { [`${CLAIM}context`]: context, [`${CLAIM}origin_contexts`]: [origin.id] };
  const tools = Object.values(platform.institution.state.tools);
  await Promise.all(tools.map((tool) => sendNotice(platform, tool, 'LtiContextCopyNotice', claims)));
  return copy;
}
