import type { Request } from 'express';
import { parameter, query, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import { fillPath } from '../profiles/profile.ts';
import type { Answer, Collection } from '../profiles/profile.ts';
import type { Course, LineItem, Tool } from '../types.ts';

/** How a course is named in service addresses: by its number, never by its LTI id. */
export function requireCourse(platform: Platform, request: Request): Course {
  const number = Number(parameter(request, 'course'));
  const course = Object.values(platform.institution.state.courses).find(
    (candidate) => candidate.number === number,
  );
  if (!course) throw new ServiceError(404, 'The course does not exist');
  return course;
}

/** The line item of a request's address. A tool sees its own columns only. */
export function requireLineItem(platform: Platform, request: Request, course: Course, tool: Tool): LineItem {
  const { concluded } = platform.profile.ags;
  if (course.concluded && concluded) throw new ServiceError(concluded.status, concluded.reason);
  const item = platform.institution.state.lineItems[parameter(request, 'item')];
  if (!item || item.courseId !== course.id) throw new ServiceError(404, 'The line item does not exist');
  if (item.clientId !== tool.clientId) {
    throw new ServiceError(
      platform.profile.ags.foreignStatus,
      'Tool does not have permission to view line_item',
    );
  }
  return item;
}

export const lineItemUrl = ({ url, profile }: Platform, course: Course, item: LineItem, tool: Tool): string =>
  url +
  fillPath(profile.paths.lineItem, { course: String(course.number), item: item.id }) +
  profile.serviceQuery(tool);

/** One page of a collection, with the Link header the profile gives it. */
export function pageAnswer<T>(
  platform: Platform,
  request: Request,
  collection: Collection,
  contentType: string,
  all: T[],
  show: (page: T[]) => unknown,
): Answer {
  const { profile, url } = platform;
  const page = profile.page(query(request), collection);
  const shown = page.limit === null ? all.slice(page.from) : all.slice(page.from, page.from + page.limit);
  const address = new URL(request.originalUrl, url);
  for (const name of ['limit', 'from', 'page', 'per_page', 'cursor']) address.searchParams.delete(name);
  const link = profile.pageLinks({ ...page, url: address, total: all.length }, collection);
  return {
    status: 200,
    contentType: contentType + profile.charset,
    body: profile.json(show(shown), 'read'),
    ...(link !== undefined && { headers: { Link: link } }),
  };
}
