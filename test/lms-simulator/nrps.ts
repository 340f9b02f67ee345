/** Names and Role Provisioning Services 2.0, for a course and (Canvas) for one of its groups. */
import type { Request } from 'express';
import { pageAnswer, requireCourse } from './ags/columns.ts';
import { parameter, query, ServiceError } from './platform.ts';
import type { Platform } from './platform.ts';
import type { Answer } from './profiles/profile.ts';
import { requireScope } from './token.ts';
import type { Course, Membership, Person, ResourceLink } from './types.ts';
import { MEDIA, MEMBERSHIP, SCOPE } from './vocabulary.ts';

interface Row {
  member: Membership;
  person: Person;
}

/** @throws ServiceError 400 when `rlid` names no resource link of the course */
function findLink(platform: Platform, course: Course, rlid: string | null): ResourceLink | undefined {
  if (rlid === null) return undefined;
  const link = platform.institution.state.resourceLinks[rlid];
  if (link?.courseId !== course.id) throw new ServiceError(400, 'rlid is not a resource link of this course');
  return link;
}

function rowsOf(platform: Platform, course: Course, since: number): Row[] {
  const { institution, profile } = platform;
  return Object.values(course.members)
    .filter((member) =>
      since >= 0
        ? member.revision > since
        : member.status === 'Active' || (member.status === 'Inactive' && profile.nrps.inactiveListed),
    )
    .flatMap((member) => {
      const person = institution.state.people[member.userId];
      return person ? [{ member, person }] : [];
    })
    .sort((a, b) => profile.nrps.order(a.person, b.person));
}

/** NRPS 2.0 §2.4.2: the address for what has changed since this answer. */
function differencesLink(platform: Platform, request: Request, course: Course): string {
  const url = new URL(request.originalUrl, platform.url);
  url.searchParams.delete('cursor');
  url.searchParams.set('since', String(course.rosterRevision));
  return `<${url.href}>; rel="differences"`;
}

export function listMembers(platform: Platform, request: Request): Answer {
  const { profile, url } = platform;
  const tool = requireScope(platform, request, [SCOPE.memberships]);
  const course = requireCourse(platform, request);
  const filters = query(request);
  const link = findLink(platform, course, filters.get('rlid'));
  const role = filters.get('role');
  const differences = profile.nrps.differences && filters.has('since');
  const rows = rowsOf(platform, course, differences ? Number(filters.get('since')) : -1).filter(
    ({ member }) => role === null || profile.nrps.roleMatches(member, role),
  );
  const groups = filters.get('groups') === 'true';
  const own = new URL(request.originalUrl, url);
  const answer = pageAnswer(platform, request, 'memberships', MEDIA.memberships, rows, (page) => ({
    id: profile.nrps.differences ? own.href : own.origin + own.pathname,
    context: { id: course.id, label: course.label, title: course.title },
    members: page.map(({ member, person }) =>
      profile.nrps.showMember(member, person, tool, course, { ...(link && { link }), groups, base: url }),
    ),
  }));
  if (!profile.nrps.differences || answer.headers) return answer;
  return { ...answer, headers: { Link: differencesLink(platform, request, course) } };
}

/**
 * Canvas: the roster of one group, by its database id or, behind the prefix that Canvas's addresses ask for, by the
 * context id that `$Canvas.group.contextIds` gives.
 */
export function listGroupMembers(platform: Platform, request: Request): Answer {
  const { institution, url } = platform;
  const tool = requireScope(platform, request, [SCOPE.memberships]);
  const wanted = parameter(request, 'group');
  const groups = Object.values(institution.state.courses).flatMap((course) => course.groups);
  const group = groups.find(
    ({ id, number }) => `lti_context_id:${id}` === wanted || String(number) === wanted,
  );
  if (!group) throw new ServiceError(404, 'The specified resource does not exist.');
  return pageAnswer(platform, request, 'memberships', MEDIA.memberships, group.userIds, (page) => ({
    id: url + request.path,
    context: { id: group.id, title: group.name },
    members: page.map((userId) => ({
      status: 'Active',
      user_id: userId,
      roles: [`${MEMBERSHIP}#Member`],
      ...(tool.privacy === 'full' && { name: institution.state.people[userId]?.name }),
    })),
  }));
}

/** Course Groups Service 1.0: the groups, all or those of one member (`user_id`). */
export function listGroups(platform: Platform, request: Request): Answer {
  requireScope(platform, request, [SCOPE.groups]);
  const course = requireCourse(platform, request);
  const userId = query(request).get('user_id');
  const groups = course.groups.filter((group) => userId === null || group.userIds.includes(userId));
  return pageAnswer(platform, request, 'memberships', MEDIA.groups, groups, (page) => ({
    id: platform.url + request.originalUrl,
    groups: page.map(({ id, name, setId }) => ({ id, name, set_id: setId })),
  }));
}

/** Course Groups Service 1.0: the sets the groups belong to. */
export function listGroupSets(platform: Platform, request: Request): Answer {
  requireScope(platform, request, [SCOPE.groups]);
  const course = requireCourse(platform, request);
  return pageAnswer(platform, request, 'memberships', MEDIA.groupSets, course.groupSets, (page) => ({
    id: platform.url + request.originalUrl,
    sets: page.map(({ id, name }) => ({ id, name })),
  }));
}
