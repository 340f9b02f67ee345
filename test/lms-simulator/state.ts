import type { Profile } from './profiles/profile.ts';
import { AGS_SCOPES, SCOPE } from './vocabulary.ts';
import type {
  Cell,
  Course,
  DateSpan,
  LineItem,
  Membership,
  Person,
  ResourceLink,
  Role,
  State,
  Tool,
} from './types.ts';

export interface NewLineItem {
  label?: string;
  scoreMaximum: number;
  resourceId?: string;
  tag?: string;
  allowedAttempts?: number;
}

export interface NewResourceLink {
  title: string;
  description?: string;
  url?: string;
  custom?: Record<string, string>;
  lineItem?: NewLineItem;
  available?: DateSpan;
  submission?: DateSpan;
  /** The tool it belongs to; the first registered one when absent. */
  clientId?: string;
}

export interface NewPerson {
  role: Role;
  givenName?: string;
  familyName?: string;
  username?: string;
  email?: string;
  locale?: string;
  timezone?: string;
  roleUris?: string[];
  observes?: string[];
  sections?: string[];
}

export interface NewTool {
  name: string;
  loginUrl: string;
  /** The redirect address. */
  launchUrl: string;
  jwksUrl: string;
  deepLinkUrl?: string;
  /** More registered redirect addresses. */
  redirectUris?: string[];
  scopes?: string[];
  custom?: Record<string, string>;
  clientId?: string;
  deployments?: number;
  privacy?: 'full' | 'ids';
  active?: boolean;
}

export const emptyState = (profile: Profile): State => ({
  profile: profile.name,
  counters: {},
  people: {},
  courses: {},
  resourceLinks: {},
  lineItems: {},
  cells: {},
  tools: {},
  keys: [],
});

/** All changes of the institution's data go through here, so that `onChange` can save them. */
export class Institution {
  readonly state: State;
  private readonly profile: Profile;
  private readonly onChange: () => void;

  constructor(state: State, profile: Profile, onChange: () => void) {
    this.state = state;
    this.profile = profile;
    this.onChange = onChange;
  }

  changed(): void {
    this.onChange();
  }

  private next(kind: string, first = 1): number {
    const number = (this.state.counters[kind] ?? first - 1) + 1;
    this.state.counters[kind] = number;
    this.onChange();
    return number;
  }

  addTool(tool: NewTool): Tool {
    const known = tool.clientId === undefined ? undefined : this.state.tools[tool.clientId];
    const number = known?.number ?? this.next('tool');
    const clientId = tool.clientId ?? this.profile.id('client', number);
    const added: Tool = {
      clientId,
      number,
      name: tool.name,
      deploymentIds: known?.deploymentIds ?? [],
      loginUrl: tool.loginUrl,
      redirectUris: [tool.launchUrl, ...(tool.redirectUris ?? [])],
      jwksUrl: tool.jwksUrl,
      deepLinkUrl: tool.deepLinkUrl ?? tool.launchUrl,
      scopes: tool.scopes ?? [...AGS_SCOPES, SCOPE.memberships, SCOPE.groups, SCOPE.noticeHandlers],
      custom: tool.custom ?? {},
      privacy: tool.privacy ?? 'full',
      active: tool.active ?? true,
      noticeHandlers: known?.noticeHandlers ?? {},
    };
    this.state.tools[clientId] = added;
    while (added.deploymentIds.length < (tool.deployments ?? 1)) this.addDeployment(added);
    return added;
  }

  addDeployment(tool: Tool): string {
    const id = this.profile.id('deployment', this.next('deployment'));
    tool.deploymentIds.push(id);
    return id;
  }

  addCourse(course: { title: string; label?: string; startsAt?: string; history?: string[] }): Course {
    const number = this.next('course', 2); // course 1 is Moodle's front page
    const added: Course = {
      id: this.profile.id('course', number),
      number,
      title: course.title,
      label: course.label ?? course.title.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(),
      concluded: false,
      members: {},
      rosterRevision: 0,
      groupSets: [],
      groups: [],
      history: course.history ?? [],
      ...(course.startsAt !== undefined && { startsAt: course.startsAt }),
    };
    this.state.courses[added.id] = added;
    return added;
  }

  /** Adds a person and enrols them in the course. */
  addPerson(course: Course, person: NewPerson): Person {
    const number = this.next('person', 3);
    const givenName = person.givenName ?? 'Person';
    const familyName = person.familyName ?? String(number);
    const username = person.username ?? `${person.role}${number}`;
    const added: Person = {
      id: this.profile.id('person', number),
      number,
      username,
      givenName,
      familyName,
      name: [givenName, familyName].filter((part) => part !== '').join(' '),
      email: person.email ?? `${username}@example.test`,
      sourcedId: `ID-${username}`,
      locale: person.locale ?? 'en',
      timezone: person.timezone ?? 'Europe/Stockholm',
    };
    this.state.people[added.id] = added;
    this.enrol(course, added.id, person.role, person);
    return added;
  }

  enrol(
    course: Course,
    userId: string,
    role: Role,
    extra: Pick<NewPerson, 'roleUris' | 'observes' | 'sections'> = {},
  ): void {
    course.members[userId] = {
      userId,
      role,
      status: 'Active',
      revision: ++course.rosterRevision,
      ...(extra.roleUris && { roleUris: extra.roleUris }),
      ...(extra.observes && { observes: extra.observes }),
      ...(extra.sections && { sections: extra.sections }),
    };
    this.onChange();
  }

  /** Changes a membership's role or status; `Deleted` people have left the course. */
  changeMember(
    course: Course,
    userId: string,
    change: Partial<Pick<Membership, 'role' | 'status' | 'roleUris'>>,
  ): void {
    const member = course.members[userId];
    if (!member) throw new Error(`${userId} is not in course ${course.id}`);
    Object.assign(member, change, { revision: ++course.rosterRevision });
    this.onChange();
  }

  addGroup(course: Course, name: string, userIds: string[], setName = 'Groups'): void {
    let set = course.groupSets.find((candidate) => candidate.name === setName);
    if (!set) {
      set = { id: `set-${this.next('groupSet')}`, name: setName };
      course.groupSets.push(set);
    }
    const number = this.next('group');
    course.groups.push({ id: this.profile.id('group', number), number, name, setId: set.id, userIds });
    this.onChange();
  }

  /** Puts exactly these people into a group. */
  setGroupMembers(course: Course, groupId: string, userIds: string[]): void {
    const group = course.groups.find(({ id }) => id === groupId);
    if (!group) throw new Error(`course ${course.id} has no group ${groupId}`);
    group.userIds = userIds;
    this.onChange();
  }

  removeGroup(course: Course, groupId: string): void {
    course.groups = course.groups.filter(({ id }) => id !== groupId);
    this.onChange();
  }

  addResourceLink(course: Course, link: NewResourceLink, history: string[] = []): ResourceLink {
    const clientId = link.clientId ?? Object.keys(this.state.tools)[0];
    if (clientId === undefined) throw new Error('register a tool before adding a resource link');
    const number = this.next('resourceLink');
    const added: ResourceLink = {
      id: this.profile.id('resourceLink', number),
      number,
      courseId: course.id,
      clientId,
      title: link.title,
      description: link.description ?? '',
      custom: link.custom ?? {},
      history,
      ...(link.url !== undefined && { url: link.url }),
      ...(link.available && { available: link.available }),
      ...(link.submission && { submission: link.submission }),
    };
    this.state.resourceLinks[added.id] = added;
    if (link.lineItem) {
      this.addLineItem(course, clientId, {
        ...link.lineItem,
        label: link.lineItem.label ?? link.title,
        resourceLinkId: added.id,
        coupled: true,
      });
    }
    return added;
  }

  addLineItem(
    course: Course,
    clientId: string,
    item: Omit<LineItem, 'id' | 'number' | 'courseId' | 'clientId'>,
  ): LineItem {
    const number = this.next('lineItem', 2);
    const added: LineItem = { ...item, id: String(number), number, courseId: course.id, clientId };
    this.state.lineItems[added.id] = added;
    return added;
  }

  deleteLineItem(id: string): void {
    delete this.state.lineItems[id];
    delete this.state.cells[id];
    this.onChange();
  }

  lineItemsOf(course: Course): LineItem[] {
    return Object.values(this.state.lineItems).filter((item) => item.courseId === course.id);
  }

  linksOf(course: Course): ResourceLink[] {
    return Object.values(this.state.resourceLinks).filter((link) => link.courseId === course.id);
  }

  cell(lineItemId: string, userId: string): Cell | undefined {
    return this.state.cells[lineItemId]?.[userId];
  }

  /** The cell to write to; made when the member has none yet in this column. */
  openCell(item: LineItem, userId: string): Cell {
    const column = (this.state.cells[item.id] ??= {});
    return (column[userId] ??= {
      score: null,
      maximum: item.scoreMaximum,
      comment: null,
      timestamp: null,
      attempts: 0,
      source: 'tool',
      received: [],
    });
  }

  /** A grade typed into the gradebook by hand; `null` empties the cell. */
  gradeByHand(item: LineItem, userId: string, score: number | null, now: number): void {
    const cell = this.openCell(item, userId);
    Object.assign(cell, { score, maximum: item.scoreMaximum, timestamp: now, source: 'manual' });
    cell.received.push({ at: now, source: 'manual', status: 200, body: { scoreGiven: score } });
    this.onChange();
  }
}
