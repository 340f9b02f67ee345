import type { Request } from 'express';
import { copyCourse } from '../notices.ts';
import { formBody, parameter, query, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import { beginLogin } from '../oidc.ts';
import type { LaunchRequest } from '../oidc.ts';
import type { ResourceLink } from '../types.ts';
import { selfPostingForm } from './form-post.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { courseAddress, page, requireCourseVisitor, requireVisitor, tabs } from './layout.ts';
import type { CourseVisitor } from './layout.ts';

const byRole = (role: string): string => role.replace('-', ' ');

/** Everybody one can act as, by course. */
export function homePage(platform: Platform): string {
  const { state } = platform.institution;
  const courses = Object.values(state.courses).map((course) => {
    const people = Object.values(course.members).flatMap((member) => {
      const person = state.people[member.userId];
      if (!person || member.status !== 'Active') return [];
      const label = `Act as ${person.name}`;
      return [
        html`<li>
          <a href="${courseAddress(person, course)}" aria-label="${label}" dir="auto">${person.name}</a>
          <span class="soft">${byRole(member.role)}</span>
        </li>`,
      ];
    });
    return html`<h2>${course.title}</h2>
      <ul class="plain people">
        ${people.slice(0, 200)}
      </ul>`;
  });
  const body = html`<p class="soft">
      Choose who you are. The person is part of the address; nothing is stored in the browser.
    </p>
    ${courses}
    <h2>Administration</h2>
    <ul>
      <li><a href="/tools">Tools and registration</a></li>
      <li><a href="/misbehaviour">Misbehaviour</a></li>
    </ul>`;
  return page(platform, 'Courses and people', body);
}

/** The acting person's courses. */
export function personPage(platform: Platform, request: Request): string {
  const visitor = requireVisitor(platform, request);
  const courses = Object.values(platform.institution.state.courses).filter(
    (course) => course.members[visitor.person.id],
  );
  const rows = courses.map(
    (course) => html`<li><a href="${courseAddress(visitor.person, course)}">${course.title}</a></li>`,
  );
  return page(
    platform,
    'My courses',
    html`<ul class="plain rows">
      ${rows}
    </ul>`,
    { visitor },
  );
}

/** Where a tool in a window of its own finds the platform's storage: a frame of the page that opened it. */
const storageFrame = (platform: Platform): Html | false =>
  platform.profile.launch.offersStorage &&
  html`<iframe
    class="hidden"
    name="${platform.profile.launch.storageFrame}"
    title="Platform storage"
    src="/frames/storage"
  ></iframe>`;

export function coursePage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request);
  const { course, home } = visitor;
  const added = Number(query(request).get('added') ?? 0);
  const links = platform.institution.linksOf(course);
  const rows = links.map(
    (link) =>
      html`<li>
        <a href="${home}/activities/${link.number}">${link.title}</a>
        ${link.description !== '' && html`<span class="soft">${link.description}</span>`}
        <a
          class="side"
          href="${home}/activities/${link.number}/launch"
          target="_blank"
          rel="opener"
          aria-label="Open ${link.title} in a new window"
          >New window</a
        >
      </li>`,
  );
  const empty = html`<p class="note">
    No activities yet.${visitor.staff && html` <a href="${home}/add">Add activity</a>`}
  </p>`;
  const body = html`${tabs(visitor)}
  ${added > 0 && html`<p class="note" role="status">${added} ${added === 1 ? 'activity' : 'activities'} added.</p>`}
  ${
    links.length > 0
      ? html`<ul class="plain rows" aria-label="Activities">
          ${rows}
        </ul>`
      : empty
  }
  ${
    visitor.staff &&
    html`<form class="fields" method="post" action="${home}/copy" aria-label="Copy the course">
      <div class="field">
        <label for="title">Title of the copy</label
        ><input id="title" name="title" required value="${course.title} (copy)" />
      </div>
      <div class="field">
        <label for="days">Days by which its dates are later</label
        ><input id="days" name="days" type="number" step="1" value="0" />
      </div>
      <button>Copy the course</button>
    </form>`
  }
  ${storageFrame(platform)}`;
  return page(platform, course.title, body, { visitor, script: 'page', data: { course: home } });
}

/** Makes a new course with the activities and staff of this one. @returns where to go next */
export async function copyCoursePage(platform: Platform, request: Request): Promise<string> {
  const { course, person } = requireCourseVisitor(platform, request, true);
  const form = formBody(request);
  const title = form.get('title') || `${course.title} (copy)`;
  const copy = await copyCourse(platform, course, title, Math.trunc(Number(form.get('days') ?? 0)) || 0);
  return courseAddress(person, copy);
}

/** @throws ServiceError 404 */
function requireLink(platform: Platform, visitor: CourseVisitor, request: Request): ResourceLink {
  const number = Number(parameter(request, 'link'));
  const link = platform.institution.linksOf(visitor.course).find((candidate) => candidate.number === number);
  if (!link) throw new ServiceError(404, 'There is no such activity');
  return link;
}

/** The tool's frame and the form that opens it. */
export function toolFrame(
  platform: Platform,
  { course, person }: CourseVisitor,
  request: LaunchRequest,
  title: string,
): Html {
  const { url, params } = beginLogin(platform, course.id, person.id, request);
  return html`${storageFrame(platform)}
    <iframe class="tool" name="tool" title="${title}" allow="${platform.profile.launch.iframeAllow}"></iframe>
    ${selfPostingForm({ action: url, fields: params }, 'tool')}`;
}

export const frameData = (platform: Platform, { home }: CourseVisitor): Record<string, string> => ({
  course: home,
  messages: platform.profile.launch.offersStorage ? 'yes' : 'no',
  storage: platform.profile.launch.storageFrame,
});

export function activityPage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request);
  const link = requireLink(platform, visitor, request);
  const body = toolFrame(platform, visitor, link.id, link.title);
  return page(platform, link.title, body, { visitor, script: 'page', data: frameData(platform, visitor) });
}

/** Opens the tool in the window that shows this page. */
export function newWindowPage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request);
  const link = requireLink(platform, visitor, request);
  const { url, params } = beginLogin(platform, visitor.course.id, visitor.person.id, link.id);
  return page(platform, link.title, selfPostingForm({ action: url, fields: params }), {
    visitor,
    script: 'page',
  });
}

/** The tool's own page for choosing or making activities. */
export function pickerPage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request, true);
  const tools = Object.values(platform.institution.state.tools).filter((tool) => tool.active);
  const options = { visitor, script: 'page', data: frameData(platform, visitor) } as const;
  const body =
    tools.length > 0
      ? html`${tabs(visitor)}${toolFrame(platform, visitor, { deepLinking: true }, 'Choose an activity')}`
      : html`${tabs(visitor)}
          <p class="note">No tool is registered. <a href="/tools">Register one</a></p>`;
  return page(platform, 'Add activity', body, options);
}
