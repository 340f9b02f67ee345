import { lineItemUrl } from './ags/columns.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { copyCourse } from './notices.ts';
import { authorize, beginLogin } from './oidc.ts';
import type { FormPost, LaunchRequest, LoginOptions, Tamper } from './oidc.ts';
import type { Platform } from './platform.ts';
import { inviteTool } from './registration.ts';
import type { RequestLog } from './request-log.ts';
import type { Institution, NewPerson, NewResourceLink, NewTool } from './state.ts';
import type { Cell, Course, LineItem, Person, ResourceLink } from './types.ts';

/** An entry of the tool's platforms file. */
export interface Registration {
  name: string;
  issuer: string;
  clientId: string;
  deploymentIds: string[];
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
}

/** One cell of the gradebook that something has reached. */
export interface GradebookRow {
  lineItem: LineItem;
  person: Person;
  cell: Cell;
}

/** A running LMS, as tests and the demo use it. */
export class Simulator {
  readonly platform: Platform;
  private readonly stop: () => Promise<void>;

  constructor(platform: Platform, stop: () => Promise<void>) {
    this.platform = platform;
    this.stop = stop;
  }

  get url(): string {
    return this.platform.url;
  }

  /** All data, and the ways to change it. */
  get institution(): Institution {
    return this.platform.institution;
  }

  get courses(): Course[] {
    return Object.values(this.institution.state.courses);
  }

  get people(): Person[] {
    return Object.values(this.institution.state.people);
  }

  get misbehave(): Misbehaviour {
    return this.platform.misbehaviour;
  }

  get requests(): RequestLog {
    return this.platform.log;
  }

  /** Registers a tool (with a known `clientId`: again) and returns what its platforms file needs. */
  registerTool(tool: NewTool): Registration {
    const { clientId } = this.institution.addTool(tool);
    return this.registration(clientId);
  }

  registration(clientId: string): Registration {
    const { url, issuer, profile, institution } = this.platform;
    const tool = institution.state.tools[clientId];
    if (!tool) throw new Error(`no tool ${clientId}`);
    return {
      name: profile.title,
      issuer,
      clientId,
      deploymentIds: [...tool.deploymentIds],
      authorizationEndpoint: url + profile.paths.authorization,
      tokenEndpoint: url + profile.paths.token,
      jwksUri: url + profile.paths.jwks,
    };
  }

  addCourse(course: { title: string; label?: string; startsAt?: string }): Course {
    return this.institution.addCourse(course);
  }

  addPerson(course: Course, person: NewPerson): Person {
    return this.institution.addPerson(course, person);
  }

  addResourceLink(course: Course, link: NewResourceLink): ResourceLink {
    return this.institution.addResourceLink(course, link);
  }

  /** The people of a course with this role who have not left, in the order they were added. */
  peopleWith(course: Course, role: NewPerson['role']): Person[] {
    return this.people.filter((person) => {
      const member = course.members[person.id];
      return member?.role === role && member.status === 'Active';
    });
  }

  /** What the browser would post to the tool's login address. */
  beginLogin(
    courseId: string,
    userId: string,
    request: LaunchRequest,
    options?: LoginOptions,
  ): { url: string; params: Record<string, string> } {
    return beginLogin(this.platform, courseId, userId, request, options);
  }

  /**
   * What the browser would post to the tool after following the tool's redirect to the authorization endpoint.
   * Refused requests give `error` fields instead of an id_token. @throws AuthorizationError
   */
  authorize(redirectUrl: string, tamper?: Tamper): Promise<FormPost> {
    return authorize(this.platform, new URL(redirectUrl).searchParams, tamper);
  }

  /** The parameters with which a tool's registration address is opened; the token works once. */
  inviteTool(): Promise<{ openid_configuration: string; registration_token: string }> {
    return inviteTool(this.platform);
  }

  /** What an administrator's "Activate" button does for a tool that registered itself. */
  activateTool(clientId: string): void {
    const tool = this.institution.state.tools[clientId];
    if (!tool) throw new Error(`no tool ${clientId}`);
    tool.active = true;
    this.institution.changed();
  }

  /** A new course with the activities and staff of another; dates are moved by whole days. */
  copyCourse(courseId: string, title: string, shiftDays = 0): Promise<Course> {
    const origin = this.institution.state.courses[courseId];
    if (!origin) throw new Error(`no course ${courseId}`);
    return copyCourse(this.platform, origin, title, shiftDays);
  }

  /** Every cell of a course that a score or an edit has reached, with all it received. */
  gradebook(courseId: string): GradebookRow[] {
    const { lineItems, cells, people } = this.institution.state;
    return Object.values(lineItems)
      .filter((item) => item.courseId === courseId)
      .flatMap((lineItem) =>
        Object.entries(cells[lineItem.id] ?? {}).flatMap(([userId, cell]) => {
          const person = people[userId];
          return person ? [{ lineItem, person, cell }] : [];
        }),
      );
  }

  /** A column's address, as launches and the line-item service give it. */
  lineItemUrl(courseId: string, lineItemId: string): string {
    const { courses, lineItems, tools } = this.institution.state;
    const item = lineItems[lineItemId];
    const course = courses[courseId];
    const tool = tools[item?.clientId ?? ''];
    if (!item || !course || !tool) throw new Error(`no line item ${lineItemId} in course ${courseId}`);
    return lineItemUrl(this.platform, course, item, tool);
  }

  /** Signs with a new key; `overlap` keeps publishing the old one. */
  async rotateKeys({ overlap }: { overlap: boolean }): Promise<void> {
    await this.platform.keys.rotate(overlap);
    this.institution.changed();
  }

  close(): Promise<void> {
    return this.stop();
  }
}
