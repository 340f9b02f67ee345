import type { Request } from 'express';
import { formBody, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import type { Membership, Role } from '../types.ts';
import { html } from './html.ts';
import { page, requireCourseVisitor, tabs } from './layout.ts';

const ROLES: Role[] = [
  'learner',
  'assistant',
  'instructor',
  'observer',
  'designer',
  'administrator',
  'test-student',
];
const STATUSES: Membership['status'][] = ['Active', 'Inactive', 'Deleted'];

/** The roster; people can be added, made inactive and removed. */
export function peoplePage(platform: Platform, request: Request): string {
  const visitor = requireCourseVisitor(platform, request, true);
  const { course } = visitor;
  const rows = Object.values(course.members).flatMap((member) => {
    const person = platform.institution.state.people[member.userId];
    if (!person) return [];
    const groups = course.groups.filter((group) => group.userIds.includes(person.id)).map(({ name }) => name);
    const options = STATUSES.map(
      (status) => html`<option${status === member.status && html` selected`}>${status}</option>`,
    );
    return [
      html`<tr>
        <th scope="row"><bdi>${person.name}</bdi></th>
        <td>${member.role.replace('-', ' ')}</td>
        <td>${person.email}</td>
        <td>${groups.join(', ')}</td>
        <td>
          <form class="inline" method="post">
            <input type="hidden" name="userId" value="${person.id}" />
            <select name="status" aria-label="Status of ${person.name}">
              ${options}
            </select>
            <button aria-label="Save status of ${person.name}">Save</button>
          </form>
        </td>
      </tr>`,
    ];
  });
  const roles = ROLES.map((role) => html`<option value="${role}">${role.replace('-', ' ')}</option>`);
  const body = html`${tabs(visitor)}
    <div class="scroll">
      <table aria-label="People">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">E-mail</th>
            <th scope="col">Groups</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <h2>Add a person</h2>
    <form class="fields" method="post" aria-label="Add a person">
      <div class="field">
        <label for="givenName">Given name</label><input id="givenName" name="givenName" required />
      </div>
      <div class="field">
        <label for="familyName">Family name</label><input id="familyName" name="familyName" />
      </div>
      <div class="field">
        <label for="role">Role</label
        ><select id="role" name="role">
          ${roles}
        </select>
      </div>
      <button class="main">Add person</button>
    </form>`;
  return page(platform, 'People', body, { visitor });
}

/** @returns where to go next */
export function savePeople(platform: Platform, request: Request): string {
  const { course, home } = requireCourseVisitor(platform, request, true);
  const form = formBody(request);
  const status = STATUSES.find((known) => known === form.get('status'));
  const role = ROLES.find((known) => known === form.get('role'));
  const userId = form.get('userId') ?? '';
  if (status && course.members[userId]) platform.institution.changeMember(course, userId, { status });
  else if (role) {
    platform.institution.addPerson(course, {
      role,
      givenName: form.get('givenName') ?? '',
      familyName: form.get('familyName') ?? '',
    });
  } else throw new ServiceError(400, 'Name a status or a role');
  return `${home}/people`;
}
