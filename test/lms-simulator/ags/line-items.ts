/** AGS 2.0 §3.2: the line-item service. */
import type { Request } from 'express';
import { jsonBody, query, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import type { Answer, Json } from '../profiles/profile.ts';
import { requireScope } from '../token.ts';
import type { Course, LineItem, Tool } from '../types.ts';
import { MEDIA, SCOPE } from '../vocabulary.ts';
import { lineItemUrl, pageAnswer, requireCourse, requireLineItem } from './columns.ts';

const READ = [SCOPE.lineItem, SCOPE.lineItemReadOnly];

export function listLineItems(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, READ);
  const course = requireCourse(platform, request);
  const filters = query(request);
  const matches = (name: string, value: string | undefined): boolean =>
    !filters.has(name) || filters.get(name) === value;
  const items = platform.institution
    .lineItemsOf(course)
    .filter(
      (item) =>
        item.clientId === tool.clientId &&
        matches('resource_link_id', item.resourceLinkId) &&
        matches('resource_id', item.resourceId) &&
        matches('tag', item.tag),
    );
  return pageAnswer(platform, request, 'lineitems', MEDIA.lineItems, items, (page) =>
    page.map((item) => platform.profile.ags.showLineItem(item, lineItemUrl(platform, course, item, tool))),
  );
}

/** The tool-settable fields of a line item's JSON. */
function fieldsOf(body: Json): Omit<LineItem, 'id' | 'number' | 'courseId' | 'clientId' | 'coupled'> {
  const text = (name: string): Json => (typeof body[name] === 'string' ? { [name]: body[name] } : {});
  const names = ['resourceId', 'tag', 'resourceLinkId', 'startDateTime', 'endDateTime'];
  const optional = Object.assign({}, ...names.map(text)) as Partial<LineItem>;
  return { ...optional, label: String(body['label']), scoreMaximum: Number(body['scoreMaximum']) };
}

/** @throws ServiceError when the profile would refuse the body */
function checkBody(platform: Platform, course: Course, body: Json): void {
  const linkId = body['resourceLinkId'];
  const link = typeof linkId === 'string' ? platform.institution.state.resourceLinks[linkId] : undefined;
  const foreign = linkId !== undefined && link?.courseId !== course.id;
  const isAssignment = platform.institution
    .lineItemsOf(course)
    .some((item) => item.coupled && item.resourceLinkId === linkId);
  const problem = platform.profile.ags.checkLineItem(body, foreign ? 'unknown' : link, isAssignment);
  if (problem) throw new ServiceError(problem.status, problem.reason);
}

function requireMedia(platform: Platform, request: Request): void {
  if (request.get('content-type')?.split(';')[0]?.trim() !== MEDIA.lineItem) {
    throw new ServiceError(platform.profile.ags.wrongMediaStatus, `Send ${MEDIA.lineItem}`);
  }
}

function echo(
  platform: Platform,
  course: Course,
  item: LineItem,
  tool: Tool,
  body: Json,
  status: number,
): Answer {
  const shown = platform.profile.ags.echoLineItem(item, lineItemUrl(platform, course, item, tool), body);
  return {
    status,
    contentType: MEDIA.lineItem + platform.profile.charset,
    body: platform.profile.json(shown, 'write'),
  };
}

export function createLineItem(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, [SCOPE.lineItem]);
  const course = requireCourse(platform, request);
  requireMedia(platform, request);
  const body = jsonBody(request);
  checkBody(platform, course, body);
  const item = platform.institution.addLineItem(course, tool.clientId, { ...fieldsOf(body), coupled: false });
  return echo(platform, course, item, tool, body, 201);
}

export function readLineItem(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, READ);
  const course = requireCourse(platform, request);
  const item = requireLineItem(platform, request, course, tool);
  const shown = platform.profile.ags.showLineItem(item, lineItemUrl(platform, course, item, tool));
  return {
    status: 200,
    contentType: MEDIA.lineItem + platform.profile.charset,
    body: platform.profile.json(shown, 'read'),
  };
}

/** Replaces a column; its scores keep their share of the maximum. */
export function updateLineItem(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, [SCOPE.lineItem]);
  const course = requireCourse(platform, request);
  const item = requireLineItem(platform, request, course, tool);
  requireMedia(platform, request);
  const body = jsonBody(request);
  checkBody(platform, course, { resourceLinkId: item.resourceLinkId, ...body });
  const factor = Number(body['scoreMaximum']) / item.scoreMaximum;
  Object.assign(item, fieldsOf(body));
  for (const cell of Object.values(platform.institution.state.cells[item.id] ?? {})) {
    if (cell.score !== null) cell.score *= factor;
    cell.maximum *= factor;
  }
  platform.institution.changed();
  return echo(platform, course, item, tool, body, 200);
}

export function deleteLineItem(platform: Platform, request: Request): Answer {
  const tool = requireScope(platform, request, [SCOPE.lineItem]);
  const item = requireLineItem(platform, request, requireCourse(platform, request), tool);
  const { coupledDelete, deleted } = platform.profile.ags;
  if (item.coupled && coupledDelete) throw new ServiceError(coupledDelete.status, coupledDelete.reason);
  platform.institution.deleteLineItem(item.id);
  return deleted;
}
