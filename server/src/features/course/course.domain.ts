import { courseIdOf, memberIdOf, resourceLinkIdOf } from '../../core/ids.ts';
import type { Role } from '../../core/roles.ts';

/** An LTI context within a deployment: the tenant. */
export interface Course {
  readonly id: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly contextId: string;
  readonly title: string | null;
  readonly label: string | null;
  readonly membershipsUrl: string | null;
  readonly lineItems: string | null;
  /** The course's own page in the LMS; null where its address does not follow from a launch. */
  readonly url: string | null;
}

/** One placement of the tool in the LMS course. */
export interface ResourceLink {
  readonly id: string;
  readonly courseId: string;
  readonly platformId: string;
  readonly ltiResourceLinkId: string;
  readonly title: string | null;
  /** The gradebook column coupled to the link, with its query string, or null where the LMS made none. */
  readonly lineItem: string | null;
  readonly activityId: string | null;
  /** The link's own page in the LMS, which launches it; null where its address does not follow from a launch. */
  readonly url: string | null;
}

/** A person in a course. */
export interface Member {
  readonly id: string;
  readonly courseId: string;
  /** The LMS's own id of the person (`sub`), which scores name. */
  readonly subject: string;
  readonly role: Role;
  /** The launch named no role that Roundtable knows: may look, not write. */
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  /** What lists sort by. */
  readonly sortName: string;
  readonly email: string | null;
  readonly status: 'active' | 'inactive';
}

/** The parts of a verified launch that make a course, a link and a member. */
export interface LaunchFacts {
  readonly platformId: string;
  readonly deploymentId: string;
  readonly subject: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly context: { readonly id: string; readonly label: string | null; readonly title: string | null };
  readonly resourceLink: { readonly id: string; readonly title: string | null } | null;
  readonly lineItem: string | null;
  readonly lineItems: string | null;
  readonly membershipsUrl: string | null;
  readonly courseUrl: string | null;
  readonly linkUrl: string | null;
}

/** A launch of an LMS that sends neither name nor e-mail still gets its people sorted, by their id. */
const sortNameOf = (name: string | null, subject: string): string => (name ?? subject).trim().toLowerCase();

/** The course, link (null for a launch without one) and member that a launch tells of. */
export function entitiesOf(launch: LaunchFacts): {
  course: Course;
  link: Omit<ResourceLink, 'activityId'> | null;
  member: Member;
} {
  const courseId = courseIdOf(launch.platformId, launch.deploymentId, launch.context.id);
  const { platformId, deploymentId, subject, name, email, role, readOnly, testUser } = launch;
  return {
    course: {
      id: courseId,
      platformId,
      deploymentId,
      contextId: launch.context.id,
      title: launch.context.title,
      label: launch.context.label,
      membershipsUrl: launch.membershipsUrl,
      lineItems: launch.lineItems,
      url: launch.courseUrl,
    },
    link: launch.resourceLink && {
      id: resourceLinkIdOf(courseId, launch.resourceLink.id),
      courseId,
      platformId,
      ltiResourceLinkId: launch.resourceLink.id,
      title: launch.resourceLink.title,
      lineItem: launch.lineItem,
      url: launch.linkUrl,
    },
    member: {
      id: memberIdOf(courseId, subject),
      courseId,
      subject,
      role,
      readOnly,
      testUser,
      name,
      sortName: sortNameOf(name, subject),
      email,
      status: 'active',
    },
  };
}

/** What a later launch changed in a member that others may ask about: role and standing, not the name's spelling. */
export function changesOf(before: Member, after: Member): Record<string, unknown> | null {
  const fields = ['role', 'readOnly', 'testUser', 'status'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map((field) => [field, before[field]])),
    after: Object.fromEntries(changed.map((field) => [field, after[field]])),
  };
}
