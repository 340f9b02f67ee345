import { courseIdOf, memberIdOf, resourceLinkIdOf } from '../../core/ids.ts';
import { isStaff, type Role } from '../../core/roles.ts';
import { type LaunchSaid, type Member, sortNameOf } from './member.domain.ts';

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
  readonly startsAt: Date | null;
  /** Where the Course Groups Service lists the course's groups and their sets; null where there is none. */
  readonly groupsUrl: string | null;
  readonly groupSetsUrl: string | null;
}

/** Dates as the LMS keeps them; null where it has none. */
export interface LmsDates {
  readonly availableFrom: Date | null;
  readonly availableUntil: Date | null;
  readonly submissionFrom: Date | null;
  readonly submissionUntil: Date | null;
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
  /** The LMS's own dates, as its staff last saw them; null where it says nothing of dates. */
  readonly dates: LmsDates | null;
}

/** What a launch tells of its link. Without `dates` it says nothing of them. */
export type LaunchedLink = Omit<ResourceLink, 'activityId' | 'dates'> & {
  readonly dates?: LmsDates | null;
};

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
  readonly courseStartsAt: Date | null;
  readonly dates: LmsDates | null;
  readonly groupsService: { readonly groupsUrl: string; readonly setsUrl: string | null } | null;
  readonly groups: readonly string[] | null;
  readonly sections: readonly string[] | null;
  /** Subjects of the learners whom the person may observe. */
  readonly observes: readonly string[];
}

/** The course, link (null for a launch without one) and member that a launch tells of. */
export function entitiesOf(launch: LaunchFacts): {
  course: Course;
  link: LaunchedLink | null;
  member: Member;
  said: LaunchSaid;
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
      startsAt: launch.courseStartsAt,
      groupsUrl: launch.groupsService?.groupsUrl ?? null,
      groupSetsUrl: launch.groupsService?.setsUrl ?? null,
    },
    link: launch.resourceLink && {
      id: resourceLinkIdOf(courseId, launch.resourceLink.id),
      courseId,
      platformId,
      ltiResourceLinkId: launch.resourceLink.id,
      title: launch.resourceLink.title,
      lineItem: launch.lineItem,
      url: launch.linkUrl,
      // An LMS may show learners dates of their own here; what it shows staff is the course's.
      ...(isStaff(role) && !readOnly && { dates: launch.dates }),
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
    said: {
      groups: launch.groups,
      sections: launch.sections,
      observes: launch.observes.map((observed) => memberIdOf(courseId, observed)),
    },
  };
}
