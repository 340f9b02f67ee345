import type { Request } from 'express';
import { parameter, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import type { Course, Membership, Person } from '../types.ts';
import { STAFF } from '../vocabulary.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

export interface Visitor {
  person: Person;
}

/** A person on a page of a course they are in. */
export interface CourseVisitor extends Visitor {
  course: Course;
  member: Membership;
  staff: boolean;
  /** The course page's address. */
  home: string;
}

/** The acting person, who is part of the address since these pages use no cookies. @throws ServiceError 404 */
export function requireVisitor({ institution }: Platform, request: Request): Visitor {
  const person = institution.state.people[parameter(request, 'user')];
  if (!person) throw new ServiceError(404, 'There is no such person');
  return { person };
}

/** @throws ServiceError 404 when the course does not exist, 403 when the person is not in it or must be staff */
export function requireCourseVisitor(platform: Platform, request: Request, staffOnly = false): CourseVisitor {
  const { person } = requireVisitor(platform, request);
  const number = Number(parameter(request, 'course'));
  const course = Object.values(platform.institution.state.courses).find(
    (candidate) => candidate.number === number,
  );
  if (!course) throw new ServiceError(404, 'There is no such course');
  const member = course.members[person.id];
  if (!member || member.status !== 'Active')
    throw new ServiceError(403, `${person.name} is not in ${course.title}`);
  const staff = STAFF.includes(member.role);
  if (staffOnly && !staff) throw new ServiceError(403, 'This page is for staff');
  return { person, course, member, staff, home: courseAddress(person, course) };
}

export const courseAddress = (person: Person, course: Course): string =>
  `/as/${encodeURIComponent(person.id)}/courses/${course.number}`;

export interface PageOptions {
  visitor?: Visitor | CourseVisitor;
  /** Attributes of the body that the page's script reads. */
  data?: Record<string, string>;
  script?: 'page' | 'return';
}

/** A whole page. */
export function page(
  platform: Platform,
  title: string,
  body: Html,
  { visitor, data = {}, script }: PageOptions = {},
): string {
  const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`);
  const who =
    visitor &&
    html`<span class="who"
      >Acting as <strong>${visitor.person.name}</strong> · <a href="/">change person</a></span
    >`;
  const course =
    visitor && 'course' in visitor && html`<a href="${visitor.home}">${visitor.course.title}</a>`;
  const document = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · ${platform.profile.title} simulator</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/style.css" />
    </head>
    <body${attributes}>
      <header><strong><a href="/">${platform.profile.title} simulator</a></strong>${course}${who}</header>
      <main>
        <h1>${title}</h1>
        ${body}
      </main>
      ${script && html`<script src="/assets/${script}.js"></script>`}
    </body>
  </html>`;
  return `<!doctype html>${document.text}`;
}

/** The links between a course's staff pages. */
export const tabs = ({ home, staff }: CourseVisitor): Html | false =>
  staff &&
  html`<nav class="tabs" aria-label="Course">
    <a href="${home}">Activities</a><a href="${home}/add">Add activity</a
    ><a href="${home}/gradebook">Gradebook</a> <a href="${home}/people">People</a
    ><a href="/misbehaviour">Misbehaviour</a>
  </nav>`;
